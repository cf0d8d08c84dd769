namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that count as they go, and loops that read and write at places that data says.</summary>
public static partial class CounterKernels
{
    [Kernel]
    public static int Above(ReadOnlySpan<float> x, Span<float> y, Span<int> index, float limit)
    {
        int k = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                index[k] = i;
                y[k++] = x[i];
            }
        }

        return k;
    }

    [Kernel]
    public static int Doubles(ReadOnlySpan<double> x, Span<double> y, int k)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double v = (x[i] * x[i]) + 1;
            if (v < 9)
            {
                k++;
                y[k] = Math.Sqrt(v);
            }
        }

        return k;
    }

    [Kernel]
    public static int Letters(ReadOnlySpan<byte> text, Span<byte> letters)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= (byte)'A' and <= (byte)'z')
            {
                letters[count++] = (byte)(text[i] | 0x20);
            }
        }

        return count;
    }

    [Kernel]
    public static int Words(ReadOnlySpan<short> x, Span<short> y, Span<long> wide)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if ((x[i] & 3) != 0)
            {
                y[count] = x[i];
                wide[count] = x[i] * 3L;
                count++;
            }
        }

        return count;
    }

    [Kernel]
    public static int Partition(ReadOnlySpan<int> x, Span<int> low, Span<int> high, int pivot)
    {
        int a = 0, b = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < pivot)
            {
                low[a++] = x[i];
            }
            else
            {
                high[b++] = x[i];
            }
        }

        return (a * 1000) + b;
    }

    [Kernel]
    public static void Rows(float[,] x, float[,] y, Span<int> counts)
    {
        for (int r = 0; r < x.GetLength(0); r++)
        {
            int k = 0;
            for (int i = 0; i < x.GetLength(1); i++)
            {
                if (x[r, i] > 0)
                {
                    y[r, k] = x[r, i] * 2;
                    k++;
                }
            }

            counts[r] = k;
        }
    }

    [Kernel]
    public static int Distinct(ReadOnlySpan<int> sorted, Span<int> values)
    {
        int k = 0;
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[i - 1])
            {
                values[k++] = sorted[i];
            }
        }

        return k;
    }

    [Kernel]
    public static int InPlace(Span<int> x, int k, int first)
    {
        for (int i = first; i < x.Length; i++)
        {
            if (x[i] % 3 != 0)
            {
                x[k++] = x[i] * 2;
            }
        }

        return k;
    }

    /// <summary>Where all that came before was kept, the second statement reads what the first has stored.</summary>
    [Kernel]
    public static int InPlaceAndAgain(Span<float> x, Span<float> y)
    {
        int k = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float v = MathF.Sqrt(y[i] + 9) * MathF.Sqrt(y[i] + 5);
            if (v > 5)
            {
                x[k] = v;
                y[k] = x[i] + v;
                k++;
            }
        }

        return k;
    }

    [Kernel]
    public static int InPlaceWithNext(Span<float> x, Span<float> y)
    {
        int k = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            if (x[i] + x[i + 1] > 3)
            {
                y[k] = x[i] * y[i];
                x[k] = x[i] - x[i + 1];
                k++;
            }
        }

        return k;
    }

    [Kernel]
    public static int Expand(ReadOnlySpan<float> x, ReadOnlySpan<float> packed, Span<float> y)
    {
        int k = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float v = MathF.Sqrt((x[i] * x[i]) + 3) * MathF.Exp(x[i]);
            if (v > 2)
            {
                y[i] = packed[k] * v;
                k++;
            }
        }

        return k;
    }

    [Kernel]
    public static int Twice(ReadOnlySpan<float> b, ReadOnlySpan<float> c, Span<float> a)
    {
        int j = -1;
        for (int i = 0; i < b.Length; i++)
        {
            j++;
            a[j] = MathF.Exp(b[i]) + (c[i] * c[i]);
            if (c[i] > 0)
            {
                j++;
                a[j] = MathF.Exp(c[i]) * MathF.Sqrt(c[i]);
            }
        }

        return j;
    }

    [Kernel]
    public static void Histogram(ReadOnlySpan<float> x, Span<int> bins, float low, float width)
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
    public static void Scatter(ReadOnlySpan<int> index, ReadOnlySpan<float> v, Span<float> y)
    {
        for (int i = 0; i < index.Length; i++)
        {
            y[index[i]] += MathF.Exp(v[i]) * MathF.Sqrt(MathF.Abs(v[i]));
        }
    }

    [Kernel]
    public static void Mixed(ReadOnlySpan<byte> pixels, Span<int> counts, Span<float> y)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            float v = MathF.Sqrt(pixels[i]) * MathF.Log(pixels[i] + 2f);
            counts[pixels[i] >> 4] += (int)v;
            y[i] = v;
        }
    }
}
