namespace Accel.Kernels.Tests.Kernels;

/// <summary>Subscripts that are no sums of loop variables, but have known ends: edges that are clamped, rings, tables, and pixels of pixels.</summary>
internal static partial class BoundedKernels
{
    [Kernel]
    public static void Repeated(Span<float> y, ReadOnlySpan<float> pattern)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] *= pattern[i % pattern.Length];
        }
    }

    [Kernel]
    public static void Ring(ReadOnlySpan<float> x, Span<float> y, int n)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = x[(i + 1) % n] - x[(i + n - 1) % n];
        }
    }

    [Kernel]
    public static void Life(byte[,] from, byte[,] to)
    {
        int h = from.GetLength(0), w = from.GetLength(1);
        for (int y = 0; y < h; y++)
        {
            for (int x = 0; x < w; x++)
            {
                int n = 0;
                for (int dy = -1; dy <= 1; dy++)
                {
                    for (int dx = -1; dx <= 1; dx++)
                    {
                        if (dy != 0 || dx != 0)
                        {
                            n += from[(y + dy + h) % h, (x + dx + w) % w];
                        }
                    }
                }

                to[y, x] = (byte)(n == 3 || (n == 2 && from[y, x] == 1) ? 1 : 0);
            }
        }
    }

    [Kernel]
    public static void Hex(ReadOnlySpan<byte> x, Span<char> y)
    {
        const string Digits = "0123456789ABCDEF";
        for (int i = 0; i < x.Length; i++)
        {
            y[2 * i] = Digits[x[i] >> 4];
            y[(2 * i) + 1] = Digits[x[i] & 15];
        }
    }

    [Kernel]
    public static void ClampedBlur(ReadOnlySpan<float> x, Span<float> y, int n, int radius)
    {
        for (int i = 0; i < n; i++)
        {
            float sum = 0;
            for (int k = -radius; k <= radius; k++)
            {
                sum += x[Math.Clamp(i + k, 0, n - 1)];
            }

            y[i] = sum;
        }
    }

    [Kernel]
    public static void Neighbours(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[Math.Max(i - 1, 0)] + x[Math.Min(i + 1, x.Length - 1)];
        }
    }

    [Kernel]
    public static void Periodic(ReadOnlySpan<double> x, Span<double> y, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int left = i > 0 ? i - 1 : n - 1;
            int right = i < n - 1 ? i + 1 : 0;
            y[i] = x[left] + (2 * x[right]);
        }
    }

    [Kernel]
    public static void Shifted(ReadOnlySpan<float> x, Span<float> y, int n, int by)
    {
        for (int i = 0; i < n; i++)
        {
            int j = i + by;
            if (j < 0)
            {
                j += n;
            }

            if (j >= n)
            {
                j -= n;
            }

            y[i] = x[j];
        }
    }

    [Kernel]
    public static void Edge(ReadOnlySpan<float> x, Span<float> y, int n, int by)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = x[Clamped(i + by, n)];
        }
    }

    private static int Clamped(int i, int n)
    {
        if (i < 0)
        {
            i = 0;
        }
        else if (i >= n)
        {
            i = n - 1;
        }

        return i;
    }

    [Kernel]
    public static void Mirrored(ReadOnlySpan<float> x, Span<float> y, int n, int by)
    {
        for (int i = 0; i < n; i++)
        {
            int left = (i + by) % n;
            y[i] = x[Reflected(i - by, n)] + x[left];
        }
    }

    private static int Reflected(int i, int n)
    {
        if (i < 0)
        {
            return -i;
        }

        if (i >= n)
        {
            return (2 * n) - 2 - i;
        }

        return i;
    }

    [Kernel]
    public static void Rows(ReadOnlySpan<float> x, Span<float> y, int width, int height)
    {
        for (int j = 0; j < height; j++)
        {
            int up = (j + height - 1) % height;
            int down = j < height - 1 ? j + 1 : 0;
            for (int i = 0; i < width; i++)
            {
                y[(j * width) + i] = x[(up * width) + i] + x[(down * width) + i];
            }
        }
    }

    /// <summary>Sums and products of what has ends, in functions: they wrap where the ends do not show it.</summary>
    [Kernel]
    public static void Nested(ReadOnlySpan<int> x, Span<int> y, int n, int by, int times, int divisor)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int k = Math.Clamp(x[i], 0, n - 1);
            y[i] = x[Math.Min(k + by, n - 1)] + x[Math.Max(Math.Min(k * times, n - 1), 0)] + x[Math.Clamp(k / divisor, 0, n - 1)] + x[Math.Abs(k - by) % n];
        }
    }

    /// <summary>Sums that wrap where only one of their ends is of use.</summary>
    [Kernel]
    public static void Wrapping(ReadOnlySpan<int> x, Span<int> y, int n, int by, int least)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int k = Math.Clamp(x[i], 0, n - 1);
            y[i] = x[(k + by) % n] + x[Math.Clamp(x[i], Math.Min(k + least, 3), n - 1)] + x[(Math.Max(k, 2) * by) % n];
        }
    }

    /// <summary>What is compared wraps.</summary>
    [Kernel]
    public static void Compared(ReadOnlySpan<int> x, Span<int> y, int n, int by)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int k = i + (2 * n);
            if (i + n >= by * 2)
            {
                k = i;
            }

            if (k + by > n)
            {
                k = n - 1;
            }

            y[i] = x[k];
        }
    }

    /// <summary>The element is another one when it is used than when it was asked.</summary>
    [Kernel]
    public static void Rewritten(Span<int> x, Span<int> y, ReadOnlySpan<int> table)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int k = 0;
            if (x[i] < 10)
            {
                x[i] = y[i];
                k = x[i] & 255;
            }

            y[i] = table[k];
        }
    }

    /// <summary>A variable is another one when it is used than when it was asked.</summary>
    [Kernel]
    public static void Moved(ReadOnlySpan<int> x, Span<int> y, ReadOnlySpan<int> table)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int k = x[i];
            bool isSmall = k is >= 0 and < 10;
            k += 100;
            int j = isSmall ? k & 127 : 3;
            y[i] = table[j];
        }
    }

    [Kernel]
    public static void Doubled(ReadOnlySpan<int> x, Span<long> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (x[i / 2] * 3L) + x[i >> 1] + x[(i + 1) / 2];
        }
    }

    [Kernel]
    public static void Chroma(byte[,] luma, byte[,] chroma, int[,] y)
    {
        for (int j = 0; j < luma.GetLength(0); j++)
        {
            for (int i = 0; i < luma.GetLength(1); i++)
            {
                y[j, i] = (luma[j, i] * 2) + chroma[j / 2, i / 2];
            }
        }
    }

    [Kernel]
    public static void Masked(ReadOnlySpan<float> x, Span<float> y, int position, int mask)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[(position + i) & mask];
        }
    }

    [Kernel]
    public static void Curve(ReadOnlySpan<float> x, Span<float> y, float[] table)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = table[Math.Clamp((int)(x[i] * 64), 0, 255)];
        }
    }

    [Kernel]
    public static void Nearest(ReadOnlySpan<float> x, Span<float> y, int from, int to)
    {
        for (int i = 0; i < to; i++)
        {
            y[i] = x[i * from / to];
        }
    }

    [Kernel]
    public static void Linear(ReadOnlySpan<float> x, Span<float> y, float scale)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float place = i * scale;
            int a = Math.Min((int)place, x.Length - 1);
            if (a < 0)
            {
                a = 0;
            }

            int b = Math.Min(a + 1, x.Length - 1);
            y[i] = x[a] + ((x[b] - x[a]) * (place - a));
        }
    }

    [Kernel]
    public static void Dithered(ReadOnlySpan<int> matrix, Span<int> y, int width, int height)
    {
        for (int j = 0; j < height; j++)
        {
            for (int i = 0; i < width; i++)
            {
                y[(j * width) + i] += matrix[((j & 3) * 4) + (i & 3)];
            }
        }
    }

    [Kernel]
    public static void InPlace(Span<byte> x, byte[] table)
    {
        for (int i = 0; i < x.Length; i++)
        {
            byte v = x[i];
            x[i] = table[v >> 1];
        }
    }

    [Kernel]
    public static void Rotated(ReadOnlySpan<int> x, Span<int> y, int by)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[(i + by) % y.Length] = x[i];
        }
    }

    [Kernel]
    public static void Backwards(ReadOnlySpan<int> x, Span<int> y, int n)
    {
        for (int i = y.Length - 1; i >= 0; i--)
        {
            y[i] = x[(i + 3) % n] + x[i / n];
        }
    }

    [Kernel]
    public static void Chosen(ReadOnlySpan<int> x, Span<int> y, int mode)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int k = 0;
            switch (mode & 3)
            {
                case 0:
                    k = i >> 2;
                    break;
                case 1:
                    k = 5;
                    break;
            }

            if ((y[i] & 1) == 0)
            {
                y[i] += x[k];
            }
        }
    }
}
