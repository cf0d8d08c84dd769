using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using static Accel.Compiler.Codegen.Nests.PieceNames;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// Writes what a piece is: <c>Carried</c>, what it passes on, and <c>Pieces</c>, which runs one with a frame of its own.
/// </summary>
internal sealed class PieceEmitter(SourceWriter writer, Nest nest, PiecePlan plan, FloatModeOption mode)
{
    public void Emit()
    {
        if (plan.Kept.Any())
        {
            writer.Line();
            EmitCarried();
        }

        writer.Line();
        EmitPieces();
        foreach (ValueBefore value in plan.Before)
        {
            writer.Line();
            EmitBefore(value);
        }
    }

    /// <summary>The struct with what one piece passes on.</summary>
    private void EmitCarried()
    {
        using SourceWriter.Scope scope = writer.Block("private struct Carried");
        foreach (Local local in plan.Kept.SelectMany(carry => carry.Locals))
        {
            writer.Line($"public {local.Type.Keyword()} {CSharpNames.Of(local)};");
        }

        if (plan.Ahead is not null)
        {
            writer.Line("public int isKnown;");
        }
    }

    private void EmitPieces()
    {
        using SourceWriter.Scope scope = writer.Block("private ref struct Pieces : global::Accel.Runtime.IRangeBody");
        writer.Line("public Frame frame;");
        writer.Line("public nint size;");
        if (plan.Kept.Any())
        {
            writer.Line("public Span<Carried> carried;");
        }

        foreach (SumOfIterations sum in plan.Sums)
        {
            writer.Line($"public Span<{sum.Target.Type.Keyword()}> {ResultsOf(sum.Target)};");
        }

        foreach (RunningValue value in plan.Running)
        {
            writer.Line($"public Span<{value.Target.Type.Keyword()}> {AheadOf(value.Target)};");
        }

        foreach (PrivateCopies copies in plan.Copies)
        {
            writer.Line($"public Span<{copies.Buffer.ElementType.Keyword()}> {CopiesOf(copies.Buffer)};");
        }

        if (plan.Copies.Count > 0)
        {
            writer.Line("public long taken;");
        }

        writer.Line();
        using (writer.Block("public void Run(nint begin, nint end)"))
        {
            EmitPiece();
        }

        if (plan.Ahead is { } ahead)
        {
            writer.Line();
            EmitFind(ahead);
        }
    }

    private void EmitPiece()
    {
        writer.Line("scoped Frame own = frame;");
        if (plan.Kept.Any())
        {
            writer.Line("int piece = (int)(begin / size);");
            writer.Line("ref Carried mine = ref carried[piece];");
        }

        foreach (Local local in plan.Kept.Where(carry => carry is not RunningValue).SelectMany(carry => carry.Locals))
        {
            writer.Line($"own.{CSharpNames.Of(local)} = ref mine.{CSharpNames.Of(local)};");
        }

        foreach (ValueBefore value in plan.Before)
        {
            string name = CSharpNames.Of(value.Target);
            writer.Line($"mine.{name} = piece == 0 ? frame.{name} : {BeforeOf(value.Target)}(ref own, begin - 1);");
        }

        if (plan.Ahead is not null)
        {
            EmitStart();
        }

        if (plan.Copies.Count == 0)
        {
            EmitIterations();
            return;
        }

        writer.Line("int copy = ParallelRange.TakeCopy(ref taken);");
        using (writer.Block("if (copy > 0)"))
        {
            foreach (PrivateCopies copies in plan.Copies)
            {
                writer.Line($"own.{CSharpNames.Of(copies.Buffer)} = ref Unsafe.Add(ref MemoryMarshal.GetReference({CopiesOf(copies.Buffer)}), (nint)(copy - 1) * own.{CSharpNames.LengthOf(copies.Buffer, 0)});");
            }
        }

        writer.Line();
        EmitIterations();
        writer.Line("ParallelRange.GiveCopy(ref taken, copy);");
    }

    /// <summary>What the piece begins with: what all those before it pass on. What it passes on itself is told before it runs, and also if it fails.</summary>
    private void EmitStart()
    {
        writer.Line("Carried before = default;");
        using (writer.Block("try"))
        {
            writer.Line("Find(begin, end, ref mine);");
            using (writer.Block("if (piece == 0)"))
            {
                foreach (RunningValue value in plan.Running)
                {
                    writer.Line($"before.{CSharpNames.Of(value.Target)} = frame.{CSharpNames.Of(value.Target)};");
                }
            }

            using (writer.Block("else"))
            {
                writer.Line("ParallelRange.AwaitPiece(ref carried[piece - 1].isKnown);");
                writer.Line("before = carried[piece - 1];");
            }

            writer.Line();
            foreach (RunningValue value in plan.Running)
            {
                string name = CSharpNames.Of(value.Target);
                writer.Line($"mine.{name} = {Operator(value.Target, value.Op)}.Combine(before.{name}, mine.{name});");
            }
        }

        using (writer.Block("finally"))
        {
            writer.Line("global::System.Threading.Volatile.Write(ref mine.isKnown, 1);");
        }

        writer.Line();
        foreach (RunningValue value in plan.Running)
        {
            writer.Line($"own.{CSharpNames.Of(value.Target)} = ref before.{CSharpNames.Of(value.Target)};");
        }
    }

    private void EmitIterations()
    {
        if (!plan.IsByIteration)
        {
            writer.Line("own.Run(begin, end);");
            return;
        }

        using (writer.Block("for (nint iteration = begin; iteration < end; iteration++)"))
        {
            foreach (SumOfIterations sum in plan.Sums)
            {
                string result = $"{ResultsOf(sum.Target)}[(int)iteration]";
                writer.Line($"{result} = {Identity(sum.Op, sum.Target.Type)};");
                writer.Line($"own.{CSharpNames.Of(sum.Target)} = ref {result};");
            }

            writer.Line("own.Run(iteration, iteration + 1);");
        }
    }

    /// <summary>The method that finds what a piece adds.</summary>
    private void EmitFind(AheadOfPieces ahead)
    {
        using SourceWriter.Scope scope = writer.Block("private void Find(nint begin, nint end, ref Carried found)");
        writer.Line("scoped Ahead.Frame ahead = default;");
        foreach (Buffer buffer in ahead.Buffers)
        {
            string name = CSharpNames.Of(buffer);
            writer.Line($"ahead.{name} = ref frame.{name};");
            for (int dimension = 0; dimension < buffer.OwnLengths; dimension++)
            {
                writer.Line($"ahead.{CSharpNames.LengthOf(buffer, dimension)} = frame.{CSharpNames.LengthOf(buffer, dimension)};");
            }
        }

        foreach (Local local in ahead.Scalars)
        {
            writer.Line($"ahead.{CSharpNames.Of(local)} = frame.{CSharpNames.Of(local)};");
        }

        foreach (RunningValue value in plan.Running)
        {
            writer.Line($"ahead.{CSharpNames.PartialsOf(value.Target)} = {AheadOf(value.Target)};");
        }

        writer.Line("ahead.Run(begin, end);");
        writer.Line($"global::System.Range blocks = (int)(begin / {BlockSize})..(int)((end + {BlockSize} - 1) / {BlockSize});");
        foreach (RunningValue value in plan.Running)
        {
            writer.Line($"found.{CSharpNames.Of(value.Target)} = BlockTree.Fold<{value.Target.Type.Keyword()}, {Operator(value.Target, value.Op)}>({AheadOf(value.Target)}[blocks]);");
        }
    }

    /// <summary>The method that finds what one iteration assigns.</summary>
    private void EmitBefore(ValueBefore value)
    {
        var expressions = new HostExpressions(mode);
        Nest iteration = value.Iteration.In(nest);
        string name = CSharpNames.Of(value.Target);
        using SourceWriter.Scope scope = writer.Block($"private static {value.Target.Type.Keyword()} {BeforeOf(value.Target)}(scoped ref Frame f, nint t)");
        using SourceWriter.Scope arithmetic = writer.Block("unchecked");
        FrameLocals.EmitLoads(writer, iteration);
        RootLoop.EmitVariable(writer, expressions, iteration.Loop);
        writer.Line($"{value.Target.Type.Keyword()} {name} = default;");
        new ScalarStatements(writer, expressions, vectorLoop: null).Emit(iteration.Loop.Body);
        writer.Line($"return {name};");
    }
}
