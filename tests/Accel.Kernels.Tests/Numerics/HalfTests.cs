using Accel.Kernels.Tests.Kernels;
using Accel.Testing.Comparing;
using Accel.Testing.Running;

namespace Accel.Kernels.Tests.Numerics;

/// <summary>Kernels over halves against .NET's: each half, floats and doubles on either side of each tie, and everything that kernels do with them.</summary>
public class HalfTests
{
    private const int Count = 1 << 16;

    public static TheoryData<BackendCase> Backends => [.. BackendCase.Compiled.Cast<object[]>().Select(row => (BackendCase)row[0]), .. BackendCase.Gpu.Cast<object[]>().Select(row => (BackendCase)row[0])];

    private static Half[] Every => [.. Enumerable.Range(0, Count).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits))];

    [Theory]
    [MemberData(nameof(Backends))]
    public void EachConvertsToOtherNumbers(BackendCase backend)
    {
        var (floats, doubles, integers, bytes) = (new float[Count], new double[Count], new int[Count], new byte[Count]);
        using (backend.Use())
        {
            HalfKernels.ToFloats(Every, floats);
            HalfKernels.ToOthers(Every, doubles, integers, bytes);
        }

        Same.Bits(Every.Select(half => (float)half).ToArray(), floats);
        Same.Bits(Every.Select(half => (double)half).ToArray(), doubles);
        Same.Bits(Every.Select(half => (int)half).ToArray(), integers);
        Same.Bits(Every.Select(half => (byte)half).ToArray(), bytes);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void FloatsAndDoublesRoundToTheNearest(BackendCase backend)
    {
        float[] floats = [.. Every.SelectMany(half => Around((float)half)), .. s_extremes.Select(value => (float)value)];
        double[] doubles = [.. Every.SelectMany(half => Around((double)half)), .. s_extremes];
        var (ofFloats, ofDoubles) = (new Half[floats.Length], new Half[doubles.Length]);
        using (backend.Use())
        {
            HalfKernels.FromFloats(floats, ofFloats);
            HalfKernels.FromDoubles(doubles, ofDoubles);
        }

        Same.Bits(floats.Select(value => (Half)value).ToArray(), ofFloats);
        Same.Bits(doubles.Select(value => (Half)value).ToArray(), ofDoubles);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void KernelsGiveWhatTheMethodsGive(BackendCase backend)
    {
        foreach (int length in (int[])[0, 1, 31, 32, 33, 1000, 4099])
        {
            Outcome expected = Run(length, Backend.Reference);
            Outcome actual;
            using (backend.Use())
            {
                actual = Run(length, backend.Backend);
            }

            Same.Bits(expected.Halves, actual.Halves, $"length {length}");
            Same.Bits(expected.Integers, actual.Integers, $"length {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void SumsOfProductsAreThoseOfFloats(BackendCase backend)
    {
        Half[] x = Ordinary(5000, 1);
        Half[] y = Ordinary(5000, 2);
        using IDisposable options = backend.Use();
        Assert.Equal(x.Zip(y, (one, other) => (double)one * (double)other).Sum(), HalfKernels.Dot(x, y), 0.01);
    }

    private static Outcome Run(int length, Backend on)
    {
        Half[] x = Any(length, 1);
        Half[] y = Any(length, 2);
        Half[] z = Any(length, 3);
        Half[] pairs = Any(2 * length, 4);
        var bits = new ushort[length];
        var sums = new Half[length];
        int[] integers = [.. Any(length, 5).Select(half => (int)half)];
        HalfKernels.Arithmetic(x, y, (Half)1.25f, on);
        HalfKernels.Functions(z, y, (Half)0.5f, on);
        HalfKernels.FromIntegers(integers, [.. integers.Select(value => (byte)value)], sums, on);
        HalfKernels.OfPairs(System.Runtime.InteropServices.MemoryMarshal.Cast<Half, HalfPair>(pairs.AsSpan()), bits, on);
        int columns = Math.Max(1, length / 7);
        var matrix = new Half[7, columns];
        for (int i = 0; i < 7 * columns; i++)
        {
            matrix[i / columns, i % columns] = i < length ? Any(length, 6)[i] : Half.One;
        }

        var transposed = new Half[columns, 7];
        HalfKernels.Transposed(matrix, transposed, on);
        Backend ofLargest = on == Backend.Reference ? on : Backend.Simd;
        return new([.. x, .. y, .. z, .. sums, .. pairs, .. transposed.Cast<Half>(), HalfKernels.Largest(x, ofLargest)], [.. bits.Select(value => (int)value), HalfKernels.Count(x, y, on)]);
    }

    private static Half[] Any(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => BitConverter.UInt16BitsToHalf((ushort)random.Next(Count)))];
    }

    private static Half[] Ordinary(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (Half)((random.NextDouble() * 4) - 2))];
    }

    /// <summary>The number itself, those between it and the next half away from zero, and the neighbours of these.</summary>
    private static IEnumerable<float> Around(float half)
    {
        float tie = half + (((float)Half.BitIncrement((Half)half) - half) / 2);
        return [half, MathF.BitIncrement(half), MathF.BitDecrement(half), tie, MathF.BitIncrement(tie), MathF.BitDecrement(tie)];
    }

    private static IEnumerable<double> Around(double half)
    {
        double tie = half + (((double)Half.BitIncrement((Half)half) - half) / 2);
        return [half, Math.BitIncrement(half), Math.BitDecrement(half), tie, Math.BitIncrement(tie), Math.BitDecrement(tie)];
    }

    private static readonly double[] s_extremes =
    [
        65519.99, 65520, 65535.99, 65536, 1e6, 3e38, 1e39, 1e300, double.MaxValue, 1e-8, 2.98e-8, 1e-30, 1e-46, 1e-320, double.Epsilon, double.PositiveInfinity, double.NaN,
        -65520, -1e39, -1e-8, -1e-320, -0.0, double.NegativeInfinity,
    ];

    private sealed record Outcome(Half[] Halves, int[] Integers);
}
