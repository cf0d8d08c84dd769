namespace Accel.Loops.Tsvc;

/// <summary>TSVC 3.2 to 3.5: recurrences, searches, packing, rerolling.</summary>
public static partial class Recurrences
{
    [Kernel]
    public static void S321(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 1; i < a.Length; i++)
        {
            a[i] += a[i - 1] * b[i];
        }
    }

    [Kernel]
    public static void S322(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 2; i < a.Length; i++)
        {
            a[i] = a[i] + (a[i - 1] * b[i]) + (a[i - 2] * c[i]);
        }
    }

    [Kernel]
    public static void S323(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 1; i < a.Length; i++)
        {
            a[i] = b[i - 1] + (c[i] * d[i]);
            b[i] = a[i] + (c[i] * e[i]);
        }
    }

    [Kernel]
    public static int S331(ReadOnlySpan<float> a)
    {
        int j = -1;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] < 0)
            {
                j = i;
            }
        }

        return j;
    }

    [Kernel]
    public static float S332(ReadOnlySpan<float> a, float t)
    {
        int index = -2;
        float value = -1;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > t)
            {
                index = i;
                value = a[i];
                break;
            }
        }

        return value + index;
    }

    [Kernel]
    public static void S341(Span<float> a, ReadOnlySpan<float> b)
    {
        int j = -1;
        for (int i = 0; i < a.Length; i++)
        {
            if (b[i] > 0)
            {
                j++;
                a[j] = b[i];
            }
        }
    }

    [Kernel]
    public static void S342(Span<float> a, ReadOnlySpan<float> b)
    {
        int j = -1;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > 0)
            {
                j++;
                a[i] = b[j];
            }
        }
    }

    [Kernel]
    public static void S343(Span<float> flat, float[,] aa, float[,] bb)
    {
        int k = -1;
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            for (int j = 0; j < aa.GetLength(0); j++)
            {
                if (bb[j, i] > 0)
                {
                    k++;
                    flat[k] = aa[j, i];
                }
            }
        }
    }

    [Kernel]
    public static void S351(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        float alpha = c[0];
        for (int i = 0; i < a.Length - 4; i += 5)
        {
            a[i] += alpha * b[i];
            a[i + 1] += alpha * b[i + 1];
            a[i + 2] += alpha * b[i + 2];
            a[i + 3] += alpha * b[i + 3];
            a[i + 4] += alpha * b[i + 4];
        }
    }

    [Kernel]
    public static void S1351(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = b[i] + c[i];
        }
    }

    [Kernel]
    public static float S352(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float dot = 0;
        for (int i = 0; i < a.Length - 4; i += 5)
        {
            dot = dot + (a[i] * b[i]) + (a[i + 1] * b[i + 1]) + (a[i + 2] * b[i + 2]) + (a[i + 3] * b[i + 3]) + (a[i + 4] * b[i + 4]);
        }

        return dot;
    }

    [Kernel]
    public static void S353(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<int> ip)
    {
        float alpha = c[0];
        for (int i = 0; i < a.Length - 4; i += 5)
        {
            a[i] += alpha * b[ip[i]];
            a[i + 1] += alpha * b[ip[i + 1]];
            a[i + 2] += alpha * b[ip[i + 2]];
            a[i + 3] += alpha * b[ip[i + 3]];
            a[i + 4] += alpha * b[ip[i + 4]];
        }
    }
}
