using System.Numerics;

namespace Accel.Tests.Numerics;

/// <summary>A binary floating-point number of 256 bits: the reference that coefficients come from and that tests compare with.</summary>
internal readonly struct BigFloat : IComparable<BigFloat>
{
    private const int Precision = 256;

    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    public BigFloat(BigInteger mantissa, int exponent)
    {
        long excess = (long)BigInteger.Abs(mantissa).GetBitLength() - Precision;
        if (excess > 0)
        {
            BigInteger half = BigInteger.One << (int)(excess - 1);
            mantissa = (mantissa + half) >> (int)excess;
            exponent += (int)excess;
        }

        _mantissa = mantissa;
        _exponent = exponent;
    }

    public static BigFloat Zero => new(BigInteger.Zero, 0);

    public static BigFloat One => new(BigInteger.One, 0);

    public int Sign => _mantissa.Sign;

    /// <summary>The integer e with 2^e &lt;= |x| &lt; 2^(e+1).</summary>
    public int Magnitude => (int)BigInteger.Abs(_mantissa).GetBitLength() + _exponent - 1;

    public static implicit operator BigFloat(int value) => new(value, 0);

    /// <summary>Exact.</summary>
    public static implicit operator BigFloat(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7FF;
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        long mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        return new(value < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    public static BigFloat operator -(BigFloat x) => new(-x._mantissa, x._exponent);

    public static BigFloat operator +(BigFloat x, BigFloat y)
    {
        if (x.Sign == 0 || y.Sign == 0)
        {
            return x.Sign == 0 ? y : x;
        }

        if (Math.Abs((long)x.Magnitude - y.Magnitude) > 2 * Precision)
        {
            return x.Magnitude > y.Magnitude ? x : y;
        }

        int exponent = Math.Min(x._exponent, y._exponent);
        return new((x._mantissa << (x._exponent - exponent)) + (y._mantissa << (y._exponent - exponent)), exponent);
    }

    public static BigFloat operator -(BigFloat x, BigFloat y) => x + -y;

    public static BigFloat operator *(BigFloat x, BigFloat y) => new(x._mantissa * y._mantissa, x._exponent + y._exponent);

    public static BigFloat operator /(BigFloat x, BigFloat y)
    {
        int shift = (2 * Precision) + (int)BigInteger.Abs(y._mantissa).GetBitLength();
        return new((x._mantissa << shift) / y._mantissa, x._exponent - y._exponent - shift);
    }

    public static bool operator <(BigFloat x, BigFloat y) => (x - y).Sign < 0;

    public static bool operator >(BigFloat x, BigFloat y) => (x - y).Sign > 0;

    public static BigFloat Abs(BigFloat x) => x.Sign < 0 ? -x : x;

    public BigFloat ScaleBy(int powerOfTwo) => new(_mantissa, _exponent + powerOfTwo);

    public int CompareTo(BigFloat other) => (this - other).Sign;

    /// <summary>x * 2^bits, rounded to an integer (ties away from zero).</summary>
    public BigInteger ToFixed(int bits)
    {
        int shift = _exponent + bits;
        if (shift >= 0)
        {
            return _mantissa << shift;
        }

        BigInteger magnitude = (BigInteger.Abs(_mantissa) + (BigInteger.One << (-shift - 1))) >> -shift;
        return Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>Rounded to a number of significant bits, ties away from zero.</summary>
    public BigFloat Round(int bits)
    {
        if (Sign == 0)
        {
            return this;
        }

        int exponent = Magnitude - bits + 1;
        return new(ToFixed(-exponent), exponent);
    }

    /// <summary>The nearest double, for values in its normal range.</summary>
    public double ToDouble()
    {
        if (Sign == 0)
        {
            return 0;
        }

        BigFloat rounded = Round(53);
        return Math.ScaleB((double)rounded.ToFixed(52 - rounded.Magnitude), rounded.Magnitude - 52);
    }
}
