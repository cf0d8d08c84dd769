using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Subscripts that have known ends.</summary>
internal static class BoundedCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Repeated", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Repeated(run.Floats(n), run.Floats(7), on));
        yield return new("Ring", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Ring(run.Floats(n), run.Empty<float>(n), n, on));
        yield return new("Life on a torus", Agreement.Exact, 32, (run, n, on) =>
            BoundedKernels.Life(run.Matrix(3, n % 80, v => (byte)(v > 0 ? 1 : 0)), run.Matrix(3, n % 80, v => (byte)0), on), Gpu: false);
        yield return new("Hex", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Hex(run.Integers<byte>(n), run.Array(2 * n, _ => ' '), on), Gpu: false);
        yield return new("ClampedBlur", Agreement.CloseFloat, 32, (run, n, on) => BoundedKernels.ClampedBlur(run.Floats(n), run.Empty<float>(n), n, 3, on));
        yield return new("Neighbours", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Neighbours(run.Floats(n), run.Empty<float>(n), on));
        yield return new("Periodic", Agreement.Exact, 16, (run, n, on) => BoundedKernels.Periodic(run.Doubles(n), run.Empty<double>(n), n, on));
        yield return new("Shifted up", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Shifted(run.Floats(n), run.Empty<float>(n), n, n / 3, on));
        yield return new("Shifted down", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Shifted(run.Floats(n), run.Empty<float>(n), n, -n / 2, on));
        yield return new("Edge", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Edge(run.Floats(n), run.Empty<float>(n), n, -5, on));
        yield return new("Mirrored", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Mirrored(run.Floats(n), run.Empty<float>(n), n, Math.Min(n / 2, 9), on));
        yield return new("Rows on a torus", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Rows(run.Floats(3 * (n / 3)), run.Empty<float>(3 * (n / 3)), n / 3, 3, on));
        yield return new("Nested", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Nested(run.Integers<int>(n + 50), run.Empty<int>(n), n + 50, 3, 2, 3, on), Gpu: false);
        yield return new("Wrapping", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Wrapping(run.Integers<int>(n + 50), run.Empty<int>(n), n + 50, 3, 0, on), Gpu: false);
        yield return new("Compared", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Compared(run.Integers<int>(n + 50), run.Empty<int>(n), n + 50, 3, on));
        yield return new("Rewritten", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Rewritten(run.Integers<int>(n), run.Integers<int>(n), run.Integers<int>(256), on), Gpu: false);
        yield return new("Moved", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Moved(run.Integers<int>(n), run.Empty<int>(n), run.Integers<int>(128), on));
        yield return new("Doubled", Agreement.Exact, 16, (run, n, on) => BoundedKernels.Doubled(run.Integers<int>(1 + (n / 2)), run.Empty<long>(n), on));
        yield return new("Chroma", Agreement.Exact, 32, (run, n, on) =>
            BoundedKernels.Chroma(run.Matrix(3, n % 80, v => (byte)v), run.Matrix(2, ((n % 80) + 1) / 2, v => (byte)v), run.Matrix(3, n % 80, v => 0), on), Gpu: false);
        yield return new("Masked", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Masked(run.Floats(64), run.Empty<float>(n), 17, 63, on));
        yield return new("Curve", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Curve(run.AnyFloats(n), run.Empty<float>(n), run.Array(256, v => (float)v), on));
        yield return new("Nearest", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Nearest(run.Floats(n), run.Empty<float>(2 * n), Math.Min(n, 500), 2 * n, on));
        yield return new("Linear", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Linear(run.Floats(n), run.Empty<float>(n), 0.37f, on));
        yield return new("Dithered", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Dithered(run.Integers<int>(16), run.Integers<int>(3 * (n / 3)), n / 3, 3, on));
        yield return new("InPlace", Agreement.Exact, 64, (run, n, on) => BoundedKernels.InPlace(run.Integers<byte>(n), run.Array(128, v => (byte)(v * 30)), on));
        yield return new("Rotated", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Rotated(run.Integers<int>(n), run.Empty<int>(n), 13, on), Gpu: false);
        yield return new("Backwards in a ring", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Backwards(run.Integers<int>(200 + n), run.Empty<int>(n), 199, on));
        yield return new("Chosen", Agreement.Exact, 32, (run, n, on) => BoundedKernels.Chosen(run.Integers<int>(6 + (n / 4)), run.Integers<int>(n), n, on));
    }
}
