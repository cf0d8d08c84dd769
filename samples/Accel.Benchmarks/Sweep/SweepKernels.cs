namespace Accel.Benchmarks.Sweep;

internal static partial class SweepKernels
{
    [Kernel]
    public static void Stencil(ReadOnlySpan<float> x, Span<float> y, float a, float b)
    {
        for (int i = 1; i < x.Length - 1; i++)
        {
            y[i] = (a * x[i]) + (b * (x[i - 1] + x[i + 1]));
        }
    }
}
