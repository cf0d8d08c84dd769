using Accel.Kernels.Tests.Kernels;

namespace Accel.Kernels.Tests.Differential;

/// <summary>Arrays of three dimensions.</summary>
internal static class CubeCases
{
    public static IEnumerable<KernelCase> All()
    {
        yield return new("Heat", Agreement.Exact, 32, (run, n, on) =>
            CubeKernels.Heat(run.Cube(3, 4, Width(n), v => (float)v), run.Cube(3, 4, Width(n), v => (float)v), on), Gpu: false);
        yield return new("Sum of a cube", Agreement.CloseDouble, 32, (run, n, on) => run.Return(CubeKernels.Sum(run.Cube(2, 3, Width(n), v => v), on)), Gpu: false);
        yield return new("Scale of a plane", Agreement.Exact, 32, (run, n, on) => CubeKernels.Scale(run.Cube(2, 3, Width(n), v => (int)(v * 100)), 1, 7, on));
        yield return new("Transpose of a cube", Agreement.Exact, 32, (run, n, on) =>
            CubeKernels.Transpose(run.Cube(2, Width(n), 3, v => (short)(v * 100)), run.Cube(3, 2, Width(n), v => (short)0), on), Gpu: false);
        yield return new("Mixed channels", Agreement.Exact, 32, (run, n, on) =>
            CubeKernels.Mixed(run.Cube(3, 2, Width(n), v => (float)v), run.Floats(3), run.Matrix(2, Width(n), v => 0f), on));
        yield return new("Channels", Agreement.Exact, 32, (run, n, on) =>
            CubeKernels.Channels(run.Cube(2, Width(n), 3, v => (byte)(v * 30)), run.Matrix(2, Width(n), v => (byte)0), on), Gpu: false);
        yield return new("Looked up in a cube", Agreement.Exact, 32, (run, n, on) =>
            CubeKernels.Looked(run.Cube(2, 4, 7, v => (float)v), run.Integers<int>(n), run.Empty<float>(n), on), Gpu: false);
        yield return new("Propagated", Agreement.Exact, 32, (run, n, on) => CubeKernels.Propagated(run.Cube(4, 2, Width(n), v => (int)(v * 100)), on), Gpu: false);
        yield return new("Filled", Agreement.Exact, 64, (run, n, on) => CubeKernels.Filled(run.Cube(4, 2, Width(n), v => v > 0), 4, on));
    }

    private static int Width(int n) => n % 90;
}
