namespace Accel.Kernels.Tests.Kernels;

/// <summary>Element kernels and elementary functions.</summary>
internal static partial class FunctionKernels
{
    [Kernel]
    public static float Logistic(float x) => 1f / (1f + MathF.Exp(-x));

    [Kernel]
    public static double Distance(double x, double y) => Math.Sqrt(x * x + y * y);

    [Kernel]
    public static float Clamp(float x, float low, float high)
    {
        if (x < low)
        {
            return low;
        }

        return x > high ? high : x;
    }

    [Kernel]
    public static void Waves(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = MathF.Sin(x[i]) * MathF.Cos(0.5f * x[i]) + MathF.Log(MathF.Abs(x[i]) + 1f);
        }
    }

    [Kernel]
    public static void Powers(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.Pow(Math.Abs(x[i]), 0.75) + Math.Exp(-x[i] * x[i]);
        }
    }

    [Kernel]
    public static double Angles(double x) => Math.Tan(x) + Math.Atan(x) + Math.Asin(x * 0.2) + Math.Acos(x * 0.2);

    [Kernel]
    public static float SingleAngles(float x) => MathF.Tan(x) + MathF.Atan(x) + MathF.Asin(x * 0.2f) + MathF.Acos(x * 0.2f);

    [Kernel]
    public static double Hyperbolic(double x) => Math.Sinh(x) + Math.Cosh(x) + Math.Tanh(x);

    [Kernel]
    public static float SingleHyperbolic(float x) => MathF.Sinh(x) + MathF.Cosh(x) + MathF.Tanh(x);

    [Kernel]
    public static double InverseHyperbolic(double x) => Math.Asinh(x) + Math.Acosh(Math.Abs(x) + 1) + Math.Atanh(x * 0.2);

    [Kernel]
    public static float SingleInverseHyperbolic(float x) => MathF.Asinh(x) + MathF.Acosh(MathF.Abs(x) + 1) + MathF.Atanh(x * 0.2f);

    [Kernel]
    public static double OfNumberTypes(double x) => double.Exp2(x) + double.Exp10(x) + double.ExpM1(x) + double.LogP1(double.Abs(x)) + double.SinPi(x) + double.CosPi(x) + double.Hypot(x, 3);

    [Kernel]
    public static float OfSingleNumberTypes(float x) => float.Exp2(x) + float.Exp10(x) + float.ExpM1(x) + float.LogP1(float.Abs(x)) + float.SinPi(x) + float.CosPi(x) + float.Hypot(x, 3);

    [Kernel]
    public static double OfVectorMath(double x) => VectorMath.Erf(x) + VectorMath.Erfc(x) + VectorMath.Logistic(x) + VectorMath.ReciprocalSqrt(Math.Abs(x));

    [Kernel]
    public static float SingleOfVectorMath(float x) => VectorMath.Erf(x) + VectorMath.Erfc(x) + VectorMath.Logistic(x) + VectorMath.ReciprocalSqrt(MathF.Abs(x));

    [Kernel(FloatMode = FloatMode.Strict)]
    public static double StrictGamma(double x) => VectorMath.Gamma(x) + VectorMath.LogGamma(x);

    [Kernel]
    public static float SingleGamma(float x)
    {
        (float sin, float cos) = VectorMath.SinCos(x);
        return VectorMath.Gamma(x) + VectorMath.LogGamma(x) + sin - cos;
    }

    [Kernel]
    public static double Logarithms(double x) => Math.Log2(Math.Abs(x)) + Math.Log10(Math.Abs(x)) + Math.Cbrt(x);

    [Kernel]
    public static float SingleLogarithms(float x) => MathF.Log2(MathF.Abs(x)) + MathF.Log10(MathF.Abs(x)) + MathF.Cbrt(x);

    [Kernel]
    public static double Direction(double y, double x) => Math.Atan2(y, x);

    [Kernel(FloatMode = FloatMode.Strict)]
    public static float StrictDirection(float y, float x) => MathF.Atan2(y, x);

    [Kernel(FloatMode = FloatMode.Strict)]
    public static void StrictFunctions(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.Tanh(x[i]) + Math.Cbrt(x[i]) + Math.Atan(x[i]) + Math.Log10(Math.Abs(x[i]));
        }
    }

    [Kernel(FloatMode = FloatMode.Strict)]
    public static void StrictWaves(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = MathF.Sin(x[i]) + MathF.Exp(x[i] * 0.125f);
        }
    }
}
