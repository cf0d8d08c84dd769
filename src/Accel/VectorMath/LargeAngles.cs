namespace Accel;

/// <content>
/// Angles too large for Cody and Waite's reduction: Payne and Hanek, "Radian reduction for trigonometric functions", SIGNUM 1983. Plain integer
/// arithmetic without arrays or 128-bit types, so that it runs on a GPU.
/// </content>
public static partial class VectorMath
{
    private const float ReductionLimitSingle = 131072f;
    private const double ReductionLimitDouble = 1048576.0;

    // A float is an exact double, and its sine in double is within 1 ulp: rounded to float, within 0.501.
    private static float SinOfAny(float x) => (float)Sin((double)x);

    private static float CosOfAny(float x) => (float)Cos((double)x);

    private static float TanOfAny(float x) => (float)Tan((double)x);

    private static double SinOfAny(double x)
    {
        double sine = SinOfLarge(Math.Abs(x), 0);
        return x < 0 ? -sine : sine;
    }

    private static double CosOfAny(double x) => SinOfLarge(Math.Abs(x), 1);

    private static double TanOfAny(double x)
    {
        double tangent = SinOfLarge(Math.Abs(x), Tangent);
        return x < 0 ? -tangent : tangent;
    }

    /// <summary>In the place of quarter turns: the tangent is wanted. A multiple of four of them, so that it turns nothing.</summary>
    private const long Tangent = 4;

    // sin(x + quarterTurns * π/2) for x > 2^20
    private static double SinOfLarge(double x, long quarterTurns)
    {
        // x = m 2^exponent. The window holds 192 bits of 2/π, cut so that m * window = x * 2/π * 2^190 modulo 2^192:
        // what lies above is a multiple of four quarter turns, what lies below is less than 2^-137.
        long bits = x.AsInt64();
        if (bits >= InfinityBits)
        {
            return double.NaN;
        }

        ulong m = (ulong)(bits & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000;
        int position = (int)(bits >> 52) - 1075 - 2 + 64;
        int word = position >> 6;
        int shift = position & 63;
        ulong w0 = TwoOverPiWord(word);
        ulong w1 = TwoOverPiWord(word + 1);
        ulong w2 = TwoOverPiWord(word + 2);
        if (shift != 0)
        {
            w0 = (w0 << shift) | (w1 >> (64 - shift));
            w1 = (w1 << shift) | (w2 >> (64 - shift));
            w2 = (w2 << shift) | (TwoOverPiWord(word + 3) >> (64 - shift));
        }

        ulong low = m * w2;
        ulong middle = (m * w1) + MultiplyHigh(m, w2);
        ulong high = (m * w0) + MultiplyHigh(m, w1) + (middle < m * w1 ? 1UL : 0UL);

        // high, middle, low: two bits of quadrant, then the fraction of a quarter turn, brought to [-1/2, 1/2) by its complement.
        long quadrant = (long)(high >> 62);
        high = (high << 2) | (middle >> 62);
        middle = (middle << 2) | (low >> 62);
        low <<= 2;
        bool isNegative = (high >> 63) != 0;
        if (isNegative)
        {
            quadrant++;
            high = ~high;
            middle = ~middle;
            low = ~low;
        }

        return SinOfFraction(high, middle, low, isNegative, quadrant, quarterTurns);
    }

    // The angle is (high, middle, low) * 2^-192 * π/2.
    private static double SinOfFraction(ulong high, ulong middle, ulong low, bool isNegative, long quadrant, long quarterTurns)
    {
        // Four pieces of 48 bits, each exact, summed from the top with what the leading sum leaves over.
        const double unit = 1.0 / (1L << 48);
        double piece1 = (long)(high >> 16) * unit;
        double piece2 = (long)(((high & 0xFFFF) << 32) | (middle >> 32)) * (unit * unit);
        double piece3 = (long)(((middle & 0xFFFF_FFFF) << 16) | (low >> 48)) * (unit * unit * unit);
        double piece4 = (long)(low & 0xFFFF_FFFF_FFFF) * (unit * unit * unit * unit);
        double sum = piece1 + piece2;
        double rest = (piece1 - sum) + piece2 + (piece3 + piece4);
        double fraction = sum + rest;
        double fractionLow = (sum - fraction) + rest;

        double r = fraction * 1.5707963267948966;
        double rLow = Math.FusedMultiplyAdd(fraction, 1.5707963267948966, -r);
        rLow = Math.FusedMultiplyAdd(fraction, 6.123233995736766E-17, rLow);
        rLow = Math.FusedMultiplyAdd(fractionLow, 1.5707963267948966, rLow);
        r = isNegative ? -r : r;
        rLow = isNegative ? -rLow : rLow;
        return quarterTurns == Tangent ? TanOfReduced(r, rLow, quadrant) : SinOfReduced(r, rLow, quadrant + quarterTurns);
    }

    private static ulong MultiplyHigh(ulong x, ulong y)
    {
        ulong xLow = x & 0xFFFF_FFFF;
        ulong xHigh = x >> 32;
        ulong yLow = y & 0xFFFF_FFFF;
        ulong yHigh = y >> 32;
        ulong carry = (xLow * yLow) >> 32;
        ulong cross1 = (xHigh * yLow) + carry;
        ulong cross2 = (xLow * yHigh) + (cross1 & 0xFFFF_FFFF);
        return (xHigh * yHigh) + (cross1 >> 32) + (cross2 >> 32);
    }

    // 64 bits of 2/π; word 1 begins after the binary point.
    private static ulong TwoOverPiWord(int index) => index switch
    {
        1 => 0xA2F9836E4E441529,
        2 => 0xFC2757D1F534DDC0,
        3 => 0xDB6295993C439041,
        4 => 0xFE5163ABDEBBC561,
        5 => 0xB7246E3A424DD2E0,
        6 => 0x06492EEA09D1921C,
        7 => 0xFE1DEB1CB129A73E,
        8 => 0xE88235F52EBB4484,
        9 => 0xE99C7026B45F7E41,
        10 => 0x3991D639835339F4,
        11 => 0x9C845F8BBDF9283B,
        12 => 0x1FF897FFDE05980F,
        13 => 0xEF2F118B5A0A6D1F,
        14 => 0x6D367ECF27CB09B7,
        15 => 0x4F463F669E5FEA2D,
        16 => 0x7527BAC7EBE5F17B,
        17 => 0x3D0739F78A5292EA,
        18 => 0x6BFB5FB11F8D5D08,
        19 => 0x56033046FC7B6BAB,
        20 => 0xF0CFBC209AF4361D,
        _ => 0,
    };
}
