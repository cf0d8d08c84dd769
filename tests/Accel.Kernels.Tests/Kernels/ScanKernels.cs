namespace Accel.Kernels.Tests.Kernels;

/// <summary>Running sums, products, minima and maxima.</summary>
internal static partial class ScanKernels
{
    [Kernel(RequireVectorized = true)]
    public static int Inclusive(ReadOnlySpan<int> x, Span<int> sums)
    {
        int sum = 3;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            sums[i] = sum;
        }

        return sum;
    }

    [Kernel(RequireVectorized = true)]
    public static long Exclusive(ReadOnlySpan<int> x, Span<long> sums)
    {
        long sum = -1;
        for (int i = 0; i < x.Length; i++)
        {
            sums[i] = sum;
            sum += x[i];
        }

        return sum;
    }

    [Kernel(RequireVectorized = true)]
    public static void OfBytes(ReadOnlySpan<byte> x, Span<int> sums, Span<ulong> squares)
    {
        int sum = 0;
        ulong square = 5;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            square += (ulong)(x[i] * x[i]);
            sums[i] = sum;
            squares[i] = square + (ulong)sum;
        }
    }

    [Kernel(RequireVectorized = true)]
    public static uint Bits(ReadOnlySpan<uint> x, Span<uint> y)
    {
        uint product = 7;
        uint parity = 0;
        uint all = uint.MaxValue;
        uint any = 0;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i] | 1;
            parity ^= x[i];
            all &= x[i] | 0xFFFF_FF00;
            any |= x[i] & 0x0101_0101;
            y[i] = product ^ parity ^ (all + any);
        }

        return product ^ parity ^ (all + any);
    }

    [Kernel(RequireVectorized = true)]
    public static float Largest(ReadOnlySpan<float> x, Span<float> largest, Span<float> smallest)
    {
        float high = float.NegativeInfinity;
        float low = 1000;
        for (int i = 0; i < x.Length; i++)
        {
            high = MathF.Max(high, x[i]);
            low = MathF.Min(x[i], low);
            largest[i] = high;
            smallest[i] = low;
        }

        return high - low;
    }

    [Kernel(RequireVectorized = true)]
    public static double ByComparison(ReadOnlySpan<double> x, Span<double> largest, Span<double> drawdown)
    {
        double high = -1;
        double low = 1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > high)
            {
                high = x[i];
            }

            low = x[i] < low ? x[i] : low;
            largest[i] = high;
            drawdown[i] = low;
        }

        return high + low;
    }

    [Kernel(RequireVectorized = true)]
    public static int IntegersByComparison(ReadOnlySpan<int> x, Span<int> y)
    {
        int high = -5;
        long low = 100;
        for (int i = 0; i < x.Length; i++)
        {
            high = high >= x[i] ? high : x[i];
            if (low > x[i])
            {
                low = x[i];
            }

            y[i] = high - (int)low;
        }

        return high;
    }

    [Kernel(RequireVectorized = true)]
    public static int Counts(ReadOnlySpan<float> x, Span<int> y, float limit)
    {
        int count = 0;
        int level = 10;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                count++;
            }

            if (x[i] < 0)
            {
                level -= 2;
            }
            else
            {
                level += i;
            }

            y[i] = count + level;
        }

        return count + level;
    }

    [Kernel(RequireVectorized = true)]
    public static void InPlace(Span<int> x)
    {
        for (int i = 1; i < x.Length; i++)
        {
            x[i] += x[i - 1];
        }
    }

    [Kernel(RequireVectorized = true)]
    public static void Suffixes(Span<long> x, ReadOnlySpan<int> y)
    {
        for (int i = x.Length - 2; i >= 0; i--)
        {
            x[i] = Math.Max(x[i + 1], x[i] + y[i]);
        }
    }

    [Kernel(RequireVectorized = true)]
    public static void Rows(int[,] x)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 1; j < x.GetLength(1); j++)
            {
                x[i, j] = x[i, j - 1] + (x[i, j] * 3);
            }
        }
    }

    [Kernel(RequireVectorized = true)]
    public static int WithSum(ReadOnlySpan<int> x, Span<int> y)
    {
        int sum = 0;
        int squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum -= x[i];
            y[i] = sum >> 1;
            squares += x[i] * x[i];
        }

        return sum ^ squares;
    }

    [Kernel(RequireVectorized = true)]
    public static int OfTheSame(ReadOnlySpan<int> x, Span<int> y, Span<int> z)
    {
        int sum = 3;
        int most = 0;
        for (int i = 0; i < y.Length; i++)
        {
            int own = z[i];
            sum += x[0];
            most = Math.Max(most, own);
            y[i] = sum + most;
            z[i] = own + 1;
        }

        return sum;
    }
}
