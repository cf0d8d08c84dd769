namespace Accel.Benchmarks.Trivial;

internal static partial class TrivialKernels
{
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = a * x[i] + y[i];
        }
    }

    [Kernel]
    public static float Sum(ReadOnlySpan<float> x)
    {
        float sum = 0f;
        foreach (float value in x)
        {
            sum += value;
        }

        return sum;
    }

    [Kernel]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0f;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
