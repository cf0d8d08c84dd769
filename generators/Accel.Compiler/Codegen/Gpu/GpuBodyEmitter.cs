using System.Globalization;
using Accel.Compiler.Analysis;
using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Codegen.Gpu;

/// <summary>Writes the struct <c>GpuBody</c>: what a thread needs, and what it does.</summary>
internal sealed class GpuBodyEmitter
{
    private readonly SourceWriter _writer;
    private readonly Nest _nest;
    private readonly GpuThreads _threads;
    private readonly GpuExpressions _expressions;

    private GpuBodyEmitter(SourceWriter writer, Nest nest, FloatModeOption mode)
    {
        _writer = writer;
        _nest = nest;
        _threads = GpuThreads.Of(nest);
        _expressions = new(nest, mode);
    }

    public static void Emit(SourceWriter writer, Nest nest, FloatModeOption mode) => new GpuBodyEmitter(writer, nest, mode).Emit();

    /// <summary>The field with the trip count of a loop below the outermost whose iterations are threads.</summary>
    public static string TripOf(ForLoop loop) => "trip" + loop.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The method that computes <see cref="TripOf"/> on the host.</summary>
    public static string CountOf(ForLoop loop) => "Count" + loop.Id.ToString(CultureInfo.InvariantCulture);

    private void Emit()
    {
        // Internal, because the assembly that ILGPU makes for its CPU accelerator names it.
        using SourceWriter.Scope scope = _writer.Block("internal struct GpuBody : IGpuKernel");
        EmitFields();
        foreach (ForLoop loop in _threads.Loops.Skip(1))
        {
            _writer.Line();
            _writer.Line($"public readonly long {CountOf(loop)}() => {GpuTrips.Trip(_expressions, loop)};");
        }

        _writer.Line();
        using (_writer.Block("public readonly void Run(long index)"))
        using (_writer.Block("unchecked"))
        {
            GpuLanes.EmitAllocation(_writer, StmtFacts.Descendants(_threads.Innermost.Body).OfType<ForLoop>());
            if (_threads.Lanes > 0)
            {
                EmitLaneThread();
            }
            else
            {
                EmitThread();
            }
        }
    }

    private void EmitFields()
    {
        foreach (Buffer buffer in _nest.Buffers)
        {
            _writer.Line($"public GpuView<{GpuStorage.TypeOf(buffer.ElementType)}> {CSharpNames.Of(buffer)};");
            for (int dimension = 0; dimension < buffer.OwnLengths; dimension++)
            {
                _writer.Line($"public int {CSharpNames.LengthOf(buffer, dimension)};");
            }

            if (buffer.Kind == BufferKind.Elements)
            {
                _writer.Line($"public long {GpuExpressions.StepOf(buffer)};");
            }
        }

        foreach (ScalarInput scalar in _nest.Scalars.Where(scalar => !scalar.IsWritten))
        {
            _writer.Line($"public {GpuStorage.TypeOf(scalar.Local.Type)} {CSharpNames.Of(scalar.Local)};");
        }

        foreach (ForLoop loop in _threads.Loops.Skip(1))
        {
            _writer.Line($"public long {TripOf(loop)};");
        }

        if (_threads.Lanes > 0)
        {
            _writer.Line("public long trip;");
        }

        foreach (Reduction reduction in _threads.Reductions)
        {
            _writer.Line($"public GpuView<{GpuStorage.TypeOf(reduction.Target.Type)}> {GpuFoldEmitter.LanesOf(reduction)};");
        }
    }

    // The number of the thread counts the iterations of the innermost of its loops first, so that neighbours touch neighbouring elements.
    private void EmitThread()
    {
        string rest = "index";
        for (int i = _threads.Loops.Count - 1; i > 0; i--)
        {
            string trip = TripOf(_threads.Loops[i]);
            string outer = $"index{i.ToString(CultureInfo.InvariantCulture)}";
            _writer.Line($"long {outer} = {rest} / {trip};");
            GpuTrips.EmitVariable(_writer, _expressions, _threads.Loops[i], $"({rest} - ({outer} * {trip}))");
            rest = outer;
        }

        GpuTrips.EmitVariable(_writer, _expressions, _threads.Loops[0], rest);
        new GpuStatements(_writer, _expressions).Emit(_threads.Innermost.Body);
    }

    private void EmitLaneThread()
    {
        string lanes = _threads.Lanes.ToString(CultureInfo.InvariantCulture);
        foreach (Reduction reduction in _threads.Reductions)
        {
            string identity = _expressions.Print(ReductionSteps.Identity(reduction.Op, reduction.Target.Type));
            _writer.Line($"{reduction.Target.Type.Keyword()} {CSharpNames.Of(reduction.Target)} = {identity};");
        }

        _writer.Line($"long block = index / {lanes} * {GpuThreads.Block};");
        _writer.Line($"long end = GpuMath.Min(block + {GpuThreads.Block}, trip);");
        using (_writer.Block($"for (long t = block + (index % {lanes}); t < end; t += {lanes})"))
        {
            GpuTrips.EmitVariable(_writer, _expressions, _nest.Loop, "t");
            new GpuStatements(_writer, _expressions).Emit(_nest.Loop.Body);
        }

        _writer.Line();
        foreach (Reduction reduction in _threads.Reductions)
        {
            _writer.Line($"{GpuFoldEmitter.LanesOf(reduction)}[index] = {GpuStorage.Store(CSharpNames.Of(reduction.Target), reduction.Target.Type)};");
        }
    }
}
