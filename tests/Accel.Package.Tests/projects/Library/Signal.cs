using Accel;

namespace Library;

/// <summary>Kernels that other projects call.</summary>
public static partial class Signal
{
    /// <summary>y = a x + y, element by element.</summary>
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = a * x[i] + y[i];
        }
    }

    /// <summary>The sum of the squares.</summary>
    [Kernel]
    public static float SumOfSquares(ReadOnlySpan<float> x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i];
        }

        return sum;
    }

    /// <summary>Says that its iterations are independent, which they are not.</summary>
    [Kernel]
    public static void Smear(ReadOnlySpan<float> x, Span<float> y)
    {
        foreach (int i in Loop.Parallel(0, x.Length - 1))
        {
            y[i] = x[i];
            y[i + 1] = 0;
        }
    }
}
