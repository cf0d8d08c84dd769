namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops over two spans that may be slices of one buffer.</summary>
internal static partial class ShiftedKernels
{
    [Kernel]
    public static void Ahead(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length - 1; i++)
        {
            y[i] = (x[i + 1] * 0.5f) + 1;
        }
    }

    [Kernel]
    public static void Backwards(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = x.Length - 1; i >= 3; i--)
        {
            y[i - 2] = (x[i] * 0.5f) + x[i - 3];
        }
    }

    [Kernel]
    public static void EverySecond(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length / 2; i++)
        {
            y[2 * i] = x[(2 * i) + 1] - 0.5f;
        }
    }

    [Kernel]
    public static void WrittenTwice(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 1; i < x.Length; i++)
        {
            y[i] = x[i] + 1;
            y[i - 1] = x[i] * 0.5f;
        }
    }
}
