using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Where the ends of a subscript leave the buffer, or wrap, the loop runs as written and fails as it always did.</summary>
public sealed class BoundedGuardTests
{
    private static readonly int[] s_odd = [int.MinValue, int.MinValue + 1, -100, -50, -49, -2, -1, 0, 1, 2, 7, 49, 50, 51, 63, 64, 127, 1 << 30, int.MaxValue - 49, int.MaxValue - 1, int.MaxValue];

    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void Lengths(BackendCase backend)
    {
        foreach (int length in new[] { 0, 1, 2, 25, 26, 49, 50, 51, 128, 255, 256 })
        {
            Same(backend, (on, x, y) => BoundedKernels.Repeated(y, x.AsSpan(0, length), on));
            Same(backend, (on, x, y) => BoundedKernels.Neighbours(x.AsSpan(0, length), y, on));
            Same(backend, (on, x, y) => BoundedKernels.Linear(x.AsSpan(0, length), y, 0.7f, on));
            Same(backend, (on, x, y) => BoundedKernels.Linear(x.AsSpan(0, length), y, -3, on));
            Same(backend, (on, x, y) => BoundedKernels.Curve(x, y, x[..length], on));
            Same(backend, on =>
            {
                int[] x = Integers(50), y = Integers(50), z = Integers(50), u = Integers(50);
                return Describe(Record.Exception(() => BoundedKernels.Rewritten(x, y, Integers(length), on)), x.Concat(y))
                    + Describe(Record.Exception(() => BoundedKernels.Moved(z, u, Integers(length), on)), u);
            });
            Same(backend, on =>
            {
                long[] y = new long[50];
                return Describe(Record.Exception(() => BoundedKernels.Doubled(Integers(length), y, on)), y);
            });
            Same(backend, on =>
            {
                byte[] x = [.. Enumerable.Range(0, 80).Select(i => (byte)(i * 3))];
                return Describe(Record.Exception(() => BoundedKernels.InPlace(x, new byte[length], on)), x);
            });
            Same(backend, on =>
            {
                int[] y = Integers(50);
                return Describe(Record.Exception(() => BoundedKernels.Chosen(Integers(length), y, 4, on)), y);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Counts(BackendCase backend)
    {
        foreach (int n in s_odd)
        {
            Same(backend, (on, x, y) => BoundedKernels.Ring(x, y, n, on));
            Same(backend, (on, x, y) => BoundedKernels.ClampedBlur(x, y, n, 2, on));
            Same(backend, (on, x, y) => BoundedKernels.ClampedBlur(x, y, 50, n is > -100 and < 100 ? n : 3, on));
            Same(backend, (on, x, y) => BoundedKernels.Shifted(x, y, 50, n, on));
            Same(backend, (on, x, y) => BoundedKernels.Shifted(x, y, n, 3, on));
            Same(backend, (on, x, y) => BoundedKernels.Edge(x, y, 50, n, on));
            Same(backend, (on, x, y) => BoundedKernels.Edge(x, y, n, 5, on));
            Same(backend, (on, x, y) => BoundedKernels.Mirrored(x, y, 50, n, on));
            Same(backend, (on, x, y) => BoundedKernels.Mirrored(x, y, n, 5, on));
            Same(backend, (on, x, y) => BoundedKernels.Rows(x, y, n, 5, on));
            Same(backend, (on, x, y) => BoundedKernels.Rows(x, y, 10, n, on));
            Same(backend, on =>
            {
                int[] y = new int[50];
                return Describe(Record.Exception(() => BoundedKernels.Compared(Integers(60), y, 60, n, on)), y)
                    + Describe(Record.Exception(() => BoundedKernels.Compared(Integers(60), y, n, 3, on)), y);
            });
            foreach ((int by, int least) in new[] { (n, 0), (3, n), (n, n), (int.MaxValue - 20, n) })
            {
                Same(backend, on =>
                {
                    int[] y = new int[50];
                    return Describe(Record.Exception(() => BoundedKernels.Wrapping(Integers(60), y, 60, by, least, on)), y);
                });
            }

            foreach ((int by, int times, int divisor) in new[] { (n, 2, 3), (3, n, 3), (3, 2, n), (n, n, n), (-n, 1, -n) })
            {
                Same(backend, on =>
                {
                    int[] y = new int[50];
                    return Describe(Record.Exception(() => BoundedKernels.Nested(Integers(60), y, 60, by, times, divisor, on)), y)
                        + Describe(Record.Exception(() => BoundedKernels.Nested(Integers(60), y, n, by, times, divisor, on)), y);
                });
            }

            Same(backend, (on, x, y) => BoundedKernels.Masked(x, y, n, 63, on));
            Same(backend, (on, x, y) => BoundedKernels.Masked(x, y, 3, n, on));
            Same(backend, (on, x, y) => BoundedKernels.Nearest(x, y, n, 50, on));
            Same(backend, (on, x, y) => BoundedKernels.Nearest(x, y, 50, n, on));
            Same(backend, on =>
            {
                double[] x = [.. Enumerable.Range(0, 60).Select(i => (double)i)], y = new double[50];
                return Describe(Record.Exception(() => BoundedKernels.Periodic(x, y, n, on)), y);
            });
            Same(backend, on =>
            {
                int[] y = new int[50];
                return Describe(Record.Exception(() => BoundedKernels.Rotated(Integers(50), y, n, on)), y);
            });
            Same(backend, on =>
            {
                int[] y = new int[50];
                return Describe(Record.Exception(() => BoundedKernels.Backwards(Integers(64), y, n, on)), y);
            });
            Same(backend, on =>
            {
                int[] y = new int[50];
                return Describe(Record.Exception(() => BoundedKernels.Dithered(Integers(16), y, n, 2, on)), y);
            });
        }
    }

    private static int[] Integers(int length) => [.. Enumerable.Range(0, length).Select(i => (i * 7) - 20)];

    private static void Same(BackendCase backend, Action<Backend, float[], float[]> kernel) => Same(backend, on =>
    {
        float[] x = [.. Enumerable.Range(0, 256).Select(i => (i * 0.03f) - 0.5f)];
        float[] y = [.. Enumerable.Range(0, 50).Select(i => (float)i)];
        return Describe(Record.Exception(() => kernel(on, x, y)), y);
    });

    private static void Same(BackendCase backend, Func<Backend, string> run)
    {
        using IDisposable options = backend.Use();
        Assert.Equal(run(Backend.Reference), run(backend.Backend));
    }

    private static string Describe<T>(Exception? exception, IEnumerable<T> contents) => $"{exception?.GetType()}: {string.Join(' ', contents)}";
}
