namespace Accel.Loops.Tsvc;

/// <summary>TSVC 2.4: node splitting.</summary>
public static partial class NodeSplitting
{
    [Kernel]
    public static void S241(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i] = b[i] * c[i] * d[i];
            b[i] = a[i] * a[i + 1] * d[i];
        }
    }

    [Kernel]
    public static void S242(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, float s1, float s2)
    {
        for (int i = 1; i < a.Length; i++)
        {
            a[i] = a[i - 1] + s1 + s2 + b[i] + c[i] + d[i];
        }
    }

    [Kernel]
    public static void S243(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i] = b[i] + (c[i] * d[i]);
            b[i] = a[i] + (d[i] * e[i]);
            a[i] = b[i] + (a[i + 1] * d[i]);
        }
    }

    [Kernel]
    public static void S244(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i] = b[i] + (c[i] * d[i]);
            b[i] = c[i] + b[i];
            a[i + 1] = b[i] + (a[i + 1] * d[i]);
        }
    }

    [Kernel]
    public static void S1244(Span<float> a, Span<float> d, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i] = b[i] + (c[i] * c[i]) + (b[i] * b[i]) + c[i];
            d[i] = a[i] + a[i + 1];
        }
    }

    [Kernel]
    public static void S2244(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i + 1] = b[i] + e[i];
            a[i] = b[i] + c[i];
        }
    }
}
