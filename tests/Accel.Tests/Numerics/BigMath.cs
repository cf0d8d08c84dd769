using System.Numerics;

namespace Accel.Tests.Numerics;

/// <summary>Elementary functions to about 240 bits, from Taylor series after argument reduction.</summary>
internal static class BigMath
{
    private const int FixedBits = 1700;

    private static readonly BigInteger HalfPiFixed = MachinPi() >> 1;

    /// <summary>floor(2/π * 2^1700).</summary>
    public static readonly BigInteger TwoOverPiFixed = (BigInteger.One << (2 * FixedBits)) / HalfPiFixed;

    public static readonly BigFloat HalfPi = new(HalfPiFixed, -FixedBits);

    public static readonly BigFloat Ln2 = -2 * ArtanhSeries(new BigFloat(-1, 0) / 3);

    private static readonly BigFloat s_ln10 = Log(10);

    /// <summary>e^x for |x| below 2^20.</summary>
    public static BigFloat Exp(BigFloat x)
    {
        const int halvings = 16;
        int n = (int)(x / Ln2).ToFixed(0);
        BigFloat r = (x - (n * Ln2)).ScaleBy(-halvings);
        BigFloat sum = 1;
        BigFloat term = 1;
        for (int i = 1; i < 20; i++)
        {
            term = term * r / i;
            sum += term;
        }

        for (int i = 0; i < halvings; i++)
        {
            sum *= sum;
        }

        return sum.ScaleBy(n);
    }

    /// <summary>Natural logarithm of x &gt; 0, by Halley's iteration from a double.</summary>
    public static BigFloat Log(BigFloat x)
    {
        int exponent = x.Magnitude;
        BigFloat m = x.ScaleBy(-exponent);
        if (m > 1.5)
        {
            m = m.ScaleBy(-1);
            exponent++;
        }

        BigFloat f = m - 1;
        if (f.Sign == 0 || f.Magnitude < -10)
        {
            return (exponent * Ln2) + (2 * ArtanhSeries(f / (m + 1)));
        }

        BigFloat y = Math.Log(m.ToDouble());
        for (int i = 0; i < 2; i++)
        {
            BigFloat e = Exp(y);
            y += 2 * (m - e) / (m + e);
        }

        return (exponent * Ln2) + y;
    }

    public static BigFloat Sinh(BigFloat x)
    {
        BigFloat power = Exp(x);
        return (power - (1 / power)).ScaleBy(-1);
    }

    public static BigFloat Cosh(BigFloat x)
    {
        BigFloat power = Exp(x);
        return (power + (1 / power)).ScaleBy(-1);
    }

    public static BigFloat Tanh(BigFloat x)
    {
        BigFloat square = Exp(x + x);
        return (square - 1) / (square + 1);
    }

    public static BigFloat Exp2(BigFloat x) => Exp(x * Ln2);

    public static BigFloat Exp10(BigFloat x) => Exp(x * s_ln10);

    public static BigFloat ExpM1(BigFloat x) => Exp(x) - 1;

    public static BigFloat Log2(BigFloat x) => Log(x) / Ln2;

    public static BigFloat Log10(BigFloat x) => Log(x) / s_ln10;

    // Of what is lost beside 1 two terms of the series, here and below.
    public static BigFloat LogP1(BigFloat x) => IsTiny(x) ? x - (x * x).ScaleBy(-1) : Log(1 + x);

    public static BigFloat Asinh(BigFloat x) => IsTiny(x) ? x - (x * x * x / 6) : x.Sign < 0 ? -Asinh(-x) : Log(x + Sqrt((x * x) + 1));

    public static BigFloat Acosh(BigFloat x) => Log(x + Sqrt((x * x) - 1));

    public static BigFloat Atanh(BigFloat x) => IsTiny(x) ? x + (x * x * x / 3) : Log((1 + x) / (1 - x)).ScaleBy(-1);

    public static BigFloat Logistic(BigFloat x) => 1 / (1 + Exp(-x));

    public static BigFloat ReciprocalSqrt(BigFloat x) => 1 / Sqrt(x);

    public static BigFloat SinPi(BigFloat x) => Sin(2 * HalfPi * WithoutTurns(x));

    public static BigFloat CosPi(BigFloat x) => Cos(2 * HalfPi * WithoutTurns(x));

    // x less the nearest even number
    private static BigFloat WithoutTurns(BigFloat x) => x - (2 * new BigFloat(x.ScaleBy(-1).ToFixed(0), 0));

    private static bool IsTiny(BigFloat x) => x.Sign == 0 || x.Magnitude < -60;

    public static BigFloat Tan(BigFloat x) => Sin(x) / Cos(x);

    /// <summary>The inverse tangent, from that in double: what is left is smaller than 2^-50, and its cube does not count.</summary>
    public static BigFloat Atan(BigFloat x)
    {
        BigFloat near = Math.Atan(x.ToDouble());
        (BigFloat sin, BigFloat cos) = (Sin(near), Cos(near));
        return near + (((x * cos) - sin) / (cos + (x * sin)));
    }

    /// <summary>The angle of a point, likewise.</summary>
    public static BigFloat Atan2(BigFloat y, BigFloat x)
    {
        BigFloat near = Math.Atan2(y.ToDouble(), x.ToDouble());
        (BigFloat sin, BigFloat cos) = (Sin(near), Cos(near));
        return near + (((y * cos) - (x * sin)) / ((x * cos) + (y * sin)));
    }

    /// <summary>The inverse sine, likewise.</summary>
    public static BigFloat Asin(BigFloat x)
    {
        BigFloat near = Math.Asin(x.ToDouble());
        BigFloat rest = (x * Cos(near)) - (Sqrt(1 - (x * x)) * Sin(near));
        return near + rest + (rest * rest * rest / 6);
    }

    public static BigFloat Acos(BigFloat x) => HalfPi - Asin(x);

    public static BigFloat Sqrt(BigFloat x)
    {
        if (x.Sign == 0)
        {
            return x;
        }

        // By an even power of two, where x itself may be out of the range of double.
        int half = x.Magnitude / 2;
        return half is > -500 and < 500 ? SqrtInRange(x) : SqrtInRange(x.ScaleBy(-2 * half)).ScaleBy(half);
    }

    private static BigFloat SqrtInRange(BigFloat x)
    {
        BigFloat root = Math.Sqrt(x.ToDouble());
        for (int i = 0; i < 3; i++)
        {
            root = (root + (x / root)).ScaleBy(-1);
        }

        return root;
    }

    public static BigFloat Cbrt(BigFloat x)
    {
        BigFloat root = Math.Cbrt(x.ToDouble());
        for (int i = 0; i < 3; i++)
        {
            root -= ((root * root * root) - x) / (3 * root * root);
        }

        return root;
    }

    public static BigFloat Sin(BigFloat x)
    {
        (BigFloat r, int quadrant) = ReduceByHalfPi(x);
        return SinOfQuadrant(r, quadrant);
    }

    public static BigFloat Cos(BigFloat x)
    {
        (BigFloat r, int quadrant) = ReduceByHalfPi(x);
        return SinOfQuadrant(r, quadrant + 1);
    }

    private static (BigFloat R, int Quadrant) ReduceByHalfPi(BigFloat x)
    {
        BigInteger scaled = x.ToFixed(FixedBits);
        BigInteger n = ((2 * scaled) + HalfPiFixed) / (2 * HalfPiFixed);
        return (new(scaled - (n * HalfPiFixed), -FixedBits), (int)(((n % 4) + 4) % 4));
    }

    private static BigFloat SinOfQuadrant(BigFloat r, int quadrant)
    {
        BigFloat minusSquare = -(r * r);
        bool isSine = (quadrant & 1) == 0;
        BigFloat term = isSine ? r : 1;
        BigFloat sum = term;
        for (int i = isSine ? 2 : 1; i < 70; i += 2)
        {
            term = term * minusSquare / (i * (i + 1));
            sum += term;
        }

        return (quadrant & 2) == 0 ? sum : -sum;
    }

    // artanh(s) = s + s^3/3 + s^5/5 + …, for |s| <= 1/3
    private static BigFloat ArtanhSeries(BigFloat s)
    {
        BigFloat square = s * s;
        BigFloat power = s;
        BigFloat sum = s;
        for (int i = 3; i < 180 && power.Sign != 0 && power.Magnitude > s.Magnitude - 270; i += 2)
        {
            power *= square;
            sum += power / i;
        }

        return sum;
    }

    // Machin: π = 16 arctan(1/5) - 4 arctan(1/239)
    private static BigInteger MachinPi()
    {
        const int guard = 32;
        BigInteger one = BigInteger.One << (FixedBits + guard);
        return ((16 * Arctan(one, 5)) - (4 * Arctan(one, 239))) >> guard;
    }

    private static BigInteger Arctan(BigInteger one, int inverse)
    {
        BigInteger power = one / inverse;
        BigInteger sum = power;
        for (int i = 3; !power.IsZero; i += 2)
        {
            power /= -inverse * inverse;
            sum += power / i;
        }

        return sum;
    }
}
