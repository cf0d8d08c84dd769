namespace Accel.Loops.Tsvc;

/// <summary>TSVC 1.6 and 1.7: control flow and symbolics.</summary>
public static partial class ControlFlow
{
    [Kernel]
    public static void S161(Span<float> a, Span<float> c, ReadOnlySpan<float> b, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            if (b[i] < 0)
            {
                c[i + 1] = a[i] + (d[i] * d[i]);
            }
            else
            {
                a[i] = c[i] + (d[i] * e[i]);
            }
        }
    }

    [Kernel]
    public static void S1161(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            if (c[i] < 0)
            {
                b[i] = a[i] + (d[i] * d[i]);
            }
            else
            {
                a[i] = c[i] + (d[i] * e[i]);
            }
        }
    }

    [Kernel]
    public static void S162(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, int k)
    {
        if (k > 0)
        {
            for (int i = 0; i < a.Length - 1; i++)
            {
                a[i] = a[i + k] + (b[i] * c[i]);
            }
        }
    }

    [Kernel]
    public static void S171(Span<float> a, ReadOnlySpan<float> b, int inc)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i * inc] += b[i];
        }
    }

    [Kernel]
    public static void S172(Span<float> a, ReadOnlySpan<float> b, int first, int step)
    {
        for (int i = first - 1; i < a.Length; i += step)
        {
            a[i] += b[i];
        }
    }

    [Kernel]
    public static void S173(Span<float> a, ReadOnlySpan<float> b)
    {
        int k = a.Length / 2;
        for (int i = 0; i < a.Length / 2; i++)
        {
            a[i + k] = a[i] + b[i];
        }
    }

    [Kernel]
    public static void S174(Span<float> a, ReadOnlySpan<float> b, int m)
    {
        for (int i = 0; i < m; i++)
        {
            a[i + m] = a[i] + b[i];
        }
    }

    [Kernel]
    public static void S175(Span<float> a, ReadOnlySpan<float> b, int inc)
    {
        for (int i = 0; i < a.Length - 1; i += inc)
        {
            a[i] = a[i + inc] + b[i];
        }
    }

    [Kernel]
    public static void S176(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        int m = a.Length / 2;
        for (int j = 0; j < a.Length / 2; j++)
        {
            for (int i = 0; i < m; i++)
            {
                a[i] += b[i + m - j - 1] * c[j];
            }
        }
    }
}
