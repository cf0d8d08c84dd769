namespace Accel.Loops.Tsvc;

/// <summary>TSVC 2.1 and 2.2: statement reordering and loop distribution.</summary>
public static partial class StatementOrder
{
    [Kernel]
    public static void S211(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 1; i < a.Length - 1; i++)
        {
            a[i] = b[i - 1] + (c[i] * d[i]);
            b[i] = b[i + 1] - (e[i] * d[i]);
        }
    }

    [Kernel]
    public static void S212(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i] *= c[i];
            b[i] += a[i + 1] * d[i];
        }
    }

    [Kernel]
    public static void S1213(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 1; i < a.Length - 1; i++)
        {
            a[i] = b[i - 1] + c[i];
            b[i] = a[i + 1] * d[i];
        }
    }

    [Kernel]
    public static void S221(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 1; i < a.Length; i++)
        {
            a[i] += c[i] * d[i];
            b[i] = b[i - 1] + a[i] + d[i];
        }
    }

    [Kernel]
    public static void S1221(Span<float> b, ReadOnlySpan<float> a)
    {
        for (int i = 4; i < a.Length; i++)
        {
            b[i] = b[i - 4] + a[i];
        }
    }

    [Kernel]
    public static void S222(Span<float> a, Span<float> e, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 1; i < a.Length; i++)
        {
            a[i] += b[i] * c[i];
            e[i] = e[i - 1] * e[i - 1];
            a[i] -= b[i] * c[i];
        }
    }
}
