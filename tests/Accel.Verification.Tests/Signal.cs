namespace Accel.Verification.Tests;

/// <summary>Kernels to check.</summary>
internal static partial class Signal
{
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (a * x[i]) + y[i];
        }
    }

    [Kernel]
    public static float Sum(ReadOnlySpan<float> x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    [Kernel]
    public static void Scale(float[,] a, double[] factors, Span<int> counts)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] *= 3;
        }

        for (int i = 0; i < factors.Length; i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                a[i, j] = (float)(a[i, j] * factors[i]);
            }
        }
    }

    [Kernel]
    public static void Histogram(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> bins)
    {
        foreach (int i in Loop.Parallel(0, x.Length))
        {
#pragma warning disable ACC0020 // A scatter runs as written; whether it is parallel can be checked all the same.
            bins[index[i]] += x[i];
#pragma warning restore ACC0020
        }
    }

    [Kernel]
    public static void Spread(ReadOnlySpan<float> x, Span<float> y)
    {
        foreach (int i in Loop.Parallel(0, x.Length))
        {
            y[2 * i] = x[i];
            y[(2 * i) + 1] = -x[i];
        }
    }
}
