using System.Runtime.InteropServices;

namespace Accel.Samples.Running;

/// <summary>Distances in units in the last place: how many representable values lie between two results.</summary>
internal static class Ulp
{
    /// <summary>The largest distance between elements at the same place; <see cref="long.MaxValue"/> where one is NaN and the other is not.</summary>
    public static long LargestDistance(Array expected, Array actual)
    {
        return (expected, actual) switch
        {
            (float[] e, float[] a) => Largest<float>(e, a, Distance),
            (double[] e, double[] a) => Largest<double>(e, a, Distance),
            (uint[] e, uint[] a) => Largest<uint>(e, a, Distance),
            (float[,] e, float[,] a) => Largest<float>(Flat(e), Flat(a), Distance),
            _ => throw new ArgumentException($"Results of type {expected.GetType().Name} cannot be compared.", nameof(expected)),
        };
    }

    private static long Largest<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, Func<T, T, long> distance)
    {
        long largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, distance(expected[i], actual[i]));
        }

        return largest;
    }

    private static ReadOnlySpan<float> Flat(float[,] plane) => MemoryMarshal.CreateReadOnlySpan(ref plane[0, 0], plane.Length);

    private static long Distance(float expected, float actual) =>
        float.IsNaN(expected) || float.IsNaN(actual)
            ? NaNDistance(float.IsNaN(expected), float.IsNaN(actual))
            : Math.Abs(Rank(BitConverter.SingleToInt32Bits(expected)) - Rank(BitConverter.SingleToInt32Bits(actual)));

    private static long Distance(double expected, double actual)
    {
        if (double.IsNaN(expected) || double.IsNaN(actual))
        {
            return NaNDistance(double.IsNaN(expected), double.IsNaN(actual));
        }

        Int128 distance = Int128.Abs((Int128)Rank(BitConverter.DoubleToInt64Bits(expected)) - Rank(BitConverter.DoubleToInt64Bits(actual)));
        return (long)Int128.Min(distance, long.MaxValue);
    }

    /// <summary>Packed pixels: the largest difference of a channel, in steps of 1/255.</summary>
    private static long Distance(uint expected, uint actual)
    {
        long largest = 0;
        for (int shift = 0; shift < 32; shift += 8)
        {
            largest = Math.Max(largest, Math.Abs((long)((expected >> shift) & 255) - ((actual >> shift) & 255)));
        }

        return largest;
    }

    private static long NaNDistance(bool expected, bool actual) => expected == actual ? 0 : long.MaxValue;

    // The bits of negative numbers count downwards; this makes the order of the integers that of the numbers, with -0 beside +0.
    private static long Rank(int bits) => bits >= 0 ? bits : (long)int.MinValue - bits;

    private static long Rank(long bits) => bits >= 0 ? bits : long.MinValue - bits;
}
