namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops whose header steps two variables, and loops whose ends are quotients.</summary>
public static partial class TwoCounterKernels
{
    [Kernel]
    public static void Reversed(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0, j = x.Length - 1; i < x.Length; i++, j--)
        {
            y[i] = x[j];
        }
    }

    [Kernel]
    public static void ReverseInPlace(Span<int> x)
    {
        for (int i = 0, j = x.Length - 1; i < j; i++, j--)
        {
            (x[i], x[j]) = (x[j], x[i]);
        }
    }

    /// <summary>The middle element is met by both.</summary>
    [Kernel]
    public static void AddMirrored(ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0, j = x.Length - 1; j >= i; i++, j--)
        {
            y[i] = x[i] - (3 * x[j]) + j;
        }
    }

    [Kernel]
    public static void Spread(ReadOnlySpan<float> x, Span<float> y, int first)
    {
        for (int i = x.Length - 1, j = first, k = 2; i >= 0; --i, j += 2, k++)
        {
            y[k] = x[i] * j;
        }
    }

    [Kernel]
    public static int Palindrome(ReadOnlySpan<byte> text)
    {
        for (int i = 0, j = text.Length - 1; i < j; i++, j--)
        {
            if (text[i] != text[j])
            {
                return (i * 10000) + j;
            }
        }

        return -1;
    }

    [Kernel]
    public static long FirstPair(long[] x, int from)
    {
        long found = 0;
        for (long i = from, j = x.Length; i < x.Length; i++, j -= 1)
        {
            if (x[i] * 7 == j)
            {
                found = (i * 1000) + j;
                break;
            }
        }

        return found;
    }

    [Kernel]
    public static void Rows(float[,] a, Span<float> sums)
    {
        for (int r = 0, s = a.GetLength(0) - 1; r < a.GetLength(0); r++, s--)
        {
            for (int c = 0, d = a.GetLength(1) - 1; c < a.GetLength(1); c++, d--)
            {
                sums[s] += a[r, c] - (d * 0.25f);
            }
        }
    }

    [Kernel]
    public static void Decimate(ReadOnlySpan<float> x, Span<float> y, int stride)
    {
        for (int i = 0; i < x.Length / stride; i++)
        {
            y[i] = x[i * stride];
        }
    }

    [Kernel]
    public static int Windows(ReadOnlySpan<int> x, Span<int> y, int size, int step)
    {
        int last = -1;
        for (int w = x.Length % step; w <= (x.Length - size) / step; w++)
        {
            int sum = 0;
            for (int k = 0; k < size; k++)
            {
                sum += x[(w * step) + k];
            }

            y[w] = sum;
            last = w;
        }

        return last;
    }
}
