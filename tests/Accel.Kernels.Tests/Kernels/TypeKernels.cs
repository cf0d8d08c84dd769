using System.Buffers.Binary;
using System.Numerics;

namespace Accel.Kernels.Tests.Kernels;

/// <summary>A state of an element.</summary>
internal enum Level : byte
{
    None,
    Low,
    High,
}

/// <summary>Flags in 32 bits.</summary>
[Flags]
internal enum Marks
{
    None = 0,
    Even = 1,
    Negative = 2,
    Large = 4,
}

/// <summary>Text, enums, names of elements, tuples, and functions of bits.</summary>
internal static partial class TypeKernels
{
    /// <summary>ASCII letters in upper case.</summary>
    [Kernel]
    public static void Upper(Span<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= 'a' and <= 'z')
            {
                text[i] = (char)(text[i] - 32);
            }
        }
    }

    /// <summary>How often a character occurs.</summary>
    [Kernel]
    public static int Occurrences(ReadOnlySpan<char> text, char wanted)
    {
        int count = 0;
        foreach (char c in text)
        {
            if (c == wanted)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>The highest character.</summary>
    [Kernel]
    public static void Highest(char[] text, ref char highest)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] > highest)
            {
                highest = text[i];
            }
        }
    }

    /// <summary>Levels of floats.</summary>
    [Kernel]
    public static void Classify(ReadOnlySpan<float> x, Level[] levels, Level rest)
    {
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = x[i] > 2 ? Level.High : x[i] > 0 ? Level.Low : rest;
        }
    }

    /// <summary>How many have a level.</summary>
    [Kernel]
    public static int HowMany(ReadOnlySpan<Level> levels, Level wanted)
    {
        int count = 0;
        for (int i = 0; i < levels.Length; i++)
        {
            count += levels[i] == wanted ? 1 : 0;
        }

        return count;
    }

    /// <summary>Flags set and tested.</summary>
    [Kernel]
    public static void Mark(ReadOnlySpan<int> x, Span<Marks> marks)
    {
        for (int i = 0; i < marks.Length; i++)
        {
            Marks mark = Marks.None;
            if ((x[i] & 1) == 0)
            {
                mark |= Marks.Even;
            }

            if (x[i] < 0)
            {
                mark |= Marks.Negative;
            }

            marks[i] = (mark & Marks.Negative) != 0 && x[i] < -1_000_000 ? mark | Marks.Large : mark;
        }
    }

    /// <summary>Levels by a switch.</summary>
    [Kernel]
    public static void Weights(ReadOnlySpan<Level> levels, Span<float> weights)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            switch (levels[i])
            {
                case Level.None:
                    weights[i] = 0;
                    break;
                case Level.Low:
                    weights[i] += 0.5f;
                    break;
                default:
                    weights[i] = (int)levels[i] * 2;
                    break;
            }
        }
    }

    /// <summary>Elements by another name.</summary>
    [Kernel]
    public static void Named(Span<float> x, float[,] m)
    {
        for (int i = 0; i < x.Length; i++)
        {
            ref float v = ref x[i];
            v = (v * 2) + 1;
            v++;
            if (v > 3)
            {
                v -= x[i] * 0.5f;
            }
        }

        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < m.GetLength(1); j++)
            {
                ref float v = ref m[i, j];
                v *= v;
            }
        }
    }

    /// <summary>An element that is named and not used.</summary>
    [Kernel]
    public static void NamedForNothing(float[] x, float[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            ref float v = ref y[i];
            x[i] = 1;
        }
    }

    /// <summary><c>foreach</c> by reference.</summary>
    [Kernel]
    public static void EachNamed(Span<double> x, double scale)
    {
        foreach (ref double v in x)
        {
            v = v > 0 ? v * scale : -v;
        }
    }

    /// <summary>Tuples that are taken apart at once.</summary>
    [Kernel]
    public static void Ordered(Span<double> x, Span<double> y, Span<long> fibonacci)
    {
        for (int i = 0; i < y.Length; i++)
        {
            (double low, double high) = x[i] < y[i] ? (x[i], y[i]) : (y[i], x[i]);
            var (a, b) = (0L, 1L + i);
            for (int k = 0; k < 7; k++)
            {
                (a, b) = (b, a + b);
            }

            (x[i], y[i]) = (low, high);
            fibonacci[i] = a;
        }
    }

    /// <summary>Quotient and remainder.</summary>
    [Kernel]
    public static void Digits(ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            (int quotient, int remainder) = Math.DivRem(x[i], 10);
            y[i] = quotient ^ (remainder << 3);
        }
    }

    /// <summary>Rotations, counts of bits, bytes turned round.</summary>
    [Kernel]
    public static void Bits(Span<uint> x, ReadOnlySpan<int> by, Span<ulong> wide, Span<int> counts)
    {
        for (int i = 0; i < x.Length; i++)
        {
            uint v = (BitOperations.RotateLeft(x[i], 13) * 5) + 0xe6546b64u;
            ulong w = BitOperations.RotateRight(wide[i], by[i]);
            counts[i] = BitOperations.PopCount(v) + (BitOperations.PopCount(w) * 100);
            x[i] = BinaryPrimitives.ReverseEndianness(v);
            wide[i] = BinaryPrimitives.ReverseEndianness(w) ^ BitOperations.RotateLeft(w, 64);
        }
    }

    /// <summary>Products of twice the width.</summary>
    [Kernel]
    public static void WideProducts(ReadOnlySpan<int> x, Span<long> y, ReadOnlySpan<uint> u, Span<ulong> v)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.BigMul(x[i], x[i] ^ 12345);
            v[i] = Math.BigMul(u[i], u[i] + 7);
        }
    }

    /// <summary>Products of 128 bits, and quotients with what is left.</summary>
    [Kernel]
    public static void HighProducts(Span<long> x, Span<ulong> y, Span<int> left)
    {
        for (int i = 0; i < x.Length; i++)
        {
            long high = Math.BigMul(x[i], (long)y[i], out long low);
            ulong mixed = Math.BigMul(y[i], y[i] ^ 0x9E3779B97F4A7C15, out ulong other) ^ other;
            left[i] += Math.DivRem(left[i], 7, out int rest) ^ rest;
            x[i] = high ^ low;
            y[i] = mixed;
        }
    }

    /// <summary>Remainders of the nearest quotient.</summary>
    [Kernel]
    public static void NearestRemainders(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> of, ReadOnlySpan<double> u, ReadOnlySpan<double> v, Span<double> ofDouble)
    {
        for (int i = 0; i < of.Length; i++)
        {
            of[i] = MathF.IEEERemainder(x[i], y[i]);
            ofDouble[i] = Math.IEEERemainder(u[i], v[i]) + double.Ieee754Remainder(u[i], 0.75);
        }
    }

    /// <summary>Kinds of floats.</summary>
    [Kernel]
    public static void Kinds(ReadOnlySpan<float> x, ReadOnlySpan<double> y, Span<int> kinds)
    {
        for (int i = 0; i < kinds.Length; i++)
        {
            int kind = float.IsNaN(x[i]) ? 1 : 0;
            kind |= float.IsInfinity(x[i]) ? 2 : 0;
            kind |= double.IsFinite(y[i]) ? 4 : 0;
            kind |= double.IsPositiveInfinity(y[i]) || double.IsNaN(y[i]) ? 8 : 0;
            kinds[i] = kind | (double.IsNegativeInfinity(y[i]) ? 16 : 0);
        }
    }

    /// <summary>A table over bytes, from one buffer to another.</summary>
    [Kernel]
    public static void Translate(ReadOnlySpan<byte> x, ReadOnlySpan<float> table, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = table[x[i]];
        }
    }

    /// <summary>A table over bytes, in place.</summary>
    [Kernel]
    public static void TranslateInPlace(Span<byte> x, byte[] table)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = table[x[i]];
        }
    }

    /// <summary>A table over bytes that earlier iterations have stored.</summary>
    [Kernel]
    public static void TranslateOnward(Span<byte> x, byte[] table)
    {
        for (int i = 1; i < x.Length; i++)
        {
            x[i] = table[x[i - 1]];
        }
    }

    /// <summary>A table over bytes that later iterations store.</summary>
    [Kernel]
    public static void TranslateBack(Span<byte> x, byte[] table)
    {
        for (int i = 0; i < x.Length - 1; i++)
        {
            x[i] = table[x[i + 1]];
        }
    }

    /// <summary>Signed offsets into a table, from a local.</summary>
    [Kernel]
    public static void Offsets(ReadOnlySpan<sbyte> x, ReadOnlySpan<int> table, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int offset = x[i];
            y[i] = table[128 - offset] + table[offset + 128];
        }
    }
}
