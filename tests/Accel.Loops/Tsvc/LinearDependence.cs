namespace Accel.Loops.Tsvc;

/// <summary>TSVC 1.1: linear dependence.</summary>
public static partial class LinearDependence
{
    [Kernel]
    public static void S000(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = b[i] + 1;
        }
    }

    [Kernel]
    public static void S111(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 1; i < a.Length; i += 2)
        {
            a[i] = a[i - 1] + b[i];
        }
    }

    [Kernel]
    public static void S1111(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length / 2; i++)
        {
            a[2 * i] = (c[i] * b[i]) + (d[i] * b[i]) + (c[i] * c[i]) + (d[i] * b[i]) + (d[i] * c[i]);
        }
    }

    [Kernel]
    public static void S112(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = a.Length - 2; i >= 0; i--)
        {
            a[i + 1] = a[i] + b[i];
        }
    }

    [Kernel]
    public static void S1112(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = a.Length - 1; i >= 0; i--)
        {
            a[i] = b[i] + 1;
        }
    }

    [Kernel]
    public static void S113(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 1; i < a.Length; i++)
        {
            a[i] = a[0] + b[i];
        }
    }

    [Kernel]
    public static void S1113(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = a[a.Length / 2] + b[i];
        }
    }

    [Kernel]
    public static void S114(float[,] aa, float[,] bb)
    {
        for (int i = 0; i < aa.GetLength(0); i++)
        {
            for (int j = 0; j < i; j++)
            {
                aa[i, j] = aa[j, i] + bb[i, j];
            }
        }
    }

    [Kernel]
    public static void S115(Span<float> a, float[,] aa)
    {
        for (int j = 0; j < aa.GetLength(0); j++)
        {
            for (int i = j + 1; i < aa.GetLength(1); i++)
            {
                a[i] -= aa[j, i] * a[j];
            }
        }
    }

    [Kernel]
    public static void S1115(float[,] aa, float[,] bb, float[,] cc)
    {
        for (int i = 0; i < aa.GetLength(0); i++)
        {
            for (int j = 0; j < aa.GetLength(1); j++)
            {
                aa[i, j] = (aa[i, j] * cc[j, i]) + bb[i, j];
            }
        }
    }

    [Kernel]
    public static void S116(Span<float> a)
    {
        for (int i = 0; i < a.Length - 5; i += 5)
        {
            a[i] = a[i + 1] * a[i];
            a[i + 1] = a[i + 2] * a[i + 1];
            a[i + 2] = a[i + 3] * a[i + 2];
            a[i + 3] = a[i + 4] * a[i + 3];
            a[i + 4] = a[i + 5] * a[i + 4];
        }
    }

    [Kernel]
    public static void S118(Span<float> a, float[,] bb)
    {
        for (int i = 1; i < bb.GetLength(1); i++)
        {
            for (int j = 0; j <= i - 1; j++)
            {
                a[i] += bb[j, i] * a[i - j - 1];
            }
        }
    }

    [Kernel]
    public static void S119(float[,] aa, float[,] bb)
    {
        for (int i = 1; i < aa.GetLength(0); i++)
        {
            for (int j = 1; j < aa.GetLength(1); j++)
            {
                aa[i, j] = aa[i - 1, j - 1] + bb[i, j];
            }
        }
    }

    [Kernel]
    public static void S1119(float[,] aa, float[,] bb)
    {
        for (int i = 1; i < aa.GetLength(0); i++)
        {
            for (int j = 0; j < aa.GetLength(1); j++)
            {
                aa[i, j] = aa[i - 1, j] + bb[i, j];
            }
        }
    }
}
