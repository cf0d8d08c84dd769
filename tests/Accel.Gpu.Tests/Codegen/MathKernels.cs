namespace Accel.Gpu.Tests.Codegen;

/// <summary>Kernels with the elementary functions, which have the same bits everywhere.</summary>
internal static partial class MathKernels
{
    [Kernel]
    public static void ExpLogSingle(ReadOnlySpan<float> x, Span<float> exp, Span<float> log)
    {
        for (int i = 0; i < x.Length; i++)
        {
            exp[i] = MathF.Exp(x[i]);
            log[i] = MathF.Log(x[i]);
        }
    }

    [Kernel]
    public static void SinCosSingle(ReadOnlySpan<float> x, Span<float> sin, Span<float> cos)
    {
        for (int i = 0; i < x.Length; i++)
        {
            sin[i] = MathF.Sin(x[i]);
            cos[i] = MathF.Cos(x[i]);
        }
    }

    [Kernel]
    public static void PowSingle(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> pow)
    {
        for (int i = 0; i < x.Length; i++)
        {
            pow[i] = MathF.Pow(x[i], y[i]);
        }
    }

    [Kernel]
    public static void ExpLogDouble(ReadOnlySpan<double> x, Span<double> exp, Span<double> log)
    {
        for (int i = 0; i < x.Length; i++)
        {
            exp[i] = Math.Exp(x[i]);
            log[i] = Math.Log(x[i]);
        }
    }

    [Kernel]
    public static void SinCosDouble(ReadOnlySpan<double> x, Span<double> sin, Span<double> cos)
    {
        for (int i = 0; i < x.Length; i++)
        {
            sin[i] = Math.Sin(x[i]);
            cos[i] = Math.Cos(x[i]);
        }
    }

    [Kernel]
    public static void PowDouble(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> pow)
    {
        for (int i = 0; i < x.Length; i++)
        {
            pow[i] = Math.Pow(x[i], y[i]);
        }
    }
}
