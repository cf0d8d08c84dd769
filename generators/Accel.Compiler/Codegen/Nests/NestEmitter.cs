using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Gpu;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.Codegen.Simd;
using Accel.Compiler.IR;
using Accel.Compiler.Pipeline;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Nests;

/// <summary>
/// Writes the class of one nest: its descriptor, <c>TryRun</c> (trip counts, guards, choice of backend), the frame, and the code of each backend.
/// </summary>
internal sealed class NestEmitter
{
    private const int Block = 16384;

    private SourceWriter _writer;
    private readonly LoweredNest _lowered;
    private readonly Nest _nest;
    private readonly FloatModeOption _mode;
    private readonly string? _gpuRefusal;
    private readonly LoopRanges _ranges;

    /// <summary>Whether the host goes on with the loop: from the value that the nest leaves it with.</summary>
    private readonly bool _mayLeave;

    private NestEmitter(SourceWriter writer, LoweredNest lowered, FloatModeOption mode, string? gpuRefusal)
    {
        _writer = writer;
        _lowered = lowered;
        _nest = lowered.Nest;
        _mode = mode;
        _gpuRefusal = gpuRefusal;
        _ranges = new(_nest);
        _mayLeave = StmtFacts.MayLeave(_nest.Loop);
    }

    /// <summary>Writes the class <c>{UniqueName}_Nest{index}</c>.</summary>
    public static void Emit(SourceWriter writer, CompiledKernel kernel, int index, bool emitGpu)
    {
        LoweredNest lowered = kernel.Nests[index];
        FloatModeOption mode = kernel.Model.Options.FloatMode;
        string? gpuRefusal = GpuRefusals.Of(lowered, mode, emitGpu);
        using (writer.Block($"internal static class {kernel.Model.Signature.UniqueName}_Nest{index.ToString(CultureInfo.InvariantCulture)}"))
        {
            new NestEmitter(writer, lowered, mode, gpuRefusal).Emit();
        }
    }

    private void Emit()
    {
        EmitDescriptor();
        _writer.Line();
        EmitTryRun();
        _writer.Line();
        EmitPlain();
        _writer.Line();
        FrameEmitter.Emit(_writer, _nest);
        if (_lowered.SimdRefusal is null)
        {
            SimdEmitter.EmitRuns(_writer, _nest, _mode);
        }
        else
        {
            _writer.Line();
            ScalarEmitter.EmitRun(_writer, _nest, _mode);
        }

        if (_nest.Loop.Schedule.Pieces is { } pieces)
        {
            new PiecesEmitter(_writer, _nest, pieces, _mode).Emit();
        }

        if (_gpuRefusal is null)
        {
            _writer.Line();
            GpuEmitter.Emit(_writer, _nest, _mode);
        }
    }

    private void EmitDescriptor()
    {
        NestCost cost = _lowered.Cost;
        _writer.Line($"internal static readonly NestDescriptor Descriptor = new({GuardExpressions.Text(_nest.Label)})");
        _writer.Open("");
        _writer.Line($"OperationsPerIteration = {cost.Operations.ToString("R", CultureInfo.InvariantCulture)},");
        _writer.Line($"BytesPerIteration = {cost.Bytes.ToString("R", CultureInfo.InvariantCulture)},");
        _writer.Line($"LanesPer256Bits = {cost.LanesPer256Bits.ToString(CultureInfo.InvariantCulture)},");
        if (_lowered.MulticoreRefusal is null)
        {
            long iterations = NestCosts.IterationsPerChunk(cost, isVectorized: _lowered.SimdRefusal is null);
            PiecePlan? pieces = _nest.Loop.Schedule.Pieces;
            _writer.Line($"IterationsPerChunk = {(new BlockPartials(_nest).Names.Any() || pieces?.Ahead is not null ? Block : iterations).ToString(CultureInfo.InvariantCulture)},");
            if (pieces?.Ahead is { } ahead)
            {
                _writer.Line($"OperationsAheadPerIteration = {NestCosts.Of(_nest with { Loop = ahead.Loop }).Operations.ToString("R", CultureInfo.InvariantCulture)},");
            }
        }

        if (_lowered.PlainSlowdown is { } slowdown)
        {
            _writer.Line($"PlainSlowdown = {Math.Round(slowdown, 2).ToString("R", CultureInfo.InvariantCulture)},");
        }

        EmitRefusal("SimdRefusal", _lowered.SimdRefusal);
        EmitRefusal("MulticoreRefusal", _lowered.MulticoreRefusal);
        EmitRefusal("GpuRefusal", _gpuRefusal);
        _writer.Close(";");
    }

    private void EmitRefusal(string property, string? refusal)
    {
        if (refusal is not null)
        {
            _writer.Line($"{property} = {GuardExpressions.Text(refusal)},");
        }
    }

    private void EmitTryRun()
    {
        string[] next = _mayLeave ? [$"ref {_nest.Loop.Variable.Type.Keyword()} next"] : [];
        string parameters = string.Join(", ", NestParameters.Of(_nest, isByRef: true).Prepend("Backend backend").Concat(next));
        using (_writer.Block($"internal static bool TryRun({parameters})"))
        using (_writer.Block("unchecked"))
        {
            EmitNullGuards();
            EmitAssumptions();
            EmitGuards();
            EmitChoice();
            EmitRun();
        }
    }

    private void EmitAssumptions()
    {
        foreach (Assumption assumption in _nest.Assumptions)
        {
            string value = assumption.Value.ToString(CultureInfo.InvariantCulture);
            EmitPlainIf($"{CSharpNames.Of(assumption.Local)} != {value}", assumption.Otherwise ?? $"'{assumption.Local.Name}' is not {value}, which it is compiled for");
        }

        var expressions = new GuardExpressions();
        foreach (Expr divisor in _nest.Divisors)
        {
            EmitPlainIf($"{expressions.Operand(divisor)} is {(divisor.Type.IsSigned() ? "0 or -1" : "0")}", "a division by 0, or of the least integer by -1, fails");
        }

        foreach (Compare ends in _nest.WrongEnds)
        {
            EmitPlainIf(expressions.Print(ends), "the lower end of a Clamp is above the upper one, which throws");
        }

        if (_nest.Progress is { MayBeNobody: false })
        {
            EmitPlainIf($"{CSharpNames.Progress} is null", "nobody is there to be told of the progress, which throws");
        }
    }

    private void EmitGuards()
    {
        SourceWriter outer = _writer;
        _writer = new();
        EmitRanges();
        new RangeGuards(_nest, _ranges).Emit(_writer, PlainCall);
        new GatherGuards(_ranges).Emit(_writer, _nest, PlainCall);
        new LimitGuards(_nest, _ranges).Emit(_writer, PlainCall);
        var overlaps = new OverlapGuards(_lowered, _ranges);
        overlaps.Emit(_writer, PlainCall);
        overlaps.EmitReferences(_writer, PlainCall);
        new LaneGuards(_nest, _ranges).Emit(_writer, PlainCall);
        SourceWriter guards = _writer;
        _writer = outer;

        // Only forms with products of two values, or of long ones, can leave the range in which 64 bits are exact.
        _isInRangeDeclared = guards.ToString().Contains("ref isInRange");
        if (_isInRangeDeclared)
        {
            _writer.Line("bool isInRange = true;");
        }

        _writer.Append(guards);
        if (_isInRangeDeclared)
        {
            EmitInRangeCheck();
        }
    }

    private bool _isInRangeDeclared;

    private void EmitInRangeCheck()
    {
        EmitPlainIf("!isInRange", "its ranges are too large to check");
    }

    private void EmitNullGuards()
    {
        foreach (Buffer buffer in _nest.Buffers.Where(buffer => buffer.Kind is BufferKind.Array or BufferKind.Array2D or BufferKind.Array3D))
        {
            EmitPlainIf($"{buffer.Name} is null", $"'{buffer.Name}' is null");
            if (buffer.Rank > 1)
            {
                string lowerBounds = string.Join(" | ", Enumerable.Range(0, buffer.Rank).Select(dimension => $"{buffer.Name}.GetLowerBound({dimension.ToString(CultureInfo.InvariantCulture)})"));
                EmitPlainIf($"({lowerBounds}) != 0", $"the subscripts of '{buffer.Name}' do not start at 0");
            }
        }
    }

    private void EmitRanges()
    {
        EmitRange(_nest.Loop, []);
        ForLoop root = _nest.Loop;
        if (_writer.ToString().Contains("ref isInRange"))
        {
            EmitInRangeCheck();
        }

        using (_writer.Block($"if ({LoopRanges.High(root)} < {LoopRanges.Low(root)})"))
        {
            _writer.Line("return true;");
        }

        _writer.Line();
        EmitInnerRanges(root.Body, [root]);
    }

    private void EmitInnerRanges(Block block, List<ForLoop> around)
    {
        foreach (Stmt statement in block.Statements)
        {
            if (statement is ForLoop loop)
            {
                if (!loop.IsUnbounded)
                {
                    EmitRange(loop, around);
                }

                EmitInnerRanges(loop.Body, [.. around, loop]);
                continue;
            }

            foreach (Block inner in StmtFacts.InnerBlocks(statement))
            {
                EmitInnerRanges(inner, around);
            }
        }
    }

    private void EmitRange(ForLoop loop, List<ForLoop> around)
    {
        if (_ranges.Wraps(loop, around) is { } wraps)
        {
            EmitPlainIf(wraps, $"an end of the loop over '{loop.Variable.Name}' overflows");
        }

        _ranges.EmitDeclaration(_writer, loop, around);
        _ranges.MarkDeclared(loop);
        if (_ranges.RaggedOverflow(loop) is { } part)
        {
            EmitPlainIf(part, $"an end of the loop over '{loop.Variable.Name}' overflows");
        }

        if (LoopRanges.Overflow(loop) is { } overflow)
        {
            EmitPlainIf(overflow, $"'{loop.Variable.Name}' would overflow");
        }
    }

    private void EmitChoice()
    {
        string iterations = LoopRanges.Trip(_nest.Loop);
        List<ForLoop> around = [_nest.Loop];
        for (ForLoop? loop = NestCosts.HeaviestInner(_nest.Loop); loop is not null; loop = NestCosts.HeaviestInner(loop))
        {
            iterations = $"Guards.Iterations({iterations}, {(loop.IsUnbounded ? LoopCosts.UnknownTripWhile.ToString(CultureInfo.InvariantCulture) : _ranges.TypicalTrip(loop, around))})";
            around.Add(loop);
        }

        if (!_isInRangeDeclared && iterations.Contains("ref isInRange"))
        {
            // A prediction that is out of range is a wrong one, no more.
            _writer.Line("bool isInRange = true;");
        }

        _writer.Line($"nint trip = (nint)({LoopRanges.Trip(_nest.Loop)});");
        _writer.Line($"long iterations = {iterations};");
        _writer.Line($"Backend chosen = Descriptor.Choose(backend, iterations{ResidentBytes()}, out long {CSharpNames.Started});");
        EmitIndependence();
        if (_gpuRefusal is null)
        {
            EmitGpuExceptions();
        }

        // Without vector code the calling thread runs the scalar code that several cores would run, and not the plain form: whether a fused sum or an
        // elementary function has the bits of the one or the other must not hang on how many cores were worth starting.
        if (_lowered.SimdRefusal is null)
        {
            using (_writer.Block("if (chosen == Backend.Reference)"))
            {
                _writer.Line($"return {PlainCall("")};");
            }

            _writer.Line();
        }
    }

    /// <summary>What runs on the calling thread.</summary>
    private string OneCore => $"Backend.{(_lowered.SimdRefusal is null ? "Simd" : "Reference")}";

    /// <summary>What of the data lies on a device only, where one can run the nest.</summary>
    private string ResidentBytes()
    {
        string[] bytes = _gpuRefusal is null ? [.. Spans().Select(NestParameters.ResidentBytes)] : [];
        return bytes.Length == 0 ? "" : $", DeviceResidency.AnyOnDevice ? {string.Join(" + ", bytes)} : 0";
    }

    /// <summary>What iterations of the outermost loop are independent on condition of: without it only one core may run them, in order.</summary>
    private void EmitIndependence()
    {
        // The strides may be so small that rows (or whatever the outer loop steps over) overlap; and of buffers that overlap, each iteration may read what others wrote.
        string[] violations =
        [
            .. _lowered.StrideConditions.Count > 0 ? [$"!({StrideGuards.Condition(_nest, _lowered.StrideConditions, _ranges)})"] : Array.Empty<string>(),
            .. OverlapGuards.MayBeOrdered(_lowered) ? [OverlapGuards.IsOrdered] : Array.Empty<string>(),
        ];
        string violation = violations.Length == 1 ? violations[0] : $"({string.Join(" || ", violations)})";
        if (_nest.Loop.Schedule.NeedsIndependence)
        {
            _writer.Line($"bool {CSharpNames.IsIndependent} = {(violations.Length == 0 ? "true" : $"!{violation}")};");
            violation = $"!{CSharpNames.IsIndependent}";
        }

        if (violations.Length > 0)
        {
            EmitOneCoreIf($"chosen is Backend.Multicore or Backend.Gpu && {violation}");
        }

        if (_nest.Loop.Schedule.Pieces is { } pieces && PiecesEmitter.Violations(pieces).ToList() is { Count: > 0 } notInPieces)
        {
            EmitOneCoreIf($"chosen == Backend.Multicore && ({string.Join(" || ", notInPieces)})");
        }
    }

    private void EmitOneCoreIf(string condition)
    {
        using (_writer.Block($"if ({condition})"))
        {
            _writer.Line($"chosen = {OneCore};");
        }

        _writer.Line();
    }

    /// <summary>
    /// Device memory holds one copy of spans that are one, and one each of others: spans that share memory in part, though not what the nest
    /// touches of them, would overwrite each other when they are copied back.
    /// </summary>
    private void EmitGpuExceptions()
    {
        foreach (AliasRule rule in _lowered.AliasRules.Where(rule => (rule.Written.Rank == 1 && rule.Other.Rank == 1) || rule.Written.Tensor is not null || rule.Other.Tensor is not null))
        {
            (string written, string other) = (OverlapGuards.Span(rule.Written), OverlapGuards.Span(rule.Other));
            string types = $"{rule.Written.ElementType.Keyword()}, {rule.Other.ElementType.Keyword()}";
            string areOne = rule.MayStartAlike
                ? $" && !({written}.Length == {other}.Length && Guards.StartAlike<{types}>({written}, {other}))"
                : "";
            using (_writer.Block($"if (chosen == Backend.Gpu && Guards.MayOverlap<{types}>({written}, {other}){areOne})"))
            {
                _writer.Line("chosen = Backend.Simd;");
            }

            _writer.Line();
        }
    }

    private void EmitRun()
    {
        var blocks = new BlockPartials(_nest);
        blocks.EmitAllocation(_writer);
        if (_gpuRefusal is null)
        {
            // RunGpu says no where the device failed before anything was written; unless the GPU was asked for by name, the CPU then does the work.
            string arguments = string.Join(", ", Arguments().Append("trip").Concat(blocks.Names));
            if (_nest.IsCancellable)
            {
                using (_writer.Block("if (chosen == Backend.Gpu)"))
                {
                    _writer.Line($"{CSharpNames.Cancellation}.ThrowIfCancellationRequested();");
                }

                _writer.Line();
            }

            using (_writer.Block($"if (chosen != Backend.Gpu || !RunGpu({arguments}))"))
            {
                using (_writer.Block("if (chosen == Backend.Gpu)"))
                {
                    _writer.Line("GpuLaunch.ThrowIfNamed(backend);");
                    _writer.Line($"chosen = {OneCore};");
                }

                _writer.Line();
                EmitRunOnCpu(blocks);
            }
        }
        else
        {
            EmitRunOnCpu(blocks);
        }

        _writer.Line();
        using (_writer.Block($"if ({CSharpNames.Started} != 0)"))
        {
            _writer.Line($"Descriptor.Complete(chosen, {CSharpNames.Started});");
        }

        _writer.Line();
        blocks.EmitFold(_writer);
        if (_mayLeave)
        {
            ForLoop root = _nest.Loop;
            string start = root.Step > 0 ? LoopRanges.Low(root) : LoopRanges.High(root);
            _writer.Line($"next = ({root.Variable.Type.Keyword()})({start} + (frame.left * {ScalarLiteral.Signed(root.Step, "L")}));");
        }

        _writer.Line(_mayLeave ? "return false;" : "return true;");
    }

    private void EmitRunOnCpu(BlockPartials blocks)
    {
        foreach (Buffer buffer in Spans())
        {
            _writer.Line(EnsureHost(buffer));
        }

        FrameEmitter.EmitCreate(_writer, _nest, "frame");
        blocks.EmitAssignment(_writer);
        if (_lowered.MulticoreRefusal is not null)
        {
            _writer.Line("frame.Run(0, trip);");
            return;
        }

        bool sharesBlocks = blocks.Names.Any();
        string multiple = sharesBlocks ? Block.ToString(CultureInfo.InvariantCulture) : _nest.Loop.Schedule.Vector is null ? "1" : "256";
        const string Chunk = "nint chunk = Math.Max(1, (nint)(Descriptor.IterationsPerChunk / Math.Max(1, iterations / trip)));";
        using (_writer.Block("if (chosen == Backend.Multicore)"))
        {
            _writer.Line(Chunk);
            _writer.Line(_nest.Loop.Schedule.Pieces is not null ? "RunPieces(ref frame, chunk);" : $"ParallelRange.{(_nest.RunsInPieces ? "ForInPieces" : "For")}(trip, {multiple}, chunk, ref frame);");
        }

        using (_writer.Block("else"))
        {
            if (_nest.RunsInPieces)
            {
                _writer.Line(Chunk);
                _writer.Line($"ParallelRange.InPieces(trip, {multiple}, chunk, ref frame);");
            }
            else
            {
                _writer.Line("frame.Run(0, trip);");
            }
        }
    }

    /// <summary>What every failed guard does: device data that the plain form will read comes to the host.</summary>
    private void EmitPlain()
    {
        string parameters = string.Join(", ", Spans().Select(NestParameters.Of).Prepend("string reason"));
        _writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (_writer.Block($"private static bool Plain({parameters})"))
        {
            foreach (Buffer buffer in Spans())
            {
                _writer.Line(EnsureHost(buffer));
            }

            _writer.Line("return reason.Length > 0 && Descriptor.GuardFailed(reason);");
        }
    }

    private void EmitPlainIf(string condition, string reason)
    {
        using (_writer.Block($"if ({condition})"))
        {
            _writer.Line($"return {PlainCall(reason)};");
        }

        _writer.Line();
    }

    private string PlainCall(string reason) => $"Plain({string.Join(", ", Spans().Select(buffer => buffer.Name).Prepend(GuardExpressions.Text(reason)))})";

    private IEnumerable<Buffer> Spans() => NestParameters.Spans(_nest);

    private string EnsureHost(Buffer buffer) => NestParameters.EnsureHost(_nest, buffer);

    private IEnumerable<string> Arguments() => _nest.Buffers.Select(buffer => buffer.Name).Concat(_nest.Scalars.Select(scalar => CSharpNames.Of(scalar.Local)));
}
