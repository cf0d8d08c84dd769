namespace Accel.Kernels.Tests.Kernels;

/// <summary>Indices that go round: variables that wrap around, neighbours on a ring, remainders; and flags.</summary>
internal static partial class WrapKernels
{
    [Kernel]
    public static void Behind(Span<float> y, ReadOnlySpan<float> x)
    {
        int behind = y.Length - 1;
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (x[i] + x[behind]) * 0.5f;
            behind = i;
        }
    }

    [Kernel]
    public static int FurtherBehind(Span<int> y, ReadOnlySpan<int> x)
    {
        int behind = y.Length - 1;
        int further = y.Length / 2;
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] + x[behind] - x[further];
            further = behind;
            behind = i;
        }

        return further;
    }

    [Kernel]
    public static double Area(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double area = 0;
        for (int i = 0, j = x.Length - 1; i < x.Length; j = i++)
        {
            area += (x[j] * y[i]) - (x[i] * y[j]);
        }

        return area / 2;
    }

    [Kernel]
    public static bool IsInside(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double px, double py)
    {
        bool isInside = false;
        for (int i = 0, j = x.Length - 1; i < x.Length; j = i++)
        {
            if (y[i] > py != y[j] > py && px < ((x[j] - x[i]) * (py - y[i]) / (y[j] - y[i])) + x[i])
            {
                isInside = !isInside;
            }
        }

        return isInside;
    }

    [Kernel]
    public static void Backwards(Span<short> y, ReadOnlySpan<short> x)
    {
        for (int i = y.Length - 1, j = 0; i >= 0; j = i--)
        {
            y[i] = (short)(x[j] - x[i]);
        }
    }

    [Kernel]
    public static int FirstBelowTheOneBefore(ReadOnlySpan<int> x, int least)
    {
        for (int i = 0, j = x.Length - 1; i < x.Length; j = i++)
        {
            if (x[i] + least < x[j])
            {
                return i;
            }
        }

        return -1;
    }

    [Kernel]
    public static void Ring(Span<double> y, ReadOnlySpan<double> x)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int left = i == 0 ? y.Length - 1 : i - 1;
            int right = i + 1 == y.Length ? 0 : i + 1;
            y[i] = x[left] + x[right] - (2 * x[i]);
        }
    }

    [Kernel]
    public static void Rotated(Span<byte> y, ReadOnlySpan<byte> x, int k)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[(i + k) % y.Length];
        }
    }

    [Kernel]
    public static void Convolved(Span<float> y, ReadOnlySpan<float> x, ReadOnlySpan<float> w)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float sum = 0;
            for (int k = 0; k < w.Length; k++)
            {
                sum += w[k] * x[(i + y.Length - k) % y.Length];
            }

            y[i] = sum;
        }
    }

    [Kernel]
    public static void Life(byte[,] to, byte[,] from)
    {
        int h = from.GetLength(0);
        int w = from.GetLength(1);
        for (int r = 0; r < h; r++)
        {
            for (int c = 0; c < w; c++)
            {
                int up = (r + h - 1) % h;
                int down = (r + 1) % h;
                int left = (c + w - 1) % w;
                int right = (c + 1) % w;
                int sum = from[up, left] + from[up, c] + from[up, right] + from[r, left] + from[r, right] + from[down, left] + from[down, c] + from[down, right];
                to[r, c] = (byte)(sum == 3 || (sum == 2 && from[r, c] == 1) ? 1 : 0);
            }
        }
    }

    [Kernel]
    public static void Sorted(ReadOnlySpan<int> x, Span<bool> result)
    {
        bool isSorted = true;
        bool hasNegative = false;
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] < x[i - 1])
            {
                isSorted = false;
            }

            if (x[i] < 0)
            {
                hasNegative = true;
            }
        }

        result[0] = isSorted;
        result[1] = hasNegative;
    }

    [Kernel]
    public static void Remainders(Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = ((i + 3) % y.Length) - ((i - 2 + y.Length) % y.Length);
        }
    }
}
