using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Slices that are made inside the nest.</summary>
internal static class SliceCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Doubled rows", Agreement.Exact, 32, (run, n, on) => SliceKernels.Doubled(run.Floats(3 * (n / 3)), run.Empty<float>(3 * (n / 3)), n / 3, 3, on));
        yield return new("Sums of rows", Agreement.CloseFloat, 64, (run, n, on) => SliceKernels.Sums(run.Floats(3 * n), run.Empty<float>(3), n, on));
        yield return new("Windows in order", Agreement.Exact, 32, (run, n, on) => SliceKernels.Windows(run.Integers<int>(n + 5), run.Empty<int>(n), 5, on), Gpu: false);
        yield return new("Differences of rows", Agreement.Exact, 16, (run, n, on) => SliceKernels.Differences(run.Array(4 * (n / 4), v => v), run.Array(4 * (n / 4), v => v), n / 4, on), Gpu: false);
        yield return new("Moved parts", Agreement.Exact, 32, (run, n, on) =>
            SliceKernels.Moved(System.Runtime.InteropServices.MemoryMarshal.Cast<float, System.Numerics.Vector2>(run.Floats(6 * (n / 6))), n / 6, on), Gpu: false);
        yield return new("Slices in branches", Agreement.Exact, 32, (run, n, on) => SliceKernels.Branches(run.Integers<int>(3 * (n / 3)), run.Integers<int>(3 * (n / 3)), n / 3, on), Gpu: false);
    }
}
