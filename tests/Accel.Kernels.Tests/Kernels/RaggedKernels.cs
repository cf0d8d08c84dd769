namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops over rows of different lengths: their ends are in memory, or the least and the greatest of several values.</summary>
internal static partial class RaggedKernels
{
    [Kernel]
    public static void SparseProduct(int[] first, int[] column, ReadOnlySpan<double> value, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int r = 0; r < y.Length; r++)
        {
            double sum = 0;
            for (int k = first[r]; k < first[r + 1]; k++)
            {
                sum += value[k] * x[column[k]];
            }

            y[r] = sum;
        }
    }

    [Kernel]
    public static void Lengths(ReadOnlySpan<byte> length, int[,] table, Span<int> y)
    {
        for (int r = 0; r < length.Length; r++)
        {
            int sum = 0;
            for (int k = 0; k < length[r]; k++)
            {
                sum += table[r, k] * 3;
            }

            y[r] = sum;
        }
    }

    [Kernel]
    public static void Scaled(ReadOnlySpan<int> first, ReadOnlySpan<float> factor, Span<float> x)
    {
        for (int r = 0; r < factor.Length; r++)
        {
            int end = first[r + 1];
            for (int k = first[r]; k < end; k++)
            {
                x[k] = (x[k] * factor[r]) + 1;
            }
        }
    }

    [Kernel]
    public static long Whole(ReadOnlySpan<int> first, ReadOnlySpan<int> x)
    {
        long sum = 0;
        for (int r = 1; r < first.Length; r++)
        {
            for (int k = first[r] - 1; k >= first[r - 1]; k--)
            {
                sum += x[k];
            }
        }

        return sum;
    }

    [Kernel]
    public static void Blocked(double[,] a, double[,] b, double[,] c)
    {
        int n = a.GetLength(0);
        for (int ii = 0; ii < n; ii += 16)
        {
            for (int kk = 0; kk < n; kk += 8)
            {
                for (int i = ii; i < Math.Min(ii + 16, n); i++)
                {
                    for (int k = kk; k < Math.Min(kk + 8, n); k++)
                    {
                        double r = a[i, k];
                        for (int j = 0; j < n; j++)
                        {
                            c[i, j] += r * b[k, j];
                        }
                    }
                }
            }
        }
    }

    [Kernel]
    public static void Window(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, Span<float> y, int r)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float sum = 0;
            for (int k = Math.Max(0, i - r); k <= Math.Min(x.Length - 1, i + r); k++)
            {
                sum += x[k] * weight[k - i + r];
            }

            y[i] = sum;
        }
    }

    [Kernel]
    public static void Neighbours(float[,] x, float[,] y)
    {
        int h = x.GetLength(0), w = x.GetLength(1);
        for (int i = 0; i < h; i++)
        {
            for (int j = 0; j < w; j++)
            {
                float most = float.NegativeInfinity;
                int count = 0;
                for (int v = Math.Max(i - 1, 0); v < Math.Min(i + 2, h); v++)
                {
                    for (int u = Math.Max(j - 1, 0); u < Math.Min(j + 2, w); u++)
                    {
                        most = MathF.Max(most, x[v, u]);
                        count++;
                    }
                }

                y[i, j] = most * count;
            }
        }
    }

    [Kernel]
    public static void UntilZero(ReadOnlySpan<int> x, Span<int> y, int r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int sum = 0;
            for (int k = Math.Max(0, i - r); k < Math.Min(x.Length, i + 3); k++)
            {
                if (x[k] == 0)
                {
                    break;
                }

                sum += x[k] * (k - i);
            }

            y[i] = sum;
        }
    }
}
