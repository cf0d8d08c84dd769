namespace Accel.Loops.Benchmarks.Functions;

/// <summary>The functions of double, within 4 ulp.</summary>
internal static partial class FastKernels
{
    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Exp(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Exp(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Exp2(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.Exp2(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Exp10(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.Exp10(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void ExpM1(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.ExpM1(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Log(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Log(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Log2(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Log2(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Log10(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Log10(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void LogP1(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.LogP1(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Sin(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Sin(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Cos(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Cos(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Tan(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Tan(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Asin(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Asin(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Acos(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Acos(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Atan(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Atan(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Sinh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Sinh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Cosh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Cosh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Tanh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Tanh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Asinh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Asinh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Acosh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Acosh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Atanh(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Atanh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Cbrt(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Cbrt(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void SinPi(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.SinPi(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void CosPi(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.CosPi(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Logistic(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Logistic(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void ReciprocalSqrt(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.ReciprocalSqrt(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Atan2(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Atan2(x[i], 1.5 - x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Hypot(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = double.Hypot(x[i], 1.5 - x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Erf(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Erf(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Erfc(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Erfc(x[i]);
        }
    }
}
