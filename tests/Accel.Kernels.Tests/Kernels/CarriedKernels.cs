namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops whose iterations need something from those before.</summary>
internal static partial class CarriedKernels
{
    /// <summary>Four lanes at most.</summary>
    [Kernel]
    public static void Echo(Span<float> x, ReadOnlySpan<float> y)
    {
        for (int i = 4; i < x.Length; i++)
        {
            x[i] = (x[i - 4] * 0.5f) + y[i];
        }
    }

    /// <summary>Eight lanes at most.</summary>
    [Kernel]
    public static void FarEchoes(Span<double> x)
    {
        for (int i = 12; i < x.Length; i++)
        {
            x[i] = x[i] + (x[i - 9] * 0.5) + (x[i - 12] * 0.25);
        }
    }

    [Kernel]
    public static void EchoBackwards(Span<float> x)
    {
        for (int i = x.Length - 6; i >= 0; i--)
        {
            x[i] = x[i] + (x[i + 5] * 0.5f);
        }
    }

    /// <summary>Bytes that become ints: 16 lanes at most, in four vectors.</summary>
    [Kernel]
    public static void Bytes(Span<byte> x)
    {
        for (int i = 17; i < x.Length; i++)
        {
            x[i] = (byte)((x[i - 17] * 3) + x[i]);
        }
    }

    [Kernel]
    public static float Smooth(ReadOnlySpan<float> x, Span<float> y, float before)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (x[i] + before) * 0.5f;
            before = x[i];
        }

        return before;
    }

    /// <summary>Two and three iterations back, and a value that an element is overwritten with.</summary>
    [Kernel]
    public static void ThreeBack(Span<double> x, Span<double> y)
    {
        double one = 1;
        double two = 2;
        double three = 3;
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] + one + (two * 0.5) + (three * 0.25);
            three = two;
            two = one;
            one = x[i] * 2;
            x[i] = one + three;
        }
    }

    [Kernel]
    public static int Differences(ReadOnlySpan<byte> x, Span<byte> y, Span<short> z, ReadOnlySpan<long> v, Span<long> w)
    {
        byte last = 7;
        long sum = -1;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            byte current = x[i];
            y[i] = (byte)(current - last);
            z[i] = (short)(last * 3);
            w[i] = v[i] - sum;
            sum = v[i] + current;
            last = current;
        }

        return last + (int)sum;
    }

    /// <summary>Under a condition, and assigned in front of a read.</summary>
    [Kernel]
    public static float Edges(ReadOnlySpan<float> x, Span<float> y)
    {
        float before = 0;
        float current = 0;
        for (int i = 0; i < x.Length; i++)
        {
            current = x[i] * 2;
            if (current > before)
            {
                y[i] = before;
            }

            before = current + 1;
        }

        return before + current;
    }

    [Kernel]
    public static float FirstLargest(ReadOnlySpan<float> x)
    {
        float max = x[0];
        int index = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > max)
            {
                max = x[i];
                index = i;
            }
        }

        return BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(max) ^ index);
    }

    /// <summary>Zeros of either sign, and NaN: the bits of the first.</summary>
    [Kernel]
    public static float SmallestByComparison(ReadOnlySpan<float> x)
    {
        float min = float.PositiveInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            min = x[i] < min ? x[i] : min;
        }

        return min;
    }

    [Kernel]
    public static double SmallestWhere(ReadOnlySpan<double> x, ReadOnlySpan<int> kind, Span<int> found)
    {
        double min = 100;
        int at = -1;
        double other = 0;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            double value = Math.Abs(x[i]);
            if (kind[i] > 0 && value < min)
            {
                at = i;
                other = value + i;
                min = value;
            }
        }

        if (found.Length > 0)
        {
            found[0] = at;
        }

        return min + other;
    }

    [Kernel]
    public static long LargestInRows(float[,] x, Span<int> row, Span<float> largest)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            float max = float.NegativeInfinity;
            int column = -1;
            for (int j = 0; j < x.GetLength(1); j++)
            {
                if (x[i, j] > max)
                {
                    max = x[i, j];
                    column = j;
                }
            }

            row[i] = column;
            largest[i] = max;
        }

        return row.Length;
    }

    [Kernel]
    public static int LargestOfAll(float[,] x)
    {
        float max = -1;
        int row = -1;
        int column = -1;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                if (x[i, j] > max)
                {
                    max = x[i, j];
                    row = i;
                    column = j;
                }
            }
        }

        return (row * 1000) + column;
    }

    [Kernel]
    public static int LastNegative(ReadOnlySpan<float> x, Span<float> value)
    {
        int last = -1;
        float kept = 0;
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < 0)
            {
                last = i;
                kept = x[i];
                count++;
            }
        }

        if (value.Length > 0)
        {
            value[0] = kept;
        }

        return last + (count * 10000);
    }

    /// <summary>Two elements an iteration, by a counter that is read behind the loop.</summary>
    [Kernel]
    public static int Counted(ReadOnlySpan<float> x, Span<float> y, int j)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[j] = x[i] * 2;
            j++;
            if (x[i] > 0)
            {
                y[j] = x[i] + 1;
                j += 1;
            }
            else
            {
                j++;
                y[j - 1] = x[i] - j;
            }
        }

        return j;
    }

    /// <summary>A counter of all elements, and locals of the method that belong to one iteration.</summary>
    [Kernel]
    public static void Flattened(float[,] x, Span<float> y, int n)
    {
        int k = -1;
        float scaled;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            scaled = x[i, 0] * i;
            for (int j = 1; j < n; j++)
            {
                k++;
                y[k] = x[i, j - 1] + scaled;
            }

            k += 2;
        }
    }

    /// <summary>Values that are the same for all lanes, in types that the loop has nothing else of.</summary>
    [Kernel]
    public static int Unchanged(ReadOnlySpan<float> x, Span<float> y, int n)
    {
        byte last = 3;
        short before = 5;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] + before;
            before = (short)n;
            if (x[i] > 0)
            {
                last = (byte)(n + 1);
            }
        }

        return last + before;
    }
}
