namespace Accel.Tests.Numerics;

/// <summary>The double functions against 256-bit arithmetic, at random arguments and at those where reductions lose the most.</summary>
public sealed class DoubleAccuracyTests
{
    private const int SampleCount = 600;

    private readonly Random _random = new(1);

    [Fact]
    public void Exp()
    {
        Sample(VectorMath.Exp, BigMath.Exp, 0.9, () => (_random.NextDouble() - 0.5) * 2 * 746);
        Sample(VectorMath.Exp, BigMath.Exp, 0.9, () => (_random.NextDouble() - 0.5) * Math.ScaleB(4, -_random.Next(60)));
    }

    [Fact]
    public void Log()
    {
        Sample(VectorMath.Log, BigMath.Log, 0.9, AnyPositive);
        Sample(VectorMath.Log, BigMath.Log, 0.9, () => 0.5 + (_random.NextDouble() * 1.5));
        Sample(VectorMath.Log, BigMath.Log, 0.9, CloseToOne);
    }

    [Fact]
    public void Sin()
    {
        Sample(VectorMath.Sin, BigMath.Sin, 0.9, () => (_random.NextDouble() - 0.5) * Math.ScaleB(8, _random.Next(30)));
        Sample(VectorMath.Sin, BigMath.Sin, 0.9, AnyPositive);
        Sample(VectorMath.Sin, BigMath.Sin, 0.9, NextToMultipleOfHalfPi);
    }

    [Fact]
    public void Cos()
    {
        Sample(VectorMath.Cos, BigMath.Cos, 0.9, () => (_random.NextDouble() - 0.5) * Math.ScaleB(8, _random.Next(30)));
        Sample(VectorMath.Cos, BigMath.Cos, 0.9, AnyPositive);
        Sample(VectorMath.Cos, BigMath.Cos, 0.9, NextToMultipleOfHalfPi);
    }

    [Fact]
    public void ExpM1()
    {
        Sample(VectorMath.ExpM1, BigMath.ExpM1, 0.9, () => (_random.NextDouble() - 0.5) * 2 * 710);
        Sample(VectorMath.ExpM1, BigMath.ExpM1, 0.9, Small);
        Sample(VectorMath.ExpM1, BigMath.ExpM1, 0.9, Ordinary);
    }

    [Fact]
    public void Hyperbolic()
    {
        foreach (Func<double> argument in (Func<double>[])[() => (_random.NextDouble() - 0.5) * 2 * 710.5, Small, Ordinary])
        {
            Sample(VectorMath.Sinh, BigMath.Sinh, 0.95, argument);
            Sample(VectorMath.Cosh, BigMath.Cosh, 0.95, argument);
            Sample(VectorMath.Tanh, BigMath.Tanh, 0.9, argument);
        }
    }

    [Fact]
    public void LogarithmsToOtherBases()
    {
        foreach (Func<double> argument in (Func<double>[])[AnyPositive, () => 0.5 + (_random.NextDouble() * 1.5), CloseToOne])
        {
            Sample(VectorMath.Log2, BigMath.Log2, 0.9, argument);
            Sample(VectorMath.Log10, BigMath.Log10, 0.9, argument);
        }
    }

    [Fact]
    public void Tan()
    {
        Sample(VectorMath.Tan, BigMath.Tan, 0.9, () => (_random.NextDouble() - 0.5) * Math.ScaleB(8, _random.Next(30)));
        Sample(VectorMath.Tan, BigMath.Tan, 0.9, AnyPositive);
        Sample(VectorMath.Tan, BigMath.Tan, 0.9, NextToMultipleOfHalfPi);
    }

    [Fact]
    public void InverseTrigonometric()
    {
        Sample(VectorMath.Atan, BigMath.Atan, 0.9, () => (_random.NextDouble() - 0.5) * Math.ScaleB(8, _random.Next(60)));
        Sample(VectorMath.Atan, BigMath.Atan, 0.9, Ordinary);
        foreach (Func<double> argument in (Func<double>[])[() => (_random.NextDouble() * 2) - 1, Small, () => 1 - Math.Abs(Small() / 2)])
        {
            Sample(VectorMath.Asin, BigMath.Asin, 0.9, argument);
            Sample(VectorMath.Acos, BigMath.Acos, 0.9, argument);
        }
    }

    [Fact]
    public void PowersOfTwoAndTen()
    {
        Sample(VectorMath.Exp2, BigMath.Exp2, 0.9, () => (_random.NextDouble() - 0.5) * 2 * 1075);
        Sample(VectorMath.Exp2, BigMath.Exp2, 0.9, Small);
        Sample(VectorMath.Exp10, BigMath.Exp10, 0.9, () => (_random.NextDouble() - 0.5) * 2 * 323);
        Sample(VectorMath.Exp10, BigMath.Exp10, 0.9, Small);
    }

    [Fact]
    public void LogarithmOfOnePlus()
    {
        foreach (Func<double> argument in (Func<double>[])[AnyPositive, Small, () => _random.NextDouble() - 0.99999, () => -1 + AnyFraction()])
        {
            Sample(VectorMath.LogP1, BigMath.LogP1, 0.9, argument);
        }
    }

    [Fact]
    public void InverseHyperbolic()
    {
        Sample(VectorMath.Asinh, BigMath.Asinh, 0.9, () => AnyPositive());
        Sample(VectorMath.Asinh, BigMath.Asinh, 0.9, Small);
        Sample(VectorMath.Asinh, BigMath.Asinh, 0.9, Ordinary);
        Sample(VectorMath.Asinh, BigMath.Asinh, 0.9, () => Ordinary() * 1E8);
        foreach (Func<double> argument in (Func<double>[])[() => 1 + AnyFraction(), () => 1 + Math.Abs(Ordinary()), () => 1 + (AnyFraction() * 1E9), () => Math.Max(1, AnyPositive())])
        {
            Sample(VectorMath.Acosh, BigMath.Acosh, 0.9, argument);
        }

        foreach (Func<double> argument in (Func<double>[])[() => (_random.NextDouble() * 2) - 1, Small, () => 1 - AnyFraction()])
        {
            Sample(VectorMath.Atanh, BigMath.Atanh, 0.9, argument);
        }
    }

    [Fact]
    public void HalfTurns()
    {
        foreach (Func<double> argument in (Func<double>[])[Ordinary, Small, () => (_random.NextDouble() - 0.5) * Math.ScaleB(8, _random.Next(40)), () => (_random.Next(2000) * 0.5) + (Small() / 8) + 1E-9])
        {
            Sample(VectorMath.SinPi, BigMath.SinPi, 0.9, argument);
            Sample(VectorMath.CosPi, BigMath.CosPi, 0.9, argument);
        }
    }

    [Fact]
    public void Logistic()
    {
        Sample(VectorMath.Logistic, BigMath.Logistic, 0.9, () => (_random.NextDouble() - 0.5) * 2 * 745);
        Sample(VectorMath.Logistic, BigMath.Logistic, 0.9, () => (_random.NextDouble() - 0.5) * 90);
        Sample(VectorMath.Logistic, BigMath.Logistic, 0.9, Ordinary);
        Sample(VectorMath.Logistic, BigMath.Logistic, 0.9, Small);
    }

    [Fact]
    public void ErrorFunctions()
    {
        foreach (Func<double> argument in (Func<double>[])[Ordinary, Small, () => (_random.NextDouble() * 2) - 1, () => _random.NextDouble() * 6, () => 0.5 + (_random.NextDouble() / 2)])
        {
            Sample(VectorMath.Erf, BigGamma.Erf, 0.9, argument);
            Sample(VectorMath.Erfc, BigGamma.Erfc, 0.9, argument);
        }

        Sample(VectorMath.Erfc, BigGamma.Erfc, 0.9, () => _random.NextDouble() * 27.3);
    }

    [Fact]
    public void Gamma()
    {
        foreach (Func<double> argument in (Func<double>[])[() => _random.NextDouble() * 171.7, () => _random.NextDouble() * 12, () => Math.Abs(Small()), () => 1 + (2 * AnyFraction()), () => 1 - AnyFraction(), () => 2 + (4 * AnyFraction()), () => 2 - (2 * AnyFraction())])
        {
            Sample(VectorMath.Gamma, BigGamma.Gamma, 0.9, argument);
            Sample(VectorMath.LogGamma, BigGamma.LogGamma, 0.9, argument);
        }

        Sample(VectorMath.LogGamma, BigGamma.LogGamma, 0.9, () => Math.Min(AnyPositive(), 2.5E305));
    }

    [Fact]
    public void GammaBelowZero()
    {
        foreach (Func<double> argument in (Func<double>[])[() => -_random.NextDouble() * 180, () => -_random.NextDouble() * 12, () => -Math.Abs(Small()), () => -_random.Next(1, 9) + Small()])
        {
            for (int i = 0; i < SampleCount; i++)
            {
                double x = argument();
                if (x != Math.Floor(x))
                {
                    Within(0.9, VectorMath.Gamma(x), BigGamma.Gamma(x), x);

                    // Next to a zero of the logarithm what counts is the absolute error.
                    BigFloat exact = BigGamma.LogGamma(x);
                    double error = Math.Min(Ulp.Error(VectorMath.LogGamma(x), exact), BigFloat.Abs(VectorMath.LogGamma(x) - exact).ScaleBy(54).ToDouble());
                    Assert.True(error <= 0.9, $"{VectorMath.LogGamma(x):R} is {error:F3} from {exact.ToDouble():R} at {x:R}.");
                }
            }
        }
    }

    [Fact]
    public void ReciprocalSqrt()
    {
        Sample(VectorMath.ReciprocalSqrt, BigMath.ReciprocalSqrt, 0.6, AnyPositive);
        Sample(VectorMath.ReciprocalSqrt, BigMath.ReciprocalSqrt, 0.6, () => 1 + (_random.NextDouble() * 3));
    }

    [Fact]
    public void Hypot()
    {
        for (int i = 0; i < 3 * SampleCount; i++)
        {
            double x = i % 3 == 0 ? AnyPositive() / 2 : Ordinary();
            double y = (i % 4) switch
            {
                0 => AnyPositive() / 2,
                1 => x * Small(),
                _ => x * Ordinary() / 8,
            };
            Within(0.6, VectorMath.Hypot(x, y), BigMath.Sqrt(((BigFloat)x * x) + ((BigFloat)y * y)), x);
        }
    }

    [Fact]
    public void Atan2()
    {
        for (int i = 0; i < SampleCount; i++)
        {
            double y = i % 3 == 0 ? AnyPositive() : Ordinary();
            double x = (i % 4) switch
            {
                0 => AnyPositive(),
                1 => -AnyPositive(),
                2 => y * (1 + Small()) * (i % 8 > 3 ? -1 : 1),
                _ => Ordinary(),
            };
            Within(0.9, VectorMath.Atan2(y, x), BigMath.Atan2(y, x), y);
        }
    }

    [Fact]
    public void Cbrt()
    {
        Sample(VectorMath.Cbrt, BigMath.Cbrt, 0.9, AnyPositive);
        Sample(VectorMath.Cbrt, BigMath.Cbrt, 0.9, () => (_random.NextDouble() - 0.5) * 20);
    }

    [Fact]
    public void Pow()
    {
        for (int i = 0; i < SampleCount; i++)
        {
            double x = (i % 3) switch
            {
                0 => AnyPositive(),
                1 => CloseToOne(),
                _ => _random.NextDouble() * 3,
            };
            double y = (_random.NextDouble() - 0.5) * 2 * 1080 / Math.Max(1E-15, Math.Abs(Math.Log2(x)));
            Within(0.9, VectorMath.Pow(x, y), BigMath.Exp((BigFloat)y * BigMath.Log(x)), x);
        }
    }

    /// <summary>6381956970095103 * 2^797 comes closer to a multiple of π/2 than any other double.</summary>
    [Fact]
    public void TheHardestReduction()
    {
        double x = Math.ScaleB(6381956970095103.0, 797);
        Within(0.9, VectorMath.Cos(x), BigMath.Cos(x), x);
        Within(0.9, VectorMath.Sin(x), BigMath.Sin(x), x);
    }

    private static void Sample(Func<double, double> function, Func<BigFloat, BigFloat> reference, double bound, Func<double> argument)
    {
        for (int i = 0; i < SampleCount; i++)
        {
            double x = argument();
            Within(bound, function(x), reference(x), x);
        }
    }

    private static void Within(double bound, double result, BigFloat exact, double x)
    {
        double error = Ulp.Error(result, exact);
        if (!(error <= bound))
        {
            Assert.Fail($"{result:R} is {error:F3} ulp from {exact.ToDouble():R} at {x:R}, more than {bound}.");
        }
    }

    private double AnyPositive() => BitConverter.Int64BitsToDouble(_random.NextInt64(1, 0x7FF0_0000_0000_0000));

    private double Small() => (_random.NextDouble() - 0.5) * Math.ScaleB(1, -_random.Next(60));

    private double AnyFraction() => Math.ScaleB(1 + _random.NextDouble(), -_random.Next(2, 54));

    private double Ordinary() => (_random.NextDouble() - 0.5) * 8;

    private double CloseToOne() => 1 + ((_random.NextDouble() - 0.5) * Math.ScaleB(1, -_random.Next(52)));

    private double NextToMultipleOfHalfPi() => Math.Round(Math.ScaleB(_random.NextDouble(), _random.Next(50))) * (Math.PI / 2);
}
