using System.Runtime.CompilerServices;

namespace Accel;

/// <content>Powers of a single lane: the float form, and the special cases of both forms.</content>
public static partial class VectorMath
{
    private const long InfinityBits = 0x7FF0_0000_0000_0000;

    /// <summary>A number raised to a power.</summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>
    /// x^y, within 0.51 ulp. 1 where x is 1 or y is ±0, whatever the other is; NaN for x &lt; 0 with y not an integer. ±0 and infinities as annex F
    /// of ISO C has them: the sign is that of x where y is an odd integer, else positive; (-1)^±infinity is 1.
    /// </returns>
    /// <remarks>2^(y log2 x) in double: log2 by artanh as in <c>Log</c>, 2^g by a polynomial of degree 7, one rounding to float.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Pow(float x, float y)
    {
        bool isOrdinary = x.AsInt32() > 0 && x.AsInt32() < 0x7F80_0000 && (y.AsInt32() & int.MaxValue) < 0x7F80_0000;
        return isOrdinary ? (float)PowForSingle(x, y) : PowOfAny(x, y);
    }

    private static float PowOfAny(float x, float y)
    {
        if (IsSpecialPower(x, y))
        {
            return (float)SpecialPower(x, y);
        }

        float result = (float)PowForSingle(Math.Abs((double)x), y);
        return x < 0 && IsOddInteger(y) ? -result : result;
    }

    private static double PowOfAny(double x, double y)
    {
        if (IsSpecialPower(x, y))
        {
            return SpecialPower(x, y);
        }

        double magnitude = Math.Abs(x);
        bool isTiny = magnitude < 2.2250738585072014E-308;
        double result = PowOfPositive(isTiny ? magnitude * 4503599627370496.0 : magnitude, y, isTiny ? -52L : 0L);
        return x < 0 && IsOddInteger(y) ? -result : result;
    }

    // Whether the result is exact or NaN without computing a power.
    private static bool IsSpecialPower(double x, double y) =>
        x == 0 || !IsFinite(x) || !IsFinite(y) || (x < 0 && !IsInteger(y));

    private static double SpecialPower(double x, double y)
    {
        if (x == 1 || y == 0)
        {
            return 1;
        }

        if (IsNaN(x) || IsNaN(y))
        {
            return double.NaN;
        }

        double magnitude = Math.Abs(x);
        if (!IsFinite(y))
        {
            bool grows = (magnitude > 1) == (y > 0);
            return magnitude == 1 ? 1 : grows ? double.PositiveInfinity : 0;
        }

        if (magnitude > 0 && IsFinite(x))
        {
            return double.NaN;
        }

        double result = (magnitude > 0) == (y > 0) ? double.PositiveInfinity : 0;
        return x.AsInt64() < 0 && IsOddInteger(y) ? -result : result;
    }

    private static bool IsFinite(double x) => (x.AsInt64() & long.MaxValue) < InfinityBits;

    private static bool IsNaN(double x) => (x.AsInt64() & long.MaxValue) > InfinityBits;

    // From 2^53 on every number is an even integer.
    private static bool IsInteger(double y) => Math.Abs(y) >= 9007199254740992.0 || (long)y == y;

    private static bool IsOddInteger(double y) => Math.Abs(y) < 9007199254740992.0 && (long)y == y && ((long)y & 1) != 0;
}
