namespace Accel.Loops.Tsvc;

/// <summary>TSVC 1.3 to 1.5: global, nonlinear and interprocedural data flow.</summary>
public static partial class GlobalDataFlow
{
    [Kernel]
    public static void S131(Span<float> a, ReadOnlySpan<float> b)
    {
        int m = 1;
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i] = a[i + m] + b[i];
        }
    }

    [Kernel]
    public static void S132(ReadOnlySpan<float> b, ReadOnlySpan<float> c, float[,] aa)
    {
        int m = 0;
        int j = m;
        int k = m + 1;
        for (int i = 1; i < aa.GetLength(1); i++)
        {
            aa[j, i] = aa[k, i - 1] + (b[i] * c[1]);
        }
    }

    [Kernel]
    public static void S141(Span<float> flat, float[,] bb)
    {
        for (int i = 0; i < bb.GetLength(1); i++)
        {
            int k = ((i + 1) * i / 2) + i;
            for (int j = i; j < bb.GetLength(0); j++)
            {
                flat[k] += bb[j, i];
                k += j + 1;
            }
        }
    }

    [Kernel]
    public static void S151(Span<float> a, ReadOnlySpan<float> b) => Shifted(a, b, 1);

    private static void Shifted(Span<float> a, ReadOnlySpan<float> b, int m)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            a[i] = a[i + m] + b[i];
        }
    }

    [Kernel]
    public static void S152(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length; i++)
        {
            b[i] = d[i] * e[i];
            AddProduct(a, b, c, i);
        }
    }

    private static void AddProduct(Span<float> a, Span<float> b, ReadOnlySpan<float> c, int i) => a[i] += b[i] * c[i];
}
