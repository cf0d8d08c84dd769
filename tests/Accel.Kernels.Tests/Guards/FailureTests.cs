using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Guards;

/// <summary>Operations that throw do so as written, after the same writes: at each place of a vector, and not at all.</summary>
public sealed class FailureTests
{
    private const int Count = 75;

    public static TheoryData<BackendCase> Backends => BackendCase.Simd;

    [Theory]
    [MemberData(nameof(Backends))]
    public void Sums(BackendCase backend) => Check(backend, Numbers(100), Numbers(100), (x, y, on) => CheckedKernels.Sums(x, y, on), int.MaxValue, int.MinValue);

    [Theory]
    [MemberData(nameof(Backends))]
    public void Increments(BackendCase backend)
    {
        Check(backend, Numbers(100), new byte[Count], (x, y, on) => CheckedKernels.Increments(x, y, on), int.MaxValue);
        Check(backend, new byte[Count], Numbers(100), (y, x, on) => CheckedKernels.Increments(x, y, on), (byte)253);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Conversions(BackendCase backend) =>
        Check(backend, Numbers(100), new sbyte[Count], (x, y, on) => CheckedKernels.Conversions(x, y, new uint[Count], new ulong[Count], on), 128, -129, -101, int.MinValue);

    [Theory]
    [MemberData(nameof(Backends))]
    public void OfFractions(BackendCase backend)
    {
        float[] floats = [.. Numbers(1000).Select(number => number * 1.25f)];
        double[] doubles = [.. Numbers(1000).Select(number => number * 1.25)];
        Check(backend, floats, new int[Count], (x, a, on) => CheckedKernels.OfFractions(x, doubles, a, new int[Count], new byte[Count], new long[Count], on), float.NaN, 2147483648f, -2147483648f, -2147483904f, float.NegativeInfinity, 1e19f);
        Check(backend, doubles, new int[Count], (y, b, on) => CheckedKernels.OfFractions(floats, y, new int[Count], b, new byte[Count], new long[Count], on), double.NaN, 2147483647.9, 2147483648.0, -2147483648.9, -2147483649.0, -1e8);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Unsigned(BackendCase backend) => Check(
        backend, [.. Numbers(100).Select(number => (uint)number + 200)], [.. Numbers(4).Select(number => (uint)number + 5)], (x, y, on) => CheckedKernels.Unsigned(x, y, on), uint.MaxValue, 0u, 1u << 31, 2u);

    [Theory]
    [MemberData(nameof(Backends))]
    public void Longs(BackendCase backend) => Check(
        backend, [.. Numbers(100).Select(number => (long)number)], [.. Numbers(100).Select(number => (long)number)], (x, y, on) => CheckedKernels.Longs(x, y, on), long.MinValue, long.MaxValue);

    [Theory]
    [MemberData(nameof(Backends))]
    public void Quotients(BackendCase backend)
    {
        int[] dividends = Numbers(1000);
        dividends[^1] = int.MinValue;
        int[] divisors = [.. Numbers(20).Select(number => number == 0 ? 3 : number)];
        divisors[^1] = 5;
        Check(backend, divisors, new int[Count], (y, z, on) => CheckedKernels.Quotients(dividends, y, z, new int[Count], on), 0, -1);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void QuotientsInBranches(BackendCase backend) => Check(
        backend, [.. Numbers(20).Select(number => (uint)number + 60)], new int[Count], (y, z, on) => CheckedKernels.QuotientsInBranches(Numbers(100), y, z, on), 1u, 2u, 0u);

    [Theory]
    [MemberData(nameof(Backends))]
    public void Magnitudes(BackendCase backend)
    {
        Check(backend, Numbers(100), new long[Count], (x, y, on) => CheckedKernels.Magnitudes(x, y, new short[Count], on), int.MinValue);
        Check(backend, new long[Count], Numbers(100), (y, x, on) => CheckedKernels.Magnitudes(x, y, new short[Count], on), long.MinValue);
        Check(backend, new short[Count], Numbers(100), (z, x, on) => CheckedKernels.Magnitudes(x, new long[Count], z, on), short.MinValue);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Clamped(BackendCase backend) =>
        Check(backend, [.. Numbers(100).Select(number => number - 150)], Numbers(300), (low, x, on) => CheckedKernels.Clamped(x, low, [.. Numbers(100)], on), 101);

    [Theory]
    [MemberData(nameof(Backends))]
    public void Backwards(BackendCase backend) =>
        Check(backend, [.. Numbers(40).Select(number => number + 50)], new int[Count], (y, x, on) => CheckedKernels.Backwards(x, y, on), 0);

    [Theory]
    [MemberData(nameof(Backends))]
    public void LeftInABranch(BackendCase backend) =>
        Check(backend, Numbers(40), new int[Count], (x, y, on) => y[0] += CheckedKernels.LeftInABranch(x, y, on), 51, 50);

    /// <summary>Runs without and with one odd value, at each of some places, and compares the exception and what was written with the method's.</summary>
    private static void Check<T, TOther>(BackendCase backend, T[] values, TOther[] others, Action<T[], TOther[], Backend> kernel, params T[] odd)
    {
        using IDisposable options = backend.Use();
        foreach (int place in new[] { -1, 0, 1, 7, 8, 31, 32, 50, Count - 1 })
        {
            foreach (T value in odd)
            {
                T[] input = [.. values];
                if (place >= 0)
                {
                    input[place] = value;
                }

                Assert.Equal(Run(Backend.Reference), Run(backend.Backend));

                string Run(Backend on)
                {
                    (T[] x, TOther[] y) = ([.. input], [.. others]);
                    Exception? exception = Record.Exception(() => kernel(x, y, on));
                    return $"{exception?.GetType()} at {place}: {string.Join(' ', x)} | {string.Join(' ', y)}";
                }
            }
        }
    }

    private static int[] Numbers(int magnitude)
    {
        var random = new Random(magnitude);
        return [.. Enumerable.Range(0, Count).Select(_ => random.Next(-magnitude, magnitude + 1))];
    }
}
