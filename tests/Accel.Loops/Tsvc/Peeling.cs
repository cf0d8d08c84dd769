namespace Accel.Loops.Tsvc;

/// <summary>TSVC 2.8 to 2.11: crossing thresholds, peeling, diagonals, wavefronts.</summary>
public static partial class Peeling
{
    [Kernel]
    public static void S281(Span<float> a, Span<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            float x = a[a.Length - i - 1] + (b[i] * c[i]);
            a[i] = x - 1;
            b[i] = x;
        }
    }

    [Kernel]
    public static void S1281(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < a.Length; i++)
        {
            float x = (b[i] * c[i]) + (a[i] * d[i]) + e[i];
            a[i] = x - 1;
            b[i] = x;
        }
    }

    [Kernel]
    public static void S291(Span<float> a, ReadOnlySpan<float> b)
    {
        int behind = a.Length - 1;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = (b[i] + b[behind]) * 0.5f;
            behind = i;
        }
    }

    [Kernel]
    public static void S292(Span<float> a, ReadOnlySpan<float> b)
    {
        int behind = a.Length - 1;
        int further = a.Length - 2;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = (b[i] + b[behind] + b[further]) * 0.333f;
            further = behind;
            behind = i;
        }
    }

    [Kernel]
    public static void S293(Span<float> a)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = a[0];
        }
    }

    [Kernel]
    public static void S2101(float[,] aa, float[,] bb, float[,] cc)
    {
        for (int i = 0; i < aa.GetLength(0); i++)
        {
            aa[i, i] += bb[i, i] * cc[i, i];
        }
    }

    [Kernel]
    public static void S2102(float[,] aa)
    {
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            for (int j = 0; j < aa.GetLength(0); j++)
            {
                aa[j, i] = 0;
            }

            aa[i, i] = 1;
        }
    }

    [Kernel]
    public static void S2111(float[,] aa)
    {
        for (int j = 1; j < aa.GetLength(0); j++)
        {
            for (int i = 1; i < aa.GetLength(1); i++)
            {
                aa[j, i] = (aa[j, i - 1] + aa[j - 1, i]) / 1.9f;
            }
        }
    }
}
