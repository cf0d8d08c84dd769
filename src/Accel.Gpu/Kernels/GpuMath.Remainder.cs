namespace Accel.Gpu;

// PTX has no instruction for the remainder of floats. It is exact by definition, so integers can compute it: long division of the
// significands, one bit of the quotient at a time.
public static partial class GpuMath
{
    /// <summary>C#'s <c>%</c>: the exact remainder of the truncated quotient, with the sign of <paramref name="left"/>.</summary>
    public static float Remainder(float left, float right) => ToSingle(Remainder(ToDouble(left), ToDouble(right)));

    /// <summary>C#'s <c>%</c>: the exact remainder of the truncated quotient, with the sign of <paramref name="left"/>.</summary>
    public static double Remainder(double left, double right)
    {
        const long Infinity = 0x7FF0000000000000;
        long leftBits = BitConverter.DoubleToInt64Bits(left);
        long sign = leftBits & long.MinValue;
        long dividend = leftBits & long.MaxValue;
        long divisor = BitConverter.DoubleToInt64Bits(right) & long.MaxValue;
        if (divisor == 0 || dividend >= Infinity || divisor > Infinity)
        {
            return BitConverter.Int64BitsToDouble(unchecked((long)0xFFF8000000000000));
        }

        if (dividend < divisor)
        {
            return left;
        }

        int exponent = Exponent(divisor);
        long remainder = Significand(dividend);
        long modulus = Significand(divisor);
        for (int shift = Exponent(dividend) - exponent; shift > 0; shift--)
        {
            remainder = (remainder >= modulus ? remainder - modulus : remainder) << 1;
        }

        remainder = remainder >= modulus ? remainder - modulus : remainder;
        return BitConverter.Int64BitsToDouble(sign | Compose(remainder, exponent));
    }

    // As if there were no subnormal numbers: the significand has its highest bit, and the exponent goes below 1.
    private static int Exponent(long magnitude)
    {
        int exponent = (int)(magnitude >> 52);
        return exponent == 0 ? 1 - Shift(magnitude) : exponent;
    }

    private static long Significand(long magnitude) =>
        (magnitude >> 52) == 0 ? magnitude << Shift(magnitude) : (magnitude & 0xFFFFFFFFFFFFF) | 0x10000000000000;

    private static int Shift(long subnormal)
    {
        int shift = 0;
        while ((subnormal << shift) < 0x10000000000000 && shift < 52)
        {
            shift++;
        }

        return shift;
    }

    private static long Compose(long significand, int exponent)
    {
        if (significand == 0)
        {
            return 0;
        }

        while (significand < 0x10000000000000 && exponent > 1)
        {
            significand <<= 1;
            exponent--;
        }

        if (exponent < 1)
        {
            significand >>= 1 - exponent;
            exponent = 1;
        }

        return significand < 0x10000000000000 ? significand : (significand & 0xFFFFFFFFFFFFF) | ((long)exponent << 52);
    }
}
