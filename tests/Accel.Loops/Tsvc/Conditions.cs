namespace Accel.Loops.Tsvc;

/// <summary>TSVC 2.7: control flow in loops.</summary>
public static partial class Conditions
{
    [Kernel]
    public static void S271(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (b[i] > 0)
            {
                a[i] += b[i] * c[i];
            }
        }
    }

    [Kernel]
    public static void S272(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e, float t)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (e[i] >= t)
            {
                a[i] += c[i] * d[i];
                b[i] += c[i] * c[i];
            }
        }
    }

    [Kernel]
    public static void S273(Span<float> a, Span<float> b, Span<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += d[i] * e[i];
            if (a[i] < 0)
            {
                b[i] += d[i] * e[i];
            }

            c[i] += a[i] * d[i];
        }
    }

    [Kernel]
    public static void S274(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = c[i] + (e[i] * d[i]);
            if (a[i] > 0)
            {
                b[i] = a[i] + b[i];
            }
            else
            {
                a[i] = d[i] * e[i];
            }
        }
    }

    [Kernel]
    public static void S275(float[,] aa, float[,] bb, float[,] cc)
    {
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            if (aa[0, i] > 0)
            {
                for (int j = 1; j < aa.GetLength(0); j++)
                {
                    aa[j, i] = aa[j - 1, i] + (bb[j, i] * cc[j, i]);
                }
            }
        }
    }

    [Kernel]
    public static void S2275(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, float[,] aa, float[,] bb, float[,] cc)
    {
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            for (int j = 0; j < aa.GetLength(0); j++)
            {
                aa[j, i] = aa[j, i] + (bb[j, i] * cc[j, i]);
            }

            a[i] = b[i] + (c[i] * d[i]);
        }
    }

    [Kernel]
    public static void S276(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        int mid = a.Length / 2;
        for (int i = 0; i < a.Length; i++)
        {
            if (i + 1 < mid)
            {
                a[i] += b[i] * c[i];
            }
            else
            {
                a[i] += b[i] * d[i];
            }
        }
    }

    [Kernel]
    public static void S277(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            if (a[i] < 0)
            {
                if (b[i] < 0)
                {
                    a[i] += c[i] * d[i];
                }

                b[i + 1] = c[i] + (d[i] * e[i]);
            }
        }
    }

    [Kernel]
    public static void S278(Span<float> a, Span<float> b, Span<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > 0)
            {
                c[i] = -c[i] + (d[i] * e[i]);
            }
            else
            {
                b[i] = -b[i] + (d[i] * e[i]);
            }

            a[i] = b[i] + (c[i] * d[i]);
        }
    }

    [Kernel]
    public static void S279(Span<float> a, Span<float> b, Span<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > 0)
            {
                c[i] = -c[i] + (e[i] * e[i]);
            }
            else
            {
                b[i] = -b[i] + (d[i] * d[i]);
                if (b[i] > a[i])
                {
                    c[i] += d[i] * e[i];
                }
            }

            a[i] = b[i] + (c[i] * d[i]);
        }
    }

    [Kernel]
    public static void S1279(Span<float> c, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] < 0)
            {
                if (b[i] > a[i])
                {
                    c[i] += d[i] * e[i];
                }
            }
        }
    }

    [Kernel]
    public static void S2710(Span<float> a, Span<float> b, Span<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e, float x)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > b[i])
            {
                a[i] += b[i] * d[i];
                if (a.Length > 10)
                {
                    c[i] += d[i] * d[i];
                }
                else
                {
                    c[i] = (d[i] * e[i]) + 1;
                }
            }
            else
            {
                b[i] = a[i] + (e[i] * e[i]);
                if (x > 0)
                {
                    c[i] = a[i] + (d[i] * d[i]);
                }
                else
                {
                    c[i] += e[i] * e[i];
                }
            }
        }
    }

    [Kernel]
    public static void S2711(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (b[i] != 0)
            {
                a[i] += b[i] * c[i];
            }
        }
    }

    [Kernel]
    public static void S2712(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > b[i])
            {
                a[i] += b[i] * c[i];
            }
        }
    }
}
