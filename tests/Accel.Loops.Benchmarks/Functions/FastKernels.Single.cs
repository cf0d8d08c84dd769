namespace Accel.Loops.Benchmarks.Functions;

/// <content>The functions of float, within 4 ulp.</content>
internal static partial class FastKernels
{
    [Kernel(FloatMode = FloatMode.Fast)]
    public static void ExpSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Exp(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Exp2Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.Exp2(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Exp10Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.Exp10(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void ExpM1Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.ExpM1(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void LogSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Log(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Log2Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Log2(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Log10Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Log10(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void LogP1Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.LogP1(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void SinSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Sin(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void CosSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Cos(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void TanSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Tan(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void AsinSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Asin(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void AcosSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Acos(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void AtanSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Atan(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void SinhSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Sinh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void CoshSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Cosh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void TanhSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Tanh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void AsinhSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Asinh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void AcoshSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Acosh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void AtanhSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Atanh(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void CbrtSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Cbrt(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void SinPiSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.SinPi(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void CosPiSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.CosPi(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void LogisticSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Logistic(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void ReciprocalSqrtSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.ReciprocalSqrt(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void Atan2Single(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = MathF.Atan2(x[i], 1.5f - x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void HypotSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = float.Hypot(x[i], 1.5f - x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void ErfSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Erf(x[i]);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void ErfcSingle(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = VectorMath.Erfc(x[i]);
        }
    }
}
