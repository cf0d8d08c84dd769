using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Scalar;

/// <summary>
/// Copies the frame into locals at the top of a method: through the frame's address the JIT would reload every field after every store.
/// </summary>
internal static class FrameLocals
{
    public static void EmitLoads(SourceWriter writer, Nest nest)
    {
        HashSet<string> lengths = LengthsRead(nest);
        foreach (Buffer buffer in nest.Buffers)
        {
            string name = CSharpNames.Of(buffer);
            string type = buffer.ElementType.Keyword();

            // Not the field alone: of a local that no code uses (all of it behind a constant condition), C# leaves a read of the element,
            // which an empty buffer does not have.
            writer.Line($"ref {type} {name} = ref Unsafe.AsRef(ref f.{name});");
            for (int dimension = 0; dimension < buffer.OwnLengths; dimension++)
            {
                string length = CSharpNames.LengthOf(buffer, dimension);
                if (lengths.Contains(length))
                {
                    writer.Line($"int {length} = f.{length};");
                }
            }

            if (buffer.Kind == BufferKind.Elements)
            {
                writer.Line($"bool {CSharpNames.IsScalarOf(buffer)} = f.{CSharpNames.IsScalarOf(buffer)};");
                writer.Line($"{type} {CSharpNames.ScalarOf(buffer)} = f.{CSharpNames.ScalarOf(buffer)};");
            }
        }

        foreach (Local local in ScalarsToCopy(nest).Select(scalar => scalar.Local))
        {
            writer.Line($"{local.Type.Keyword()} {CSharpNames.Of(local)} = f.{CSharpNames.Of(local)};");
        }

        foreach (CompensatedSum sum in SumsToFinish(nest))
        {
            writer.Line($"{sum.Error.Type.Keyword()} {CSharpNames.Of(sum.Error)} = {ScalarLiteral.Print(sum.Nothing)};");
        }
    }

    public static void EmitStores(SourceWriter writer, Nest nest, HostExpressions expressions)
    {
        foreach (CompensatedSum sum in SumsToFinish(nest))
        {
            writer.Line($"{CSharpNames.Of(sum.Sum)} = {expressions.Print(sum.Value)};");
        }

        foreach (Local local in ScalarsToCopy(nest).Where(scalar => scalar.IsWritten).Select(scalar => scalar.Local))
        {
            writer.Line($"f.{CSharpNames.Of(local)} = {CSharpNames.Of(local)};");
        }
    }

    // The accumulators of a vectorised outermost loop stay with the caller, who adds up the partial results.
    private static IEnumerable<ScalarInput> ScalarsToCopy(Nest nest)
    {
        var partial = new HashSet<Local>(FrameEmitter.RootReductions(nest).Select(reduction => reduction.Target));
        return nest.Scalars.Where(scalar => !partial.Contains(scalar.Local));
    }

    private static IEnumerable<CompensatedSum> SumsToFinish(Nest nest) =>
        nest.Loop.Schedule.Vector is null ? nest.CompensatedSums : EquatableArray<CompensatedSum>.Empty;

    private static HashSet<string> LengthsRead(Nest nest)
    {
        var names = new HashSet<string>();

        // The bound of the outermost loop is the caller's affair.
        Block body = nest.Loop.Body;
        IEnumerable<Expr> expressions = StmtFacts.Descendants(body).SelectMany(StmtFacts.Expressions).Prepend(nest.Loop.Start)
            .SelectMany(ExprFacts.SelfAndDescendants);
        foreach (Expr expression in expressions)
        {
            if (expression is Length length)
            {
                names.Add(CSharpNames.LengthOf(length.Buffer, length.Dimension));
            }
            else if (expression is Load load)
            {
                names.UnionWith(LengthsFor(load.Buffer));
            }
        }

        foreach (Store store in StmtFacts.Descendants(body).OfType<Store>())
        {
            names.UnionWith(LengthsFor(store.Buffer));
        }

        return names;
    }

    /// <summary>The lengths that the place of an element is computed with: of all dimensions but the first.</summary>
    private static IEnumerable<string> LengthsFor(Buffer buffer) => Enumerable.Range(1, Math.Max(0, buffer.OwnLengths - 1)).Select(dimension => CSharpNames.LengthOf(buffer, dimension));
}
