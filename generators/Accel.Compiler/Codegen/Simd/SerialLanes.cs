using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// Writes a statement whose lanes run one after the other: what they do not need each other for is computed as vectors and put on the stack, from where a loop
/// over the lanes takes it.
/// </summary>
internal sealed class SerialLanes(VectorScope scope, VectorExpressions expressions)
{
    private const string Lane = "lane";

    private VectorLoop Loop => scope.Loop;

    public void Emit(SerialStore serial)
    {
        Store store = serial.Statement;
        IReadOnlyList<Local> kept = Loop.HoistKept(serial);
        Dictionary<Expr, string> inputs = SerialStores.Inputs(store, Loop.IsVarying).ToDictionary(input => input, Spill);
        using (BeginLanes())
        {
            Expr value = WithInputs(store.Value, inputs, node =>
                node is Load load && serial.Kept.FirstOrDefault(element => element.Load == load) is { } element ? new Read(kept[element.Distance - 1]) : null);
            string next = Loop.NewName();
            scope.Writer.Line($"{store.Buffer.ElementType.Keyword()} {next} = {Loop.Expressions.Print(value)};");
            scope.Writer.Line($"{Loop.Expressions.Element(store.Buffer, store.Subscripts)} = {next};");
            for (int i = kept.Count - 1; i >= 0; i--)
            {
                scope.Writer.Line($"{kept[i].Name} = {(i == 0 ? next : kept[i - 1].Name)};");
            }
        }
    }

    /// <summary>The new values of a local that are computed from its old ones.</summary>
    public void Emit(PreviousValue recurrence, Expr value)
    {
        Dictionary<Expr, string> inputs = SerialStores.Inputs(value, recurrence.Target, Loop.IsVarying).ToDictionary(input => input, Spill);
        string results = Loop.NewName();
        string type = recurrence.Next.Type.Keyword();
        scope.Writer.Line($"Unsafe.SkipInit(out Lanes64<{type}> {results});");
        using (BeginLanes())
        {
            // The scalar is the local itself, so that it has its last value behind the loop.
            scope.Writer.Line($"{CSharpNames.Of(recurrence.Target)} = {Loop.Expressions.Print(WithInputs(value, inputs))};");
            scope.Writer.Line($"Unsafe.Add(ref Lanes.First(ref {results}), {Lane}) = {CSharpNames.Of(recurrence.Target)};");
        }

        VectorValue target = expressions.Local(recurrence.Next);
        for (int k = 0; k < target.Registers.Length; k++)
        {
            scope.Writer.Line($"{scope.Layout.Type(target.Lane)} {target.Registers[k]} = {scope.Layout.Class}.LoadUnsafe(ref Lanes.First(ref {results}), {k * scope.Layout.LanesOf(target.Lane)});");
        }
    }

    private SourceWriter.Scope BeginLanes()
    {
        SourceWriter.Scope lanes = scope.Writer.Block($"for (nint {Lane} = 0; {Lane} < {scope.Layout.Lanes}; {Lane}++)");
        string type = Loop.Loop.Variable.Type.Keyword();
        scope.Writer.Line($"{type} {CSharpNames.Of(Loop.Loop.Variable)} = ({type})({Loop.Value($"({Loop.Counter} + {Lane})")});");
        return lanes;
    }

    private static Expr WithInputs(Expr value, Dictionary<Expr, string> inputs, Func<Expr, Expr?>? other = null) => ExprRewriter.Rewrite(value, node =>
        inputs.TryGetValue(node, out string? storage) ? new Read(new Local(-1, $"Unsafe.Add(ref Lanes.First(ref {storage}), {Lane})", node.Type)) : other?.Invoke(node));

    private string Spill(Expr input) => scope.Spill(expressions.EmitWhole(input));
}
