namespace Accel.Loops.Tsvc;

/// <summary>TSVC 2.5 and 2.6: scalar and array expansion, scalar renaming.</summary>
public static partial class ScalarExpansion
{
    [Kernel]
    public static void S251(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length; i++)
        {
            float s = b[i] + (c[i] * d[i]);
            a[i] = s * s;
        }
    }

    [Kernel]
    public static void S1251(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length; i++)
        {
            float s = b[i] + c[i];
            b[i] = a[i] + d[i];
            a[i] = s * e[i];
        }
    }

    [Kernel]
    public static void S2251(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        float s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = s * e[i];
            s = b[i] + c[i];
            b[i] = a[i] + d[i];
        }
    }

    [Kernel]
    public static void S3251(Span<float> a, Span<float> b, Span<float> d, ReadOnlySpan<float> c, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i + 1] = b[i] + c[i];
            b[i] = c[i] * e[i];
            d[i] = a[i] * e[i];
        }
    }

    [Kernel]
    public static void S252(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        float t = 0;
        for (int i = 0; i < a.Length; i++)
        {
            float s = b[i] * c[i];
            a[i] = s + t;
            t = s;
        }
    }

    [Kernel]
    public static void S253(Span<float> a, Span<float> c, ReadOnlySpan<float> b, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > b[i])
            {
                float s = a[i] - (b[i] * d[i]);
                c[i] += s;
                a[i] = s;
            }
        }
    }

    [Kernel]
    public static void S254(Span<float> a, ReadOnlySpan<float> b)
    {
        float x = b[^1];
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = (b[i] + x) * 0.5f;
            x = b[i];
        }
    }

    [Kernel]
    public static void S255(Span<float> a, ReadOnlySpan<float> b)
    {
        float x = b[^1];
        float y = b[^2];
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = (b[i] + x + y) * 0.333f;
            y = x;
            x = b[i];
        }
    }

    [Kernel]
    public static void S256(Span<float> a, ReadOnlySpan<float> d, float[,] aa, float[,] bb)
    {
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            for (int j = 1; j < aa.GetLength(0); j++)
            {
                a[j] = 1 - a[j - 1];
                aa[j, i] = a[j] + (bb[j, i] * d[j]);
            }
        }
    }

    [Kernel]
    public static void S257(Span<float> a, float[,] aa, float[,] bb)
    {
        for (int i = 1; i < aa.GetLength(1); i++)
        {
            for (int j = 0; j < aa.GetLength(0); j++)
            {
                a[i] = aa[j, i] - a[i - 1];
                aa[j, i] = a[i] + bb[j, i];
            }
        }
    }

    [Kernel]
    public static void S258(Span<float> b, Span<float> e, ReadOnlySpan<float> a, ReadOnlySpan<float> c, ReadOnlySpan<float> d, float[,] aa)
    {
        float s = 0;
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            if (a[i] > 0)
            {
                s = d[i] * d[i];
            }

            b[i] = (s * c[i]) + d[i];
            e[i] = (s + 1) * aa[0, i];
        }
    }

    [Kernel]
    public static void S261(Span<float> a, Span<float> c, ReadOnlySpan<float> b, ReadOnlySpan<float> d)
    {
        for (int i = 1; i < a.Length; i++)
        {
            float t = a[i] + b[i];
            a[i] = t + c[i - 1];
            t = c[i] * d[i];
            c[i] = t;
        }
    }
}
