namespace Accel.Loops.Benchmarks.Functions;

/// <summary>One function of each number, for timing.</summary>
internal static partial class FunctionKernels
{
    [Kernel]
    public static void Exp(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Exp(x[i]);
        }
    }

    [Kernel]
    public static void Exp2(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.Exp2(x[i]);
        }
    }

    [Kernel]
    public static void Exp10(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.Exp10(x[i]);
        }
    }

    [Kernel]
    public static void ExpM1(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.ExpM1(x[i]);
        }
    }

    [Kernel]
    public static void Log(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Log(x[i]);
        }
    }

    [Kernel]
    public static void Log2(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Log2(x[i]);
        }
    }

    [Kernel]
    public static void Log10(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Log10(x[i]);
        }
    }

    [Kernel]
    public static void LogP1(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.LogP1(x[i]);
        }
    }

    [Kernel]
    public static void Sin(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Sin(x[i]);
        }
    }

    [Kernel]
    public static void Cos(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Cos(x[i]);
        }
    }

    [Kernel]
    public static void Tan(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Tan(x[i]);
        }
    }

    [Kernel]
    public static void Asin(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Asin(x[i]);
        }
    }

    [Kernel]
    public static void Acos(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Acos(x[i]);
        }
    }

    [Kernel]
    public static void Atan(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Atan(x[i]);
        }
    }

    [Kernel]
    public static void Sinh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Sinh(x[i]);
        }
    }

    [Kernel]
    public static void Cosh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Cosh(x[i]);
        }
    }

    [Kernel]
    public static void Tanh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Tanh(x[i]);
        }
    }

    [Kernel]
    public static void Asinh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Asinh(x[i]);
        }
    }

    [Kernel]
    public static void Acosh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Acosh(x[i]);
        }
    }

    [Kernel]
    public static void Atanh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Atanh(x[i]);
        }
    }

    [Kernel]
    public static void Cbrt(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Cbrt(x[i]);
        }
    }

    [Kernel]
    public static void SinPi(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.SinPi(x[i]);
        }
    }

    [Kernel]
    public static void CosPi(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.CosPi(x[i]);
        }
    }

    [Kernel]
    public static void Erf(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Erf(x[i]);
        }
    }

    [Kernel]
    public static void Erfc(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Erfc(x[i]);
        }
    }

    [Kernel]
    public static void Gamma(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Gamma(x[i]);
        }
    }

    [Kernel]
    public static void LogGamma(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.LogGamma(x[i]);
        }
    }

    [Kernel]
    public static void Logistic(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Logistic(x[i]);
        }
    }

    [Kernel]
    public static void ReciprocalSqrt(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.ReciprocalSqrt(x[i]);
        }
    }

    [Kernel]
    public static void Pow(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Pow(x[i], 1.5 - x[i]);
        }
    }

    [Kernel]
    public static void Atan2(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Atan2(x[i], 1.5 - x[i]);
        }
    }

    [Kernel]
    public static void Hypot(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.Hypot(x[i], 1.5 - x[i]);
        }
    }
}
