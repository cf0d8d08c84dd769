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

    [Kernel(FloatMode = FloatMode.Strict)]
    public static void StrictWaves(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = MathF.Sin(x[i]) + MathF.Exp(x[i] * 0.125f);
        }
    }
}
