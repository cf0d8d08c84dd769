namespace Accel.Loops.Tsvc;

/// <summary>TSVC 1.2: induction variable recognition.</summary>
public static partial class InductionVariables
{
    [Kernel]
    public static void S121(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            int j = i + 1;
            a[i] = a[j] + b[i];
        }
    }

    [Kernel]
    public static void S122(Span<float> a, ReadOnlySpan<float> b, int first, int step)
    {
        int j = 1;
        int k = 0;
        for (int i = first - 1; i < a.Length; i += step)
        {
            k += j;
            a[i] += b[b.Length - k];
        }
    }

    [Kernel]
    public static void S123(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        int j = -1;
        for (int i = 0; i < a.Length / 2; i++)
        {
            j++;
            a[j] = b[i] + (d[i] * e[i]);
            if (c[i] > 0)
            {
                j++;
                a[j] = c[i] + (d[i] * e[i]);
            }
        }
    }

    [Kernel]
    public static void S124(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        int j = -1;
        for (int i = 0; i < a.Length; i++)
        {
            if (b[i] > 0)
            {
                j++;
                a[j] = b[i] + (d[i] * e[i]);
            }
            else
            {
                j++;
                a[j] = c[i] + (d[i] * e[i]);
            }
        }
    }

    [Kernel]
    public static void S125(Span<float> flat, float[,] aa, float[,] bb, float[,] cc)
    {
        int k = -1;
        for (int i = 0; i < aa.GetLength(0); i++)
        {
            for (int j = 0; j < aa.GetLength(1); j++)
            {
                k++;
                flat[k] = aa[i, j] + (bb[i, j] * cc[i, j]);
            }
        }
    }

    [Kernel]
    public static void S126(ReadOnlySpan<float> flat, float[,] bb, float[,] cc)
    {
        int k = 1;
        for (int i = 0; i < bb.GetLength(1); i++)
        {
            for (int j = 1; j < bb.GetLength(0); j++)
            {
                bb[j, i] = bb[j - 1, i] + (flat[k - 1] * cc[j, i]);
                ++k;
            }

            ++k;
        }
    }

    [Kernel]
    public static void S127(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        int j = -1;
        for (int i = 0; i < a.Length / 2; i++)
        {
            j++;
            a[j] = b[i] + (c[i] * d[i]);
            j++;
            a[j] = b[i] + (d[i] * e[i]);
        }
    }

    [Kernel]
    public static void S128(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        int j = -1;
        for (int i = 0; i < a.Length / 2; i++)
        {
            int k = j + 1;
            a[i] = b[k] - d[i];
            j = k + 1;
            b[k] = a[i] + c[k];
        }
    }
}
