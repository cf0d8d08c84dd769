using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>What is asked about is in range or not, whatever the buffers, the bounds and the distances are; where the questions themselves wrap, or the ends asked about are none, the loop runs as written.</summary>
public sealed class AskedGuardTests
{
    private static readonly int[] s_odd = [int.MinValue, int.MinValue + 1, -100, -51, -50, -49, -17, -2, -1, 0, 1, 2, 7, 15, 16, 17, 33, 48, 49, 50, 51, 52, 64, 1 << 30, int.MaxValue - 49, int.MaxValue - 1, int.MaxValue];

    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void Lengths(BackendCase backend)
    {
        foreach (int length in new[] { 0, 1, 2, 15, 16, 17, 31, 33, 48, 49, 50, 51, 52, 64, 65 })
        {
            Same(backend, (on, x, y) => AskedKernels.Filter(x[..length], x, y, 3, on));
            Same(backend, (on, x, y) => AskedKernels.Filter(x, x[..length], y, 7, on));
            Same(backend, (on, x, y) => AskedKernels.Filter(x[..length], x, y.AsSpan(0, 20), 30, on));
            Same(backend, (on, x, y) => AskedKernels.Edge(x[..length], y, 50, on));
            Same(backend, (on, x, y) => AskedKernels.Skipping(x[..length], y, 5, on));
            Same(backend, (on, x, y) => AskedKernels.Skipping(x[..length], y, -5, on));
            Same(backend, (on, x, y) => AskedKernels.Found(Indices(50), x[..length], y, on));
            Same(backend, (on, x, y) => AskedKernels.Found(Indices(length), x, y, on));
            Same(backend, (on, x, y) => AskedKernels.Padded(Indices(length), Indices(50), 7, 33, on));
            SameInts(backend, (on, x, y) => AskedKernels.FoundUnsigned(Indices(50), x[..length], y, on));
            SameInts(backend, (on, x, y) => AskedKernels.Padded(x[..length], y, 7, 33, on));
            SameInts(backend, (on, x, y) => AskedKernels.Padded(x[..length], y, 0, length, on));
            SameInts(backend, (on, x, y) => AskedKernels.Changed(Indices(50), x[..length], y, length - 3, on));
            SameInts(backend, (on, x, y) => AskedKernels.Changed(Indices(50), x[..length], y, 20, on));
            Same(backend, (on, x, y) => AskedKernels.Clamped(x[..length], y, length, on));
            Same(backend, (on, x, y) => AskedKernels.Blend(x[..length], 10, 5, y, 10, 5, 3, -2, on));
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Bounds(BackendCase backend)
    {
        foreach (int n in s_odd)
        {
            Same(backend, (on, x, y) => AskedKernels.Edge(x, y, n, on));
            Same(backend, (on, x, y) => AskedKernels.Skipping(x, y, n, on));
            Same(backend, (on, x, y) => AskedKernels.Clamped(x, y, n, on));
            Same(backend, (on, x, y) => AskedKernels.Blend(x, 10, 5, y, n, 5, 3, -2, on));
            Same(backend, (on, x, y) => AskedKernels.Blend(x, 10, 5, y, 10, n, 3, -2, on));
            Same(backend, (on, x, y) => AskedKernels.Blend(x, 10, 5, y, 10, 5, n, 0, on));
            Same(backend, (on, x, y) => AskedKernels.Blend(x, 10, 5, y, 10, 5, 0, n, on));
            SameInts(backend, (on, x, y) => AskedKernels.Padded(x, y, n, 33, on));
            SameInts(backend, (on, x, y) => AskedKernels.Padded(x, y, 5, n, on));
            SameInts(backend, (on, x, y) => AskedKernels.Padded(x, y, n, n, on));
            SameInts(backend, (on, x, y) => AskedKernels.Ahead(y, n, 16, on));
            SameInts(backend, (on, x, y) => AskedKernels.Mirrored(x, y, n, on));
            SameInts(backend, (on, x, y) => AskedKernels.Mirrored(x[..33], y, n, on));
            SameInts(backend, (on, x, y) => AskedKernels.Ahead(y, 50, n, on));
            SameInts(backend, (on, x, y) => AskedKernels.Ahead(y, n, n, on));
            SameInts(backend, (on, x, y) => AskedKernels.Changed(Indices(50), x, y, n, on));
            if (n is > -1000 and < 1000)
            {
                Same(backend, (on, x, y) => AskedKernels.Filter(x, x, y, n, on));
            }

            foreach (int other in s_odd)
            {
                Same(backend, on =>
                {
                    byte[] x = [.. Indices(64).Select(value => (byte)value)], y = [.. Indices(100).Select(value => (byte)value)];
                    return Describe(Record.Exception(() => AskedKernels.Window(x, y, n, other, on)), y);
                });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Shared(BackendCase backend)
    {
        foreach (int shift in new[] { -33, -17, -16, -3, -1, 0, 1, 3, 15, 16, 40 })
        {
            Same(backend, on =>
            {
                float[] x = [.. Indices(120).Select(value => value * 0.5f)];
                return Describe(Record.Exception(() => AskedKernels.Skipping(x.AsSpan(10, 70), x.AsSpan(10, 90), shift, on)), x);
            });
            Same(backend, on =>
            {
                float[] x = [.. Indices(120).Select(value => value * 0.5f)];
                return Describe(Record.Exception(() => AskedKernels.Edge(x.AsSpan(40, 70), x.AsSpan(40 + shift, 70), 70, on)), x);
            });
            Same(backend, on =>
            {
                float[] x = [.. Indices(120).Select(value => value * 0.5f)];
                return Describe(Record.Exception(() => AskedKernels.Blend(x.AsSpan(40, 60), 20, 3, x.AsSpan(40 + shift, 40), 10, 4, -4, 1, on)), x);
            });
        }
    }

    private static int[] Indices(int length) => [.. Enumerable.Range(0, length).Select(i => (i * 7 % 90) - 20)];

    private static void Same(BackendCase backend, Action<Backend, float[], float[]> kernel) => Same(backend, on =>
    {
        float[] x = [.. Enumerable.Range(0, 65).Select(i => (i * 0.25f) - 3)];
        float[] y = [.. Enumerable.Range(0, 50).Select(i => (float)i)];
        return Describe(Record.Exception(() => kernel(on, x, y)), y);
    });

    private static void SameInts(BackendCase backend, Action<Backend, int[], int[]> kernel) => Same(backend, on =>
    {
        int[] x = Indices(65), y = Indices(50);
        return Describe(Record.Exception(() => kernel(on, x, y)), y);
    });

    private static void Same(BackendCase backend, Func<Backend, string> run)
    {
        using IDisposable options = backend.Use();
        Assert.Equal(run(Backend.Reference), run(backend.Backend));
    }

    private static string Describe<T>(Exception? exception, IEnumerable<T> contents) => $"{exception?.GetType()}: {string.Join(' ', contents)}";
}
