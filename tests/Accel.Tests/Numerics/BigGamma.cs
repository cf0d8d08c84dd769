using System.Numerics;

namespace Accel.Tests.Numerics;

/// <summary>The error function, the gamma function and their like to about 230 bits.</summary>
internal static class BigGamma
{
    // Far enough out for Stirling's series of that many terms: the last is below 2^-300.
    private const int StirlingFrom = 100;
    private const int StirlingTerms = 40;

    private static readonly BigFloat[] s_bernoulli = [.. BernoulliNumbers(StirlingTerms)];

    private static readonly BigFloat s_pi = 2 * BigMath.HalfPi;

    public static readonly BigFloat LogRootTwoPi = BigMath.Log(2 * s_pi).ScaleBy(-1);

    public static readonly BigFloat TwoOverRootPi = 2 / BigMath.Sqrt(s_pi);

    /// <summary>The Euler-Mascheroni constant, as what harmonic numbers have above logarithms.</summary>
    public static readonly BigFloat EulerGamma = Euler();

    /// <summary>The error function.</summary>
    public static BigFloat Erf(BigFloat x) => x.Sign < 0 ? -Erf(-x) : x > 6 ? 1 - Erfc(x) : ErfSeries(x);

    /// <summary>1 less the error function, also where that is close to 1.</summary>
    public static BigFloat Erfc(BigFloat x) => x.Sign < 0 ? 2 - Erfc(-x) : x > 3 ? BigMath.Exp(-(x * x)) * ScaledFraction(x) : 1 - ErfSeries(x);

    /// <summary>e^(x²) erfc x for x >= 0.</summary>
    public static BigFloat ScaledErfc(BigFloat x) => x > 3 ? ScaledFraction(x) : BigMath.Exp(x * x) * (1 - ErfSeries(x));

    /// <summary>The logarithm of the gamma function's absolute value, of what is no whole number below 1.</summary>
    public static BigFloat LogGamma(BigFloat x)
    {
        if (x.Sign < 0)
        {
            return BigMath.Log(s_pi / BigFloat.Abs(x * BigMath.SinPi(x))) - LogGamma(-x);
        }

        BigFloat product = 1;
        BigFloat y = x;
        while (y < StirlingFrom)
        {
            product *= y;
            y += 1;
        }

        return Stirling(y) - BigMath.Log(product);
    }

    /// <summary>The gamma function of what is no whole number below 1.</summary>
    public static BigFloat Gamma(BigFloat x)
    {
        if (x.Sign < 0)
        {
            return -s_pi / (x * BigMath.SinPi(x) * Gamma(-x));
        }

        BigFloat product = 1;
        BigFloat y = x;
        while (y < StirlingFrom)
        {
            product *= y;
            y += 1;
        }

        return BigMath.Exp(Stirling(y)) / product;
    }

    /// <summary>What Stirling's series adds to (y - 1/2) ln y - y + ln sqrt(2π), times y.</summary>
    public static BigFloat StirlingRest(BigFloat y) => y * (LogGamma(y) - (((y - 0.5) * BigMath.Log(y)) - y + LogRootTwoPi));

    private static BigFloat Stirling(BigFloat y)
    {
        BigFloat sum = 0;
        BigFloat square = y * y;
        for (int k = StirlingTerms; k >= 1; k--)
        {
            sum = (sum / square) + (s_bernoulli[k] / (2 * k * ((2 * k) - 1)));
        }

        return ((y - 0.5) * BigMath.Log(y)) - y + LogRootTwoPi + (sum / y);
    }

    private static BigFloat Euler()
    {
        BigFloat n = StirlingFrom;
        BigFloat sum = -BigMath.Log(n) - (1 / (2 * n));
        BigFloat power = 1;
        for (int k = 1; k <= StirlingFrom; k++)
        {
            sum += (BigFloat)1 / k;
        }

        for (int k = 1; k <= StirlingTerms; k++)
        {
            power *= n * n;
            sum += s_bernoulli[k] / (2 * k * power);
        }

        return sum;
    }

    // e^(-x²) times a series of positive terms: 2/sqrt(π) (x + 2 x³/3 + 4 x^5/15 + …)
    private static BigFloat ErfSeries(BigFloat x)
    {
        BigFloat twice = (x * x).ScaleBy(1);
        BigFloat term = x;
        BigFloat sum = x;
        for (int i = 3; term.Sign != 0 && term.Magnitude > sum.Magnitude - 300; i += 2)
        {
            term = term * twice / i;
            sum += term;
        }

        return TwoOverRootPi * BigMath.Exp(-(x * x)) * sum;
    }

    // e^(x²) erfc x as a continued fraction: 1/sqrt(π) 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …))))
    private static BigFloat ScaledFraction(BigFloat x)
    {
        BigFloat fraction = x;
        for (int k = x > 12 ? 60 : 900; k >= 1; k--)
        {
            fraction = x + (((BigFloat)k).ScaleBy(-1) / fraction);
        }

        return TwoOverRootPi.ScaleBy(-1) / fraction;
    }

    // B(2k), by sum over j of binomial(n + 1, j) B(j) = 0, as fractions.
    private static IEnumerable<BigFloat> BernoulliNumbers(int count)
    {
        var numbers = new List<(BigInteger Numerator, BigInteger Denominator)>();
        for (int n = 0; n <= 2 * count; n++)
        {
            (BigInteger numerator, BigInteger denominator) = (n == 0 ? 1 : 0, 1);
            BigInteger binomial = 1;
            for (int j = 0; j < n; j++)
            {
                numerator = (numerator * numbers[j].Denominator) - (binomial * numbers[j].Numerator * denominator);
                denominator *= numbers[j].Denominator;
                binomial = binomial * (n + 1 - j) / (j + 1);
                BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
                (numerator, denominator) = (numerator / common, denominator / common);
            }

            numbers.Add((numerator, denominator * (n + 1)));
            if (n % 2 == 0)
            {
                yield return new BigFloat(numerator, 0) / new BigFloat(denominator * (n + 1), 0);
            }
        }
    }
}
