using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen;

/// <summary>
/// Writes the frame of a nest: a ref struct on the caller's stack with what every piece of the nest needs. Ref fields need no
/// pinning, and workers reach the frame by its address.
/// </summary>
internal static class FrameEmitter
{
    /// <summary>Writes the type <c>Frame</c>. Its <c>Run</c> chooses among Run128, Run256 and Run512, or calls RunScalar.</summary>
    public static void Emit(SourceWriter writer, Nest nest, string accessibility = "private")
    {
        using SourceWriter.Scope scope = writer.Block($"{accessibility} ref struct Frame : global::Accel.Runtime.IRangeBody");
        foreach (Buffer buffer in nest.Buffers)
        {
            EmitFields(writer, buffer);
        }

        foreach (ScalarInput scalar in nest.Scalars)
        {
            string modifier = scalar.IsWritten ? "ref " : "";
            writer.Line($"public {modifier}{scalar.Local.Type.Keyword()} {CSharpNames.Of(scalar.Local)};");
        }

        if (nest.IsCancellable)
        {
            writer.Line($"public {CSharpNames.TokenType} {CSharpNames.Cancellation};");
        }

        if (nest.Progress is not null)
        {
            writer.Line($"public {CSharpNames.ProgressType} {CSharpNames.Progress};");
            writer.Line("public long reported;");
        }

        writer.Line("public nint trip;");
        if (StmtFacts.MayLeave(nest.Loop))
        {
            writer.Line("public nint done;");
            writer.Line("public nint left;");
        }

        if (nest.Loop.Schedule.NeedsIndependence)
        {
            writer.Line($"public bool {CSharpNames.IsIndependent};");
        }

        foreach (Reduction reduction in RootReductions(nest))
        {
            writer.Line($"public Span<{reduction.Target.Type.Keyword()}> {CSharpNames.PartialsOf(reduction.Target)};");
        }

        writer.Line();
        EmitRun(writer, nest);
    }

    /// <summary>
    /// Writes the creation of a frame from the parameters of TryRun: buffers under their names, scalars under
    /// <see cref="CSharpNames.Of(Local)"/>, and <c>nint trip</c>, the trip count of the outermost loop.
    /// </summary>
    public static void EmitCreate(SourceWriter writer, Nest nest, string frameName)
    {
        // Scoped, because it may hold references to the caller's scalars and to partial results on the stack.
        writer.Line($"scoped Frame {frameName} = default;");
        foreach (Buffer buffer in nest.Buffers)
        {
            EmitAssignments(writer, buffer, frameName);
        }

        foreach (ScalarInput scalar in nest.Scalars)
        {
            string name = CSharpNames.Of(scalar.Local);
            writer.Line($"{frameName}.{name} = {(scalar.IsWritten ? "ref " : "")}{name};");
        }

        if (nest.IsCancellable)
        {
            writer.Line($"{frameName}.{CSharpNames.Cancellation} = {CSharpNames.Cancellation};");
        }

        if (nest.Progress is not null)
        {
            writer.Line($"{frameName}.{CSharpNames.Progress} = {CSharpNames.Progress};");
        }

        writer.Line($"{frameName}.trip = trip;");
        if (StmtFacts.MayLeave(nest.Loop))
        {
            writer.Line($"{frameName}.left = trip;");
        }

        if (nest.Loop.Schedule.NeedsIndependence)
        {
            writer.Line($"{frameName}.{CSharpNames.IsIndependent} = {CSharpNames.IsIndependent};");
        }
    }

    /// <summary>The reductions of the outermost loop where that is the vector loop: they leave one partial result per block.</summary>
    public static IEnumerable<Reduction> RootReductions(Nest nest) =>
        nest.Loop.Schedule.Vector is { } plan ? plan.Reductions : Enumerable.Empty<Reduction>();

    private static void EmitFields(SourceWriter writer, Buffer buffer)
    {
        string type = buffer.ElementType.Keyword();
        writer.Line($"public ref {type} {CSharpNames.Of(buffer)};");
        for (int dimension = 0; dimension < buffer.OwnLengths; dimension++)
        {
            writer.Line($"public int {CSharpNames.LengthOf(buffer, dimension)};");
        }

        if (buffer.Kind == BufferKind.Elements)
        {
            writer.Line($"public bool {CSharpNames.IsScalarOf(buffer)};");
            writer.Line($"public {type} {CSharpNames.ScalarOf(buffer)};");
        }
    }

    private static void EmitRun(SourceWriter writer, Nest nest)
    {
        if (StmtFacts.MayLeave(nest.Loop))
        {
            EmitSearch(writer);
            return;
        }

        bool hasVectorLoop = HasVectorLoop(nest.Loop);
        if (!hasVectorLoop && !nest.RunsInPieces)
        {
            writer.Line("public void Run(nint begin, nint end) => RunScalar(ref this, begin, end);");
            return;
        }

        using (writer.Block("public void Run(nint begin, nint end)"))
        {
            if (nest.IsCancellable)
            {
                writer.Line($"{CSharpNames.Cancellation}.ThrowIfCancellationRequested();");
            }

            if (!hasVectorLoop)
            {
                writer.Line("RunScalar(ref this, begin, end);");
            }
            else
            {
                using (writer.Block("switch (global::Accel.Runtime.SimdWidth.Bits)"))
                {
                    EmitCase(writer, "case 512:", 512);
                    EmitCase(writer, "case 256:", 256);
                    EmitCase(writer, "default:", 128);
                }
            }

            if (nest.Progress is not null)
            {
                writer.Line();
                writer.Line("Report(end - begin);");
            }
        }

        if (nest.Progress is { } progress)
        {
            writer.Line();
            EmitReport(writer, nest, progress);
        }
    }

    /// <summary>Tells of the progress as the last iteration that is done would, were iterations run in order; of a long nest some 256 times, and at its end.</summary>
    private static void EmitReport(SourceWriter writer, Nest nest, Progress progress)
    {
        var expressions = new Scalar.HostExpressions(FloatModeOption.Strict);
        using SourceWriter.Scope scope = writer.Block("private void Report(nint iterations)");
        writer.Line("long done = global::System.Threading.Interlocked.Add(ref reported, iterations);");
        using (writer.Block($"if ({CSharpNames.Progress} is null || (done < trip && done * 256 / trip == (done - iterations) * 256 / trip))"))
        {
            writer.Line("return;");
        }

        writer.Line();
        writer.Line("long t = done - 1;");
        Scalar.RootLoop.EmitVariable(writer, expressions, nest.Loop);
        writer.Line($"{CSharpNames.Progress}.Report({expressions.Print(progress.Value)});");
    }

    /// <summary>
    /// A loop that may be left: each piece stops at the first group of lanes in which one may leave, and says so, unless an earlier one has. It has a frame of its own, since several cores run pieces.
    /// </summary>
    private static void EmitSearch(SourceWriter writer)
    {
        using SourceWriter.Scope scope = writer.Block("public void Run(nint begin, nint end)");
        using (writer.Block("if (begin >= global::System.Threading.Volatile.Read(ref left))"))
        {
            writer.Line("return;");
        }

        writer.Line();
        writer.Line("scoped Frame piece = this;");
        using (writer.Block("switch (global::Accel.Runtime.SimdWidth.Bits)"))
        {
            EmitCase(writer, "case 512:", 512, "piece");
            EmitCase(writer, "case 256:", 256, "piece");
            EmitCase(writer, "default:", 128, "piece");
        }

        writer.Line();
        using (writer.Block("if (piece.done < end)"))
        {
            writer.Line("ParallelRange.Lower(ref left, piece.done);");
        }
    }

    private static void EmitCase(SourceWriter writer, string label, int bits, string frame = "this")
    {
        writer.Line(label);
        writer.Line($"    Run{bits}(ref {frame}, begin, end);");
        writer.Line("    break;");
    }

    private static void EmitAssignments(SourceWriter writer, Buffer buffer, string frameName)
    {
        string field = $"{frameName}.{CSharpNames.Of(buffer)}";
        string parameter = buffer.Name;
        string first = buffer.Kind switch
        {
            BufferKind.Array => $"MemoryMarshal.GetArrayDataReference({parameter})",
            BufferKind.Array2D or BufferKind.Array3D => $"Unsafe.As<byte, {buffer.ElementType.Keyword()}>(ref MemoryMarshal.GetArrayDataReference({parameter}))",
            BufferKind.Elements => $"MemoryMarshal.GetReference({parameter}.Span)",
            _ => $"MemoryMarshal.GetReference({parameter})",
        };
        writer.Line($"{field} = ref {first};");
        for (int dimension = 0; dimension < buffer.OwnLengths; dimension++)
        {
            string length = buffer.Rank > 1 ? $".GetLength({dimension})" : ".Length";
            writer.Line($"{frameName}.{CSharpNames.LengthOf(buffer, dimension)} = {parameter}{length};");
        }

        if (buffer.Kind == BufferKind.Elements)
        {
            writer.Line($"{frameName}.{CSharpNames.IsScalarOf(buffer)} = {parameter}.IsScalar;");
            writer.Line($"{frameName}.{CSharpNames.ScalarOf(buffer)} = {parameter}.Scalar;");
        }
    }

    public static bool HasVectorLoop(ForLoop loop) => loop.Schedule.Vector is not null || HasVectorLoop(loop.Body);

    private static bool HasVectorLoop(Block block) => block.Statements.Any(statement => statement switch
    {
        ForLoop loop => HasVectorLoop(loop),
        If branch => HasVectorLoop(branch.Then) || HasVectorLoop(branch.Else),
        _ => false,
    });
}
