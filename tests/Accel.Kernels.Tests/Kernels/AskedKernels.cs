namespace Accel.Kernels.Tests.Kernels;

/// <summary>Subscripts that are only used where the kernel has asked whether they are in range.</summary>
public static partial class AskedKernels
{
    [Kernel]
    public static void Filter(ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> y, int r)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float sum = 0;
            for (int k = -r; k <= r; k++)
            {
                int j = i + k;
                if (j >= 0 && j < x.Length)
                {
                    sum += x[j] * w[k + r];
                }
            }

            y[i] = sum;
        }
    }

    [Kernel]
    public static void Edge(ReadOnlySpan<float> x, Span<float> y, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float left = i > 0 ? x[i - 1] : 0;
            float right = i < n - 1 ? x[i + 1] : 0;
            y[i] = left + right - (2 * x[i]);
        }
    }

    [Kernel]
    public static void Skipping(ReadOnlySpan<float> x, Span<float> y, int shift)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int j = i - shift;
            if (j < 0 || j >= x.Length)
            {
                continue;
            }

            y[i] += x[j];
        }
    }

    [Kernel]
    public static void Found(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < index.Length; i++)
        {
            int j = index[i];
            y[i] = j >= 0 && j < x.Length ? x[j] : -1;
        }
    }

    [Kernel]
    public static void FoundUnsigned(ReadOnlySpan<int> index, ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < index.Length; i++)
        {
            if ((uint)index[i] < (uint)x.Length)
            {
                y[i] = x[index[i]];
            }
        }
    }

    [Kernel]
    public static void Life(byte[,] now, byte[,] next)
    {
        for (int i = 0; i < now.GetLength(0); i++)
        {
            for (int j = 0; j < now.GetLength(1); j++)
            {
                int n = 0;
                for (int di = -1; di <= 1; di++)
                {
                    for (int dj = -1; dj <= 1; dj++)
                    {
                        int r = i + di, c = j + dj;
                        if (r >= 0 && r < now.GetLength(0) && c >= 0 && c < now.GetLength(1))
                        {
                            n += now[r, c];
                        }
                    }
                }

                next[i, j] = (byte)(n == 3 || (n == 4 && now[i, j] != 0) ? 1 : 0);
            }
        }
    }

    [Kernel]
    public static void Binned(ReadOnlySpan<float> x, Span<int> bins, float low, float width)
    {
        foreach (float value in x)
        {
            int b = (int)((value - low) / width);
            if (b >= 0 && b < bins.Length)
            {
                bins[b]++;
            }
        }
    }

    [Kernel]
    public static void Blend(ReadOnlySpan<float> sprite, int width, int height, Span<float> screen, int screenWidth, int screenHeight, int left, int top)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int sx = left + x, sy = top + y;
                if (sx >= 0 && sx < screenWidth && sy >= 0 && sy < screenHeight)
                {
                    screen[(sy * screenWidth) + sx] += sprite[(y * width) + x];
                }
            }
        }
    }

    [Kernel]
    public static double Triangle(ReadOnlySpan<double> x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (j <= i)
                {
                    sum += x[i - j];
                }
            }
        }

        return sum;
    }

    [Kernel]
    public static void Padded(ReadOnlySpan<int> x, Span<int> y, int pad, int n)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = i < pad ? x[0] : i - pad < n ? x[i - pad] : x[n - 1];
        }
    }

    [Kernel]
    public static void Window(ReadOnlySpan<byte> x, Span<byte> y, int low, int high)
    {
        for (int i = 0; i < y.Length; i++)
        {
            if (i >= low && i <= high)
            {
                y[i] = (byte)(x[i - low] ^ 0x5a);
            }
        }
    }

    [Kernel]
    public static void Scattered(ReadOnlySpan<int> index, ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < index.Length; i++)
        {
            int j = index[i] - 5;
            if (j >= 0 && y.Length > j)
            {
                y[j] = x[i] + 1;
            }
        }
    }

    [Kernel]
    public static void Ahead(Span<int> x, int n, int by)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (i + by < n)
            {
                x[i] = x[i + by] + 1;
            }
        }
    }

    [Kernel]
    public static void Changed(ReadOnlySpan<int> index, ReadOnlySpan<int> x, Span<int> y, int n)
    {
        for (int i = 0; i < index.Length; i++)
        {
            int j = index[i];
            if (j >= 0 && j < n)
            {
                y[i] = x[j];
                j += 3;
                if (j < x.Length)
                {
                    y[i] += x[j];
                }
            }
        }
    }

    [Kernel]
    public static void Mirrored(ReadOnlySpan<int> x, Span<int> y, int n)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int j = n - i;
            if (j >= 0 && j < x.Length)
            {
                y[i] = x[j] - i;
            }
        }
    }

    [Kernel]
    public static void Clamped(ReadOnlySpan<float> x, Span<float> y, int n)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[Math.Clamp(i - 2, 0, n - 1)] + x[Math.Min(i + 1, n - 1)] + x[Math.Max(0, i - 7)] + x[Math.Max(Math.Min(i, n - 1), 0)];
        }
    }
}
