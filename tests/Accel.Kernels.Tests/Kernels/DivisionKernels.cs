namespace Accel.Kernels.Tests.Kernels;

/// <summary>Integers divided by what is no constant, and headers of loops written in other ways.</summary>
internal static partial class DivisionKernels
{
    [Kernel]
    public static void Quotients(ReadOnlySpan<int> x, int divisor, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (x[i] / divisor) + (x[i] % (divisor + 1)) + (i / x.Length);
        }
    }

    [Kernel]
    public static void UnsignedQuotients(ReadOnlySpan<uint> x, uint divisor, Span<uint> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            (uint quotient, uint rest) = Math.DivRem(x[i], divisor);
            y[i] = quotient ^ rest;
        }
    }

    [Kernel]
    public static void Checkers(Span<byte> image, int width, int size)
    {
        for (int i = 0; i < image.Length; i++)
        {
            int row = i / width;
            int column = i % width;
            image[i] = (byte)((((row / size) + (column / size)) % 2) * 255);
        }
    }

    [Kernel]
    public static void Averages(ReadOnlySpan<int> sums, ReadOnlySpan<byte> counts, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (sums[i] / (counts[i] + 1)) + (1000000 / (i + 1));
        }
    }

    [Kernel]
    public static void Pairs(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i + 1 < x.Length; i += 2)
        {
            y[i] = x[i] - x[i + 1];
            y[i + 1] = x[i] + x[i + 1];
        }
    }

    [Kernel]
    public static void Backwards(Span<float> x)
    {
        for (int i = x.Length - 1; i - 1 >= 0; i--)
        {
            x[i] -= x[i - 1];
        }
    }

    [Kernel]
    public static void OldStyle(ReadOnlySpan<float> x, Span<float> y, float[,] z)
    {
        int i, j;
        for (i = 0; i < y.Length; i++)
        {
            y[i] = 2 * x[i];
        }

        for (i = 0; i < z.GetLength(0); i++)
        {
            for (j = 0; j < z.GetLength(1); j++)
            {
                z[i, j] += 1;
            }
        }
    }

    [Kernel]
    public static void WhereNotZero(ReadOnlySpan<int> x, ReadOnlySpan<uint> y, ReadOnlySpan<byte> z, Span<int> q, Span<uint> r)
    {
        for (int i = 0; i < q.Length; i++)
        {
            int divisor = x[i] >> 1;
            int above = x[i] & 15;
            int third = z[i];
            q[i] = divisor > 0 ? 1000 / divisor : -1;
            r[i] = y[i] != 0 ? 77u % y[i] : 0;
            if (above == 0 || third < 3)
            {
                continue;
            }

            q[i] += (int.MinValue / above) + (500 / third);
        }
    }

    [Kernel]
    public static int Differences(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Abs(x[i] - y[i]);
        }

        return sum;
    }

    [Kernel]
    public static void Magnitudes(ReadOnlySpan<short> x, Span<int> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int half = x[i] / 2;
            y[i] = Math.Abs(half) - Math.Abs(-1 - i);
        }
    }

    [Kernel]
    public static void BitPlaces(ReadOnlySpan<uint> x, ReadOnlySpan<ulong> y, ReadOnlySpan<int> z, Span<int> places)
    {
        for (int i = 0; i < x.Length; i++)
        {
            int wide = System.Numerics.BitOperations.LeadingZeroCount(y[i]) + (100 * System.Numerics.BitOperations.TrailingZeroCount(y[i]));
            places[i] = System.Numerics.BitOperations.LeadingZeroCount(x[i]) + (64 * System.Numerics.BitOperations.TrailingZeroCount(x[i] & 0xFFFF0000u))
                + System.Numerics.BitOperations.Log2(x[i] >> (i & 31)) + (wide * 10000) + int.PopCount(z[i]) + int.LeadingZeroCount(z[i]);
        }
    }

    [Kernel]
    public static void Circle(ReadOnlySpan<float> angles, Span<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            (y[i], x[i]) = MathF.SinCos(angles[i]);
        }
    }
}
