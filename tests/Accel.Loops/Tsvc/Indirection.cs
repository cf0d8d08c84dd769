namespace Accel.Loops.Tsvc;

/// <summary>TSVC 4.9 to 4.12: vector semantics, indirect addressing, statement functions.</summary>
public static partial class Indirection
{
    [Kernel]
    public static void S491(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<int> ip)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[ip[i]] = b[i] + (c[i] * d[i]);
        }
    }

    [Kernel]
    public static void S4112(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<int> ip, float s)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += b[ip[i]] * s;
        }
    }

    [Kernel]
    public static void S4113(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<int> ip)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[ip[i]] = b[ip[i]] + c[i];
        }
    }

    [Kernel]
    public static void S4114(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<int> ip, int first)
    {
        for (int i = first - 1; i < a.Length; i++)
        {
            int k = ip[i];
            a[i] = b[i] + (c[a.Length - k - 1] * d[i]);
            k += 5;
        }
    }

    [Kernel]
    public static float S4115(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<int> ip)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[ip[i]];
        }

        return sum;
    }

    [Kernel]
    public static float S4116(ReadOnlySpan<float> a, float[,] aa, ReadOnlySpan<int> ip, int j, int inc)
    {
        float sum = 0;
        for (int i = 0; i < aa.GetLength(1) - 1; i++)
        {
            int offset = inc + i;
            sum += a[offset] * aa[j - 1, ip[i]];
        }

        return sum;
    }

    [Kernel]
    public static void S4117(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = b[i] + (c[i / 2] * d[i]);
        }
    }

    [Kernel]
    public static void S4121(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += Product(b[i], c[i]);
        }
    }

    private static float Product(float x, float y) => x * y;
}
