namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that count, written with <c>while</c>, and other ways of saying what a <c>for</c> loop says.</summary>
public static partial class WhileKernels
{
    [Kernel]
    public static int EverySecond(Span<float> x, ReadOnlySpan<float> y, int from)
    {
        int i = from;
        while (i < x.Length)
        {
            float value = y[i];
            if (value > 0)
            {
                x[i] = value;
            }

            i += 2;
        }

        return i;
    }

    [Kernel]
    public static int Downwards(Span<int> x)
    {
        int i = x.Length - 1;
        while (i >= 0)
        {
            x[i] += i;
            --i;
        }

        return i;
    }

    [Kernel]
    public static void Rows(Span<int> x, int rows, int columns)
    {
        for (int r = 0; r < rows; r++)
        {
            int j = 0;
            while (columns > j)
            {
                x[(r * columns) + j] += r - j;
                j = j + 1;
            }
        }
    }

    [Kernel]
    public static int WithCounter(Span<int> x, int n)
    {
        int i = 0;
        int k = 5;
        while (i < n)
        {
            x[i] = k;
            k += 3;
            i++;
        }

        return i + k;
    }

    [Kernel]
    public static void UntilLength(Span<float> x, ReadOnlySpan<float> y)
    {
        for (int i = 0; i != x.Length; ++i)
        {
            x[i] = y[i] + 1;
        }
    }

    [Kernel]
    public static void Swap(Span<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = (y[i], x[i]);
        }
    }

    [Kernel]
    public static void Rotate(Span<long> x, ReadOnlySpan<int> y, int times)
    {
        for (int i = 0; i < x.Length; i++)
        {
            long a = x[i];
            long b = y[i];
            for (int k = 0; k < times; k++)
            {
                (a, b) = (b, a + b);
            }

            (x[i], _) = (a, b);
        }
    }
}
