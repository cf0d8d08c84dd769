namespace Accel.Kernels.Tests.Kernels;

/// <summary>Bytes and 16-bit numbers, which C# computes with as ints.</summary>
internal static partial class NarrowKernels
{
    [Kernel]
    public static void Blend(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y, Span<byte> mean, Span<byte> sum, Span<byte> product)
    {
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] = (byte)((x[i] + y[i] + 1) >> 1);
            sum[i] = (byte)Math.Min(x[i] + y[i], 255);
            product[i] = (byte)((x[i] * y[i]) / 256);
        }
    }

    [Kernel]
    public static void Gray(ReadOnlySpan<byte> r, ReadOnlySpan<byte> g, ReadOnlySpan<byte> b, Span<byte> gray)
    {
        for (int i = 0; i < gray.Length; i++)
        {
            int light = (77 * r[i]) + (150 * g[i]) + (29 * b[i]);
            gray[i] = (byte)(light >> 8);
        }
    }

    /// <summary>Differences of either sign, locals with several values, constants on one side.</summary>
    [Kernel]
    public static void Edges(ReadOnlySpan<byte> x, Span<sbyte> sign, Span<short> difference)
    {
        for (int i = 0; i < x.Length - 1; i++)
        {
            int d = x[i + 1] - x[i];
            int s = 0;
            if (d > 3)
            {
                s = 1;
            }
            else if (d < -3)
            {
                s = -1;
            }

            sign[i] = (sbyte)s;
            difference[i] = (short)(d << 4);
        }
    }

    [Kernel]
    public static void Shifts(ReadOnlySpan<short> x, ReadOnlySpan<sbyte> y, Span<sbyte> low, Span<ushort> high, Span<int> wide)
    {
        for (int i = 0; i < x.Length; i++)
        {
            low[i] = (sbyte)(x[i] >> 4);
            high[i] = (ushort)((x[i] & 0x7FF) >>> 3);
            wide[i] = (~y[i] ^ x[i]) - y[i];
        }
    }

    /// <summary>Counters of bytes, of which one counts by three, and a longer one.</summary>
    [Kernel]
    public static long Classes(ReadOnlySpan<byte> text)
    {
        int letters = 0;
        int digits = 0;
        long others = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte c = text[i];
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            {
                letters++;
            }
            else if (c >= '0' && c <= '9')
            {
                digits += 3;
            }
            else
            {
                others++;
            }
        }

        return (others << 40) + ((long)digits << 20) + letters;
    }

    /// <summary>Every second byte and every second 16-bit number, from even and odd places.</summary>
    [Kernel]
    public static void Pairs(ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> words, Span<byte> sums, Span<ushort> differences)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = (byte)(bytes[2 * i] + bytes[(2 * i) + 1]);
            differences[i] = (ushort)(words[(2 * i) + 1] - words[2 * i]);
        }
    }

    [Kernel]
    public static bool Hexadecimal(ReadOnlySpan<byte> text, Span<byte> values)
    {
        int bad = 0;
        for (int i = 0; i < values.Length; i++)
        {
            int high = Digit(text[2 * i]);
            int low = Digit(text[(2 * i) + 1]);
            bad |= high | low;
            values[i] = (byte)((high << 4) | (low & 15));
        }

        return bad > 15;
    }

    private static int Digit(byte c)
    {
        if (c >= '0' && c <= '9')
        {
            return c - '0';
        }

        c |= 0x20;
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 255;
    }

    /// <summary>Neighbours counted as bytes: the game of life.</summary>
    [Kernel]
    public static void Life(ReadOnlySpan<byte> cells, Span<byte> next, int width)
    {
        for (int y = 1; y < 4; y++)
        {
            for (int x = 1; x < width - 1; x++)
            {
                int p = (y * width) + x;
                int alive = cells[p - width - 1] + cells[p - width] + cells[p - width + 1] + cells[p - 1] + cells[p + 1] + cells[p + width - 1] + cells[p + width] + cells[p + width + 1];
                next[p] = (byte)(alive == 3 || (alive == 2 && cells[p] == 1) ? 1 : 0);
            }
        }
    }

    /// <summary>Clamped between constants: NaN and zeros of either sign stay as they are.</summary>
    [Kernel]
    public static void Clamp(ReadOnlySpan<float> x, ReadOnlySpan<int> y, Span<float> clamped, Span<byte> bytes, Span<byte> ofInts)
    {
        for (int i = 0; i < x.Length; i++)
        {
            clamped[i] = Math.Clamp(x[i], 0f, 1f);
            bytes[i] = (byte)Math.Clamp(x[i] * 255, 0f, 255f);
            ofInts[i] = (byte)Math.Clamp(y[i] >> 20, 0, 255);
        }
    }

    /// <summary>Rows of which each carries a byte from the one before, and finds its first largest and its last small one.</summary>
    [Kernel]
    public static void Rows(byte[,] x, byte[,] difference, Span<int> largest, Span<int> last)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            int previous = 0;
            int max = 0;
            int where = 0;
            int small = 0;
            for (int j = 0; j < x.GetLength(1); j++)
            {
                difference[i, j] = (byte)(x[i, j] - previous);
                previous = x[i, j];
            }

            for (int j = 0; j < x.GetLength(1); j++)
            {
                if (x[i, j] > max)
                {
                    max = x[i, j];
                    where = j;
                }
            }

            for (int j = 0; j < x.GetLength(1); j++)
            {
                if (x[i, j] < 9)
                {
                    small = x[i, j];
                }
            }

            largest[i] = (max * 100_000) + where;
            last[i] = small;
        }
    }
}
