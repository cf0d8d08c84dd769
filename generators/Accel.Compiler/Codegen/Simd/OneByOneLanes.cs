using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Writes statements that lanes run one by one: what does not depend on their order is computed as vectors and put on the stack, from where a loop over the lanes takes it. Of an <c>if</c> whose condition
/// is such a value only the lanes run for which it holds, without a branch for each of them.
/// </summary>
internal sealed class OneByOneLanes(VectorScope scope, VectorExpressions expressions)
{
    private const string Lane = "lane";

    private VectorLoop Loop => scope.Loop;

    public void Emit(OneByOne statement)
    {
        if (Compaction.Of(statement, Loop.Loop, Loop.Varying) is var (test, then, otherwise))
        {
            Emit(test.Condition, then);
            if (otherwise is not null)
            {
                Emit(new Unary(UnaryOp.Not, test.Condition), otherwise);
            }

            scope.Stores++;
            scope.ForgetShared();
            return;
        }

        IReadOnlyList<Expr> inputs = OneByOneInputs.Of(statement, Loop.Loop, Loop.Varying);
        If? branch = OneByOneInputs.BranchOf(statement, inputs) is { Else.Statements.Count: 0 } only ? only : null;
        string? selected = branch is null ? null : EmitSelected(branch.Condition);
        Block body = branch?.Then ?? statement.Body;
        var values = new Dictionary<Expr, Func<string, Expr>>();
        foreach (Expr input in inputs.Where(input => StmtFacts.Descendants(body).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).Contains(input)))
        {
            values.Add(input, Spill(input));
        }

        if (selected is null && statement.Private.Count > 0)
        {
            EmitToCopies(statement, values);
        }
        else
        {
            using (selected is null
                ? scope.Writer.Block($"for (nint {Lane} = 0; {Lane} < {scope.Layout.Lanes}; {Lane}++)")
                : scope.Writer.Block($"while ({selected} != 0)"))
            {
                if (selected is not null)
                {
                    scope.Writer.Line($"nint {Lane} = Lanes.TakeFirst(ref {selected});");
                }

                EmitLane(body, values, Lane);
            }
        }

        scope.Stores++;
        scope.ForgetShared();
    }

    /// <summary>Each of several lanes in a row to a copy of its own, so that none waits for what another has stored.</summary>
    private void EmitToCopies(OneByOne statement, Dictionary<Expr, Func<string, Expr>> values)
    {
        List<Buffer[]> copies = [.. statement.Private.Select(Loop.HoistCopies)];
        int count = Math.Min(PrivateCopies.Count, scope.Layout.Lanes);
        using (scope.Writer.Block($"for (nint {Lane} = 0; {Lane} < {scope.Layout.Lanes}; {Lane} += {count})"))
        {
            for (int k = 0; k < count; k++)
            {
                using (scope.Writer.Block())
                {
                    Block body = new ToCopy(buffer => copies.FirstOrDefault(all => all[0] == buffer)?[k]).Rewrite(statement.Body);
                    EmitLane(body, values, k == 0 ? Lane : $"{Lane} + {k}");
                }
            }
        }
    }

    /// <summary>What a lane does.</summary>
    private void EmitLane(Block body, Dictionary<Expr, Func<string, Expr>> values, string lane)
    {
        string type = Loop.Loop.Variable.Type.Keyword();
        scope.Writer.Line($"{type} {CSharpNames.Of(Loop.Loop.Variable)} = ({type})({Loop.Value($"({Loop.Counter} + {lane})")});");
        new ScalarStatements(scope.Writer, Loop.Expressions, vectorLoop: null).Emit(
            OneByOneInputs.WithInputs(body, expr => values.TryGetValue(expr, out Func<string, Expr>? value) ? value(lane) : null));
    }

    /// <summary>Stores the values of the lanes in which a condition holds to one element after the other.</summary>
    private void Emit(Expr condition, Compaction compaction)
    {
        string counter = CSharpNames.Of(compaction.Counter);
        string? moved = null;

        // All of them before anything is stored: what is loaded may lie where that goes.
        var values = compaction.Stores.Select(stored => (Stored: stored, Value: scope.Bind(expressions.EmitWhole(stored.Statement.Value)), Mask: scope.Bind(expressions.EmitMask(condition, stored.Statement.Buffer.ElementType)))).ToList();
        foreach ((CompactedStore stored, VectorValue value, VectorValue mask) in values)
        {
            Store store = stored.Statement;
            ScalarType type = store.Buffer.ElementType;
            string place = Loop.NewName();
            string first = store.Buffer.Rank == 1 ? CSharpNames.Of(store.Buffer) : $"Unsafe.Add(ref {CSharpNames.Of(store.Buffer)}, {ElementIndex.Print(Loop.Expressions, ElementIndex.RowOf(store.Buffer, store.Subscripts)!)})";
            string start = stored.Offset == 0 ? $"(nint){counter}" : $"(nint){counter} + {ScalarLiteral.Signed(stored.Offset, "")}";
            scope.Writer.Line($"nint {place} = {start};");
            for (int k = 0; k < value.Registers.Length; k++)
            {
                scope.Writer.Line($"{place} += Lanes.StoreSelected<{scope.Layout.Type(type)}, {type.Keyword()}>({VectorScope.Strip(value.Registers[k])}, {VectorScope.Strip(mask.Registers[k])}, ref {first}, {place});");
            }

            moved ??= stored.Offset == 0 ? place : $"({place} - {ScalarLiteral.Signed(stored.Offset, "")})";
        }

        scope.Writer.Line($"{counter} = (int){moved};");
    }

    /// <summary>Writes a number with a bit for each lane in which a condition holds.</summary>
    private string EmitSelected(Expr condition)
    {
        VectorValue mask = expressions.EmitMask(condition, Loop.Masks.LaneOf(condition));
        int lanes = scope.Layout.LanesOf(mask.Lane);
        string name = Loop.NewName();
        string bits = string.Join(" | ", mask.Registers.Select((register, k) =>
            $"((ulong){scope.Layout.Class}.ExtractMostSignificantBits({VectorScope.Strip(register)}){(k == 0 ? "" : $" << {(k * lanes).ToString(CultureInfo.InvariantCulture)}")})"));
        scope.Writer.Line($"ulong {name} = {bits};");
        return name;
    }

    /// <summary>A value that each lane takes from the stack.</summary>
    private Func<string, Read> Spill(Expr input)
    {
        if (input.Type != ScalarType.Bool)
        {
            string values = scope.Spill(expressions.EmitWhole(input));
            return lane => new(new Local(-1, $"Unsafe.Add(ref Lanes.First(ref {values}), {lane})", input.Type));
        }

        string storage = scope.Spill(expressions.EmitMask(input, Loop.Masks.LaneOf(input)) with { IsMask = false });
        return lane => new(new Local(-1, $"(Unsafe.Add(ref Lanes.First(ref {storage}), {lane}) != 0)", ScalarType.Bool));
    }

    /// <summary>Statements with other buffers in place of some.</summary>
    private sealed class ToCopy(Func<Buffer, Buffer?> copyOf) : IrRewriter
    {
        protected override IEnumerable<Stmt> Rewrite(Stmt statement)
        {
            Stmt loaded = ExprMapper.Of(statement, expr => ExprRewriter.Rewrite(expr, node => node is Load load && copyOf(load.Buffer) is { } copy ? load with { Buffer = copy } : null));
            return base.Rewrite(loaded is Store store && copyOf(store.Buffer) is { } target ? store with { Buffer = target } : loaded);
        }
    }
}
