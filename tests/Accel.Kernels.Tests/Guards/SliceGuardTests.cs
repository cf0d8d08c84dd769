using System.Numerics;
using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Slices that do not fit their buffer, and subscripts that leave a slice but not the buffer, fail as written and after the same writes.</summary>
public sealed class SliceGuardTests
{
    private static readonly int[] s_odd = [int.MinValue, -100, -1, 0, 1, 2, 9, 10, 11, 16, 17, 25, 49, 50, 51, 1 << 16, 1 << 30, int.MaxValue];

    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void Sizes(BackendCase backend)
    {
        foreach (int n in s_odd)
        {
            Same(backend, (on, x, y) => SliceKernels.Doubled(x, y, n, 5, on));
            Same(backend, (on, x, y) => SliceKernels.Doubled(x, y, 10, n, on));
            Same(backend, (on, x, y) => SliceKernels.Sums(x, y.AsSpan(0, 5), n, on));
            Same(backend, on =>
            {
                int[] y = new int[30];
                return Describe(Record.Exception(() => SliceKernels.Windows(Integers(50), y, n, on)), y);
            });
            Same(backend, on =>
            {
                double[] x = [.. Integers(50).Select(i => (double)i)], y = new double[60];
                return Describe(Record.Exception(() => SliceKernels.Differences(x, y, n, on)), y);
            });
            Same(backend, on =>
            {
                var points = new Vector2[50];
                return Describe(Record.Exception(() => SliceKernels.Moved(points, n, on)), points);
            });
            Same(backend, on =>
            {
                int[] y = Integers(75);
                return Describe(Record.Exception(() => SliceKernels.Branches(Integers(50), y, n, on)), y);
            });
        }
    }

    private static int[] Integers(int length) => [.. Enumerable.Range(0, length).Select(i => (i * 7) - 20)];

    private static void Same(BackendCase backend, Action<Backend, float[], float[]> kernel) => Same(backend, on =>
    {
        float[] x = [.. Enumerable.Range(0, 50).Select(i => i * 0.5f)];
        float[] y = [.. Enumerable.Range(0, 60).Select(i => (float)i)];
        return Describe(Record.Exception(() => kernel(on, x, y)), y);
    });

    private static void Same(BackendCase backend, Func<Backend, string> run)
    {
        using IDisposable options = backend.Use();
        Assert.Equal(run(Backend.Reference), run(backend.Backend));
    }

    private static string Describe<T>(Exception? exception, IEnumerable<T> contents) => $"{exception?.GetType()}: {string.Join(' ', contents)}";
}
