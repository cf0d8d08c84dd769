using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Indices that go round, and flags.</summary>
internal static class WrapCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Wrap behind", Agreement.Exact, 32, (run, n, on) => WrapKernels.Behind(run.Empty<float>(n), run.Floats(n), on));
        yield return new("Wrap further behind", Agreement.Exact, 32, (run, n, on) => run.Return(WrapKernels.FurtherBehind(run.Empty<int>(n), run.Integers<int>(n + 1), on)), Gpu: false);
        yield return new("Wrap of an area", Agreement.CloseDouble, 64, (run, n, on) => run.Return(WrapKernels.Area(run.Doubles(n), run.Doubles(n), on)));
        yield return new("Wrap of a polygon", Agreement.Exact, 64, (run, n, on) => run.Return(WrapKernels.IsInside(run.Doubles(n), run.Doubles(n), 0.5, -0.25, on)));
        yield return new("Wrap backwards", Agreement.Exact, 16, (run, n, on) => WrapKernels.Backwards(run.Empty<short>(n), run.Integers<short>(n), on));
        yield return new("Wrap of a search", Agreement.Exact, 32, (run, n, on) => run.Return(WrapKernels.FirstBelowTheOneBefore(run.Integers<int>(n), int.MaxValue - 9, on)), Gpu: false);
        yield return new("Wrap of a ring", Agreement.Exact, 64, (run, n, on) => WrapKernels.Ring(run.Empty<double>(n), run.Doubles(n), on));
        yield return new("Wrap by rotation", Agreement.Exact, 8, (run, n, on) => WrapKernels.Rotated(run.Empty<byte>(n), run.Integers<byte>(n), n / 3, on));
        yield return new("Wrap of a convolution", Agreement.CloseFloat, 32, (run, n, on) => WrapKernels.Convolved(run.Empty<float>(n), run.Floats(n), run.Floats(Math.Min(n, 5)), on));
        yield return new("Wrap of life", Agreement.Exact, 8, (run, n, on) => WrapKernels.Life(run.Matrix(5, n % 150, v => (byte)0), run.Matrix(5, n % 150, v => (byte)(v > 0 ? 1 : 0)), on));
        yield return new("Wrap of flags", Agreement.Exact, 32, (run, n, on) => WrapKernels.Sorted(run.Integers<int>(n), run.Empty<bool>(2), on));
        yield return new("Wrap of remainders", Agreement.Exact, 32, (run, n, on) => WrapKernels.Remainders(run.Empty<int>(n), on));
    }
}
