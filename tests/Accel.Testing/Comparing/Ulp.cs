namespace Accel.Testing.Comparing;

/// <summary>Distances between floating-point numbers in units in the last place.</summary>
public static class Ulp
{
    /// <summary>How many representable numbers lie from <paramref name="x"/> to <paramref name="y"/>.</summary>
    /// <returns>0 for equal numbers, for two zeros of different sign and for two NaN; <see cref="long.MaxValue"/> where one of them is NaN.</returns>
    public static long Distance(float x, float y)
    {
        if (float.IsNaN(x) || float.IsNaN(y))
        {
            return float.IsNaN(x) && float.IsNaN(y) ? 0 : long.MaxValue;
        }

        return Math.Abs((long)Ordinal(x) - Ordinal(y));
    }

    /// <summary>How many representable numbers lie from <paramref name="x"/> to <paramref name="y"/>.</summary>
    /// <returns>
    /// 0 for equal numbers, for two zeros of different sign and for two NaN; <see cref="long.MaxValue"/> where one of them is NaN or the
    /// distance is larger than that.
    /// </returns>
    public static long Distance(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.IsNaN(x) && double.IsNaN(y) ? 0 : long.MaxValue;
        }

        Int128 distance = Int128.Abs((Int128)Ordinal(x) - Ordinal(y));
        return distance > long.MaxValue ? long.MaxValue : (long)distance;
    }

    // Numbers in increasing order get increasing integers, both zeros 0.
    private static int Ordinal(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits >= 0 ? bits : int.MinValue - bits;
    }

    private static long Ordinal(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }
}
