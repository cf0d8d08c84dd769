namespace Accel.Tests.Numerics;

/// <summary>Distances in units in the last place of the format at the exact result.</summary>
internal static class Ulp
{
    /// <summary>The error of a float, where <paramref name="exact"/> has error enough below that to serve as exact.</summary>
    public static double Error(float result, double exact)
    {
        if (double.IsNaN(exact) || float.IsInfinity((float)exact))
        {
            return result.Equals((float)exact) ? 0 : double.PositiveInfinity;
        }

        // 2^(23 - exponent) from the bits, since whole programs do little else.
        long exponent = Math.Max(((BitConverter.DoubleToInt64Bits(exact) >> 52) & 0x7FF) - 1023, -126);
        return float.IsFinite(result) ? Math.Abs(result - exact) * BitConverter.Int64BitsToDouble((1023 + 23 - exponent) << 52) : double.PositiveInfinity;
    }

    /// <summary>The error of a double.</summary>
    public static double Error(double result, BigFloat exact)
    {
        if (exact.Sign == 0)
        {
            return result == 0 ? 0 : double.PositiveInfinity;
        }

        if (exact.Round(53).Magnitude > 1023)
        {
            return result == (exact.Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity) ? 0 : double.PositiveInfinity;
        }

        int exponent = Math.Max(exact.Magnitude, -1022);
        return double.IsFinite(result) ? BigFloat.Abs(result - exact).ScaleBy(52 - exponent).ToDouble() : double.PositiveInfinity;
    }
}
