namespace Accel.Loops.Spans;

/// <summary>Loops over bytes and characters.</summary>
public static partial class Text
{
    [Kernel]
    public static int CountLetters(ReadOnlySpan<byte> text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte c = text[i];
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            {
                count++;
            }
        }

        return count;
    }

    [Kernel]
    public static void ToUpper(ReadOnlySpan<byte> text, Span<byte> upper)
    {
        for (int i = 0; i < upper.Length; i++)
        {
            byte c = text[i];
            upper[i] = c >= 'a' && c <= 'z' ? (byte)(c - 32) : c;
        }
    }

    [Kernel]
    public static int CountByte(ReadOnlySpan<byte> text, byte wanted)
    {
        int count = 0;
        foreach (byte c in text)
        {
            if (c == wanted)
            {
                count++;
            }
        }

        return count;
    }

    [Kernel]
    public static bool IsAscii(ReadOnlySpan<byte> text)
    {
        int bits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bits |= text[i];
        }

        return bits < 128;
    }

    [Kernel]
    public static uint Checksum(ReadOnlySpan<byte> text)
    {
        uint sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            sum += text[i];
        }

        return sum;
    }

    [Kernel]
    public static uint Weighted(ReadOnlySpan<byte> text)
    {
        uint sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            sum += (uint)(text.Length - i) * text[i];
        }

        return sum;
    }

    [Kernel]
    public static void Digits(ReadOnlySpan<byte> text, Span<int> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = text[i] - '0';
        }
    }

    [Kernel]
    public static int Differences(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int count = 0;
        for (int i = 0; i < left.Length; i++)
        {
            count += left[i] != right[i] ? 1 : 0;
        }

        return count;
    }

    [Kernel]
    public static int FirstDifference(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i])
            {
                return i;
            }
        }

        return -1;
    }

    [Kernel]
    public static void Hexadecimal(ReadOnlySpan<byte> values, Span<byte> text)
    {
        for (int i = 0; i < values.Length; i++)
        {
            int high = values[i] >> 4;
            int low = values[i] & 15;
            text[2 * i] = (byte)(high < 10 ? high + '0' : high - 10 + 'a');
            text[(2 * i) + 1] = (byte)(low < 10 ? low + '0' : low - 10 + 'a');
        }
    }

    [Kernel]
    public static void Mask(Span<byte> text, byte key)
    {
        for (int i = 0; i < text.Length; i++)
        {
            text[i] ^= key;
        }
    }

    [Kernel]
    public static void Reverse(ReadOnlySpan<byte> text, Span<byte> reversed)
    {
        for (int i = 0; i < text.Length; i++)
        {
            reversed[i] = text[text.Length - 1 - i];
        }
    }
}
