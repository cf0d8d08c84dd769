namespace Accel.Telemetry;

internal static partial class Kernels
{
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (a * x[i]) + y[i];
        }
    }
}
