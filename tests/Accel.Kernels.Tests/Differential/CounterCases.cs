using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Loops that count as they go, and that read and write at places that data says.</summary>
internal static class CounterCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Above", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.Above(run.AnyFloats(n), run.Empty<float>(n), run.Empty<int>(n), 0.5f, on)), Gpu: false);
        yield return new("Above nothing", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.Above(run.Floats(n), run.Floats(n), run.Integers<int>(n), -1e9f, on)), Gpu: false);
        yield return new("Above all", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.Above(run.Floats(n), run.Floats(n), run.Integers<int>(n), 1e9f, on)), Gpu: false);
        yield return new("Doubles counted", Agreement.Exact, 16, (run, n, on) => run.Return(CounterKernels.Doubles(run.Doubles(n), run.Doubles(n + 3), 2, on)), Gpu: false);
        yield return new("Letters", Agreement.Exact, 64, (run, n, on) => run.Return(CounterKernels.Letters(run.Integers<byte>(n), run.Integers<byte>(n), on)), Gpu: false);
        yield return new("Words", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.Words(run.Integers<short>(n), run.Integers<short>(n), run.Integers<long>(n), on)), Gpu: false);
        yield return new("Partition", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.Partition(run.Integers<int>(n), run.Integers<int>(n), run.Integers<int>(n), 3, on)), Gpu: false);
        yield return new("Rows counted", Agreement.Exact, 32, (run, n, on) =>
            CounterKernels.Rows(run.Matrix(9, n % 300, v => (float)v), run.Matrix(9, n % 300, v => (float)v), run.Integers<int>(9), on));
        yield return new("Distinct", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.Distinct(run.Array(n, v => (int)(v / 3)), run.Integers<int>(n), on)), Gpu: false);
        yield return new("In place", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.InPlace(run.Integers<int>(n), 0, 0, on)), Gpu: false);
        yield return new("In place from further on", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.InPlace(run.Integers<int>(n), 1, 3, on)), Gpu: false);
        yield return new("In place with the next", Agreement.Exact, 32, (run, n, on) => run.Return(CounterKernels.InPlaceWithNext(run.Floats(n), run.Floats(n), on)), Gpu: false);
        yield return new("Expand", Agreement.CloseFloat, 32, (run, n, on) => run.Return(CounterKernels.Expand(run.Floats(n), run.Floats(n), run.Floats(n), on)), Gpu: false);
        yield return new("Twice", Agreement.CloseFloat, 32, (run, n, on) => run.Return(CounterKernels.Twice(run.Floats(n), run.Floats(n), run.Floats(2 * n), on)), Gpu: false);
        yield return new("Histogram", Agreement.Exact, 32, (run, n, on) => CounterKernels.Histogram(run.AnyFloats(n), run.Integers<int>(20), -3.5f, 0.3f, on), Gpu: false);
        yield return new("Scatter sum", Agreement.CloseFloat, 32, (run, n, on) => CounterKernels.Scatter(run.Array(n, v => (int)((v + 4) * 3)), run.Floats(n), run.Floats(24), on), Gpu: false);
        yield return new("Mixed turns", Agreement.CloseFloat, 32, (run, n, on) => CounterKernels.Mixed(run.Integers<byte>(n), run.Array(16, v => 0), run.Empty<float>(n), on), Gpu: false);
    }
}
