using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Arrays of three dimensions that are too small in one of them, absent, or do not begin at 0.</summary>
public sealed class CubeGuardTests
{
    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void EachDimensionIsChecked(BackendCase backend)
    {
        int[][] sizes = [[3, 4, 40], [2, 4, 40], [3, 2, 40], [3, 3, 39], [4, 4, 41], [3, 40, 4], [0, 4, 40], [3, 4, 0]];
        foreach (int[] size in sizes)
        {
            Same(backend, on =>
            {
                float[,,] from = Cube(3, 4, 40), to = new float[size[0], size[1], size[2]];
                return Describe(Record.Exception(() => CubeKernels.Heat(from, to, on)), to);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void APlaneThatIsNotThereFailsAsWritten(BackendCase backend)
    {
        foreach (int plane in new[] { -1, 2, int.MaxValue, int.MinValue })
        {
            Same(backend, on =>
            {
                var cube = new int[2, 3, 40];
                return Describe(Record.Exception(() => CubeKernels.Scale(cube, plane, 3, on)), cube);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void NullAndOtherBoundsFailAsWritten(BackendCase backend)
    {
        Same(backend, on => Describe(Record.Exception(() => CubeKernels.Sum(null!, on)), new int[0]));
        Same(backend, on =>
        {
            var cube = (int[,,])Array.CreateInstance(typeof(int), [2, 3, 40], [1, 0, 0]);
            return Describe(Record.Exception(() => CubeKernels.Scale(cube, 2, 3, on)), cube);
        });
    }

    private static float[,,] Cube(int planes, int rows, int columns)
    {
        var cube = new float[planes, rows, columns];
        for (int i = 0; i < cube.Length; i++)
        {
            cube[i / (rows * columns), i / columns % rows, i % columns] = i * 0.5f;
        }

        return cube;
    }

    private static void Same(BackendCase backend, Func<Backend, string> run)
    {
        using IDisposable options = backend.Use();
        Assert.Equal(run(Backend.Reference), run(backend.Backend));
    }

    private static string Describe(Exception? exception, Array contents) => $"{exception?.GetType()}: {string.Join(' ', contents.Cast<object>())}";
}
