namespace Accel.Loops.Benchmarks.Functions;

/// <content>The functions of float.</content>
internal static partial class FunctionKernels
{
    [Kernel]
    public static void ExpSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Exp(x[i]);
        }
    }

    [Kernel]
    public static void Exp2Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.Exp2(x[i]);
        }
    }

    [Kernel]
    public static void Exp10Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.Exp10(x[i]);
        }
    }

    [Kernel]
    public static void ExpM1Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.ExpM1(x[i]);
        }
    }

    [Kernel]
    public static void LogSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Log(x[i]);
        }
    }

    [Kernel]
    public static void Log2Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Log2(x[i]);
        }
    }

    [Kernel]
    public static void Log10Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Log10(x[i]);
        }
    }

    [Kernel]
    public static void LogP1Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.LogP1(x[i]);
        }
    }

    [Kernel]
    public static void SinSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Sin(x[i]);
        }
    }

    [Kernel]
    public static void CosSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Cos(x[i]);
        }
    }

    [Kernel]
    public static void TanSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Tan(x[i]);
        }
    }

    [Kernel]
    public static void AsinSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Asin(x[i]);
        }
    }

    [Kernel]
    public static void AcosSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Acos(x[i]);
        }
    }

    [Kernel]
    public static void AtanSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Atan(x[i]);
        }
    }

    [Kernel]
    public static void SinhSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Sinh(x[i]);
        }
    }

    [Kernel]
    public static void CoshSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Cosh(x[i]);
        }
    }

    [Kernel]
    public static void TanhSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Tanh(x[i]);
        }
    }

    [Kernel]
    public static void AsinhSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Asinh(x[i]);
        }
    }

    [Kernel]
    public static void AcoshSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Acosh(x[i]);
        }
    }

    [Kernel]
    public static void AtanhSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Atanh(x[i]);
        }
    }

    [Kernel]
    public static void CbrtSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Cbrt(x[i]);
        }
    }

    [Kernel]
    public static void SinPiSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.SinPi(x[i]);
        }
    }

    [Kernel]
    public static void CosPiSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.CosPi(x[i]);
        }
    }

    [Kernel]
    public static void ErfSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Erf(x[i]);
        }
    }

    [Kernel]
    public static void ErfcSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Erfc(x[i]);
        }
    }

    [Kernel]
    public static void GammaSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Gamma(x[i]);
        }
    }

    [Kernel]
    public static void LogGammaSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.LogGamma(x[i]);
        }
    }

    [Kernel]
    public static void LogisticSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Logistic(x[i]);
        }
    }

    [Kernel]
    public static void ReciprocalSqrtSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.ReciprocalSqrt(x[i]);
        }
    }

    [Kernel]
    public static void PowSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Pow(x[i], 1.5f - x[i]);
        }
    }

    [Kernel]
    public static void Atan2Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Atan2(x[i], 1.5f - x[i]);
        }
    }

    [Kernel]
    public static void HypotSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.Hypot(x[i], 1.5f - x[i]);
        }
    }
}
