using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Host;
using Accel.Compiler.Codegen.Nests;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Checked;

/// <summary>
/// Writes the class that runs a nest in order and announces to a <c>ParallelLoopChecker</c> what each iteration of its parallel loops reads and
/// writes. It needs no guards: every element is checked where it is reached, as in the method as written.
/// </summary>
internal static class CheckedNestEmitter
{
    /// <summary>The local that what happens is announced to.</summary>
    public const string Checker = "races";

    /// <summary>Writes the class <c>{UniqueName}_Checked{index}</c>.</summary>
    public static void Emit(SourceWriter writer, KernelSignature signature, CheckedNest checkedNest, int index)
    {
        Nest nest = checkedNest.Nest;
        var accesses = new CheckedAccesses(signature, checkedNest.Sites);
        var body = new SourceWriter();
        var statements = new CheckedStatements(body, nest, accesses);
        statements.Emit(nest.Loop);

        using (writer.Block($"internal static class {GeneratedNames.CheckedClass(signature, index)}"))
        {
            EmitDescriptor(writer, signature, nest, accesses, statements);
            writer.Line();
            using (writer.Block($"internal static void Run({string.Join(", ", NestParameters.Of(nest, isByRef: true))})"))
            using (writer.Block("unchecked"))
            {
                EmitStart(writer, nest);
                writer.Append(body);
            }
        }
    }

    private static void EmitDescriptor(SourceWriter writer, KernelSignature signature, Nest nest, CheckedAccesses accesses, CheckedStatements statements)
    {
        writer.Line($"private static readonly ParallelNest Nest = new({GuardExpressions.Text(signature.DisplayName)})");
        writer.Open("");
        writer.Line($"Levels = {LevelsOf(nest.Loop).ToString(CultureInfo.InvariantCulture)},");
        writer.Line($"Buffers = {nest.Buffers.Count.ToString(CultureInfo.InvariantCulture)},");
        EmitList(writer, "Loops", statements.Loops.Select(loop => $"new({accesses.Place(loop.Site)}),"));
        EmitList(writer, "Accesses", accesses.Entries());
        writer.Close(";");
    }

    private static void EmitList(SourceWriter writer, string property, IEnumerable<string> entries)
    {
        writer.Line($"{property} =");
        writer.Line("[");
        foreach (string entry in entries)
        {
            writer.Line("    " + entry);
        }

        writer.Line("],");
    }

    private static void EmitStart(SourceWriter writer, Nest nest)
    {
        foreach (Buffer span in NestParameters.Spans(nest))
        {
            writer.Line(NestParameters.EnsureHost(nest, span));
        }

        writer.Line($"var {Checker} = new ParallelLoopChecker(Nest);");
        foreach (Buffer buffer in nest.Buffers)
        {
            writer.Line($"{Checker}.Add<{buffer.ElementType.Keyword()}>({Number(buffer)}, {Elements(buffer)});");
        }

        foreach (Buffer first in nest.Buffers)
        {
            foreach (Buffer second in nest.Buffers.Where(other => other.Id > first.Id && (NestParameters.IsWritten(nest, first) || NestParameters.IsWritten(nest, other))))
            {
                string types = $"{first.ElementType.Keyword()}, {second.ElementType.Keyword()}";
                writer.Line($"{Checker}.Relate<{types}>({Number(first)}, {Elements(first)}, {Number(second)}, {Elements(second)});");
            }
        }

        writer.Line($"{Checker}.Start();");
    }

    private static string Number(Buffer buffer) => buffer.Id.ToString(CultureInfo.InvariantCulture);

    private static string Elements(Buffer buffer) => buffer.Rank > 1 ? $"ParallelLoopChecker.Elements({buffer.Name})" : buffer.Name;

    /// <summary>How many parallel loops stand inside each other at most.</summary>
    private static int LevelsOf(ForLoop loop) => (loop.IsIndependent ? 1 : 0) + LevelsOf(loop.Body);

    private static int LevelsOf(Block block) => block.Statements
        .Select(statement => statement is ForLoop loop ? LevelsOf(loop) : StmtFacts.InnerBlocks(statement).Select(LevelsOf).DefaultIfEmpty(0).Max())
        .DefaultIfEmpty(0)
        .Max();
}
