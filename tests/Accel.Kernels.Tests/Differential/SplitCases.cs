using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Loops whose range is split.</summary>
internal static class SplitCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Split at the middle", Agreement.Exact, 32, (run, n, on) => SplitKernels.Middle(run.Floats(n), run.Floats(n), on), Gpu: false);
        yield return new("Split behind the store", Agreement.Exact, 32, (run, n, on) => SplitKernels.Behind(run.Integers<int>(n), run.Integers<int>(n), n / 3, on), Gpu: false);
        yield return new("Split at the mirror", Agreement.Exact, 32, (run, n, on) => SplitKernels.Mirror(run.Floats(n), run.Floats(n), run.Floats(n), on), Gpu: false);
        yield return new("Split at the mirror of bytes", Agreement.Exact, 8, (run, n, on) => SplitKernels.MirrorOfBytes(run.Integers<byte>(n), on), Gpu: false);
        yield return new("Split of shortest paths", Agreement.Exact, 32, (run, n, on) => SplitKernels.ShortestPaths(run.Integers<int>(n % 60 * (n % 60)), n % 60, on), Gpu: false);
        yield return new("Split of widest paths", Agreement.Exact, 64, (run, n, on) => SplitKernels.WidestPaths(run.Matrix(n % 60, n % 60, v => v), on), Gpu: false);
        yield return new("Split of rows", Agreement.Exact, 64, (run, n, on) => SplitKernels.Normalize(run.Doubles(n), 1 + (n % 90), n % 90, on), Gpu: false);
    }
}
