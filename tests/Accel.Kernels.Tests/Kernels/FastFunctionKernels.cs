namespace Accel.Kernels.Tests.Kernels;

/// <summary>Kernels that take the functions within 4 ulp: by mode, and by name.</summary>
public static partial class FastFunctionKernels
{
    [Kernel(FloatMode = FloatMode.Fast)]
    public static double Powers(double x) =>
        VectorMath.Fast.Exp(x) + VectorMath.Fast.Exp2(x) + VectorMath.Fast.Exp10(x) + VectorMath.Fast.ExpM1(x) + VectorMath.Fast.Sinh(x) + VectorMath.Fast.Cosh(x) + VectorMath.Fast.Tanh(x) + VectorMath.Fast.Logistic(x);

    [Kernel(FloatMode = FloatMode.Fast)]
    public static float SinglePowers(float x) =>
        VectorMath.Fast.Exp(x) + VectorMath.Fast.Exp2(x) + VectorMath.Fast.Exp10(x) + VectorMath.Fast.ExpM1(x) + VectorMath.Fast.Sinh(x) + VectorMath.Fast.Cosh(x) + VectorMath.Fast.Tanh(x) + VectorMath.Fast.Logistic(x);

    [Kernel(FloatMode = FloatMode.Fast)]
    public static double Logarithms(double x)
    {
        double magnitude = Math.Abs(x);
        return VectorMath.Fast.Log(magnitude) + VectorMath.Fast.Log2(magnitude) + VectorMath.Fast.Log10(magnitude) + VectorMath.Fast.LogP1(magnitude) + VectorMath.Fast.Asinh(x) + VectorMath.Fast.Acosh(magnitude) + VectorMath.Fast.Cbrt(x) + VectorMath.Fast.Erf(x) + VectorMath.Fast.Erfc(x);
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static float SingleLogarithms(float x)
    {
        float magnitude = MathF.Abs(x);
        return VectorMath.Fast.Log(magnitude) + VectorMath.Fast.Log2(magnitude) + VectorMath.Fast.Log10(magnitude) + VectorMath.Fast.LogP1(magnitude) + VectorMath.Fast.Asinh(x) + VectorMath.Fast.Acosh(magnitude) + VectorMath.Fast.Cbrt(x) + VectorMath.Fast.Erf(x) + VectorMath.Fast.Erfc(x);
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static double Waves(double x)
    {
        (double sin, double cos) = VectorMath.Fast.SinCos(x);
        return sin + cos + VectorMath.Fast.Tan(x) + VectorMath.Fast.SinPi(x) + VectorMath.Fast.CosPi(x);
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static float SingleWaves(float x)
    {
        (float sin, float cos) = VectorMath.Fast.SinCos(x);
        return sin + cos + VectorMath.Fast.Tan(x) + VectorMath.Fast.SinPi(x) + VectorMath.Fast.CosPi(x);
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static double Inverses(double x, double y)
    {
        double small = Math.Abs(x) > 1 ? 1 / x : x;
        return VectorMath.Fast.Asin(small) + VectorMath.Fast.Acos(small) + VectorMath.Fast.Atan(x) + VectorMath.Fast.Atanh(small) + VectorMath.Fast.Atan2(y, x) + VectorMath.Fast.Hypot(x, y) + VectorMath.Fast.ReciprocalSqrt(Math.Abs(y));
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static float SingleInverses(float x, float y)
    {
        float small = MathF.Abs(x) > 1 ? 1 / x : x;
        return VectorMath.Fast.Asin(small) + VectorMath.Fast.Acos(small) + VectorMath.Fast.Atan(x) + VectorMath.Fast.Atanh(small) + VectorMath.Fast.Atan2(y, x) + VectorMath.Fast.Hypot(x, y) + VectorMath.Fast.ReciprocalSqrt(MathF.Abs(y));
    }

    /// <summary>As anybody writes it: the mode takes the fast functions, and the exact one where there is no other.</summary>
    [Kernel(FloatMode = FloatMode.Fast)]
    public static void ByMode(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (MathF.Exp(-x[i] * x[i]) * MathF.Cos(x[i])) + MathF.Pow(MathF.Abs(x[i]), 0.3f) + VectorMath.Erf(x[i]) + float.Hypot(x[i], 1);
        }
    }

    [Kernel(FloatMode = FloatMode.Fast)]
    public static void DoubleByMode(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = (Math.Exp(-x[i] * x[i]) * Math.Cos(x[i])) + Math.Pow(Math.Abs(x[i]), 0.3) + VectorMath.Erf(x[i]) + Math.Atan2(x[i], 0.5) + Math.Tanh(x[i]);
        }
    }
}
