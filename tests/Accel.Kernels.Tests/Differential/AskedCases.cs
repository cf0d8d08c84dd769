using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Subscripts that are asked about before they are used.</summary>
internal static class AskedCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Asked filter", Agreement.CloseFloat, 32, (run, n, on) => AskedKernels.Filter(run.Floats(n), run.Floats(7), run.Empty<float>(n), 3, on));
        yield return new("Asked filter, longer than the row", Agreement.CloseFloat, 32, (run, n, on) => AskedKernels.Filter(run.Floats(3), run.Floats(41), run.Empty<float>(n), 20, on));
        yield return new("Zero edge", Agreement.Exact, 32, (run, n, on) => AskedKernels.Edge(run.Floats(n), run.Empty<float>(n), n, on));
        yield return new("Skipping forwards", Agreement.Exact, 32, (run, n, on) => AskedKernels.Skipping(run.Floats(n), run.Floats(n), n / 3, on));
        yield return new("Skipping backwards", Agreement.Exact, 32, (run, n, on) => AskedKernels.Skipping(run.Floats(n), run.Floats(n), -n / 3, on));
        yield return new("Found", Agreement.Exact, 32, (run, n, on) => AskedKernels.Found(run.Array(n, v => (int)(v * 0.3 * n)), run.Floats(n + 1), run.Empty<float>(n), on));
        yield return new("Found unsigned", Agreement.Exact, 32, (run, n, on) => AskedKernels.FoundUnsigned(run.Array(n, v => (int)(v * 0.3 * n)), run.Integers<int>(n + 1), run.Integers<int>(n), on));
        yield return new("Life with an end", Agreement.Exact, 32, (run, n, on) =>
            AskedKernels.Life(run.Matrix(1 + (n % 4), 1 + (n % 90), v => (byte)(v > 0 ? 1 : 0)), run.Matrix(1 + (n % 4), 1 + (n % 90), v => (byte)0), on), Gpu: false);
        yield return new("Sprite", Agreement.CloseFloat, 32, (run, n, on) => AskedKernels.Blend(run.Floats(3 * n), n, 3, run.Floats(n * 4), n, 4, (n / 3) - 2, -1, on));
        yield return new("Asked triangle", Agreement.CloseDouble, 16, (run, n, on) => run.Return(AskedKernels.Triangle(run.Doubles(1 + (n % 90)), 1 + (n % 90), on)));
        yield return new("Padded", Agreement.Exact, 32, (run, n, on) => AskedKernels.Padded(run.Integers<int>(n + 1), run.Empty<int>(n), n / 4, (n / 2) + 1, on));
        yield return new("Window", Agreement.Exact, 64, (run, n, on) => AskedKernels.Window(run.Integers<byte>(n), run.Integers<byte>(n), n / 5, n - 3, on));
        yield return new("Ahead", Agreement.Exact, 32, (run, n, on) => AskedKernels.Ahead(run.Integers<int>(n), n, 40, on), Gpu: false);
        yield return new("Changed", Agreement.Exact, 32, (run, n, on) => AskedKernels.Changed(run.Array(n, v => (int)(v * 0.3 * n)), run.Integers<int>(n + 2), run.Empty<int>(n), n, on));
        yield return new("Mirrored where there is one", Agreement.Exact, 32, (run, n, on) => AskedKernels.Mirrored(run.Integers<int>(n), run.Integers<int>(n), n - 7, on));
        yield return new("Clamped by functions", Agreement.Exact, 32, (run, n, on) => AskedKernels.Clamped(run.Floats(n + 1), run.Empty<float>(n), n, on));
    }
}
