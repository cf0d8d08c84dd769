namespace Accel.Loops.Tsvc;

/// <summary>TSVC 2.3: loop interchange.</summary>
public static partial class Interchange
{
    [Kernel]
    public static void S231(float[,] aa, float[,] bb)
    {
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            for (int j = 1; j < aa.GetLength(0); j++)
            {
                aa[j, i] = aa[j - 1, i] + bb[j, i];
            }
        }
    }

    [Kernel]
    public static void S232(float[,] aa, float[,] bb)
    {
        for (int j = 1; j < aa.GetLength(0); j++)
        {
            for (int i = 1; i <= j; i++)
            {
                aa[j, i] = (aa[j, i - 1] * aa[j, i - 1]) + bb[j, i];
            }
        }
    }

    [Kernel]
    public static void S1232(float[,] aa, float[,] bb, float[,] cc)
    {
        for (int j = 0; j < aa.GetLength(1); j++)
        {
            for (int i = j; i < aa.GetLength(0); i++)
            {
                aa[i, j] = bb[i, j] + cc[i, j];
            }
        }
    }

    [Kernel]
    public static void S233(float[,] aa, float[,] bb, float[,] cc)
    {
        for (int i = 1; i < aa.GetLength(1); i++)
        {
            for (int j = 1; j < aa.GetLength(0); j++)
            {
                aa[j, i] = aa[j - 1, i] + cc[j, i];
            }

            for (int j = 1; j < bb.GetLength(0); j++)
            {
                bb[j, i] = bb[j, i - 1] + cc[j, i];
            }
        }
    }

    [Kernel]
    public static void S2233(float[,] aa, float[,] bb, float[,] cc)
    {
        for (int i = 1; i < aa.GetLength(1); i++)
        {
            for (int j = 1; j < aa.GetLength(0); j++)
            {
                aa[j, i] = aa[j - 1, i] + cc[j, i];
            }

            for (int j = 1; j < bb.GetLength(1); j++)
            {
                bb[i, j] = bb[i - 1, j] + cc[i, j];
            }
        }
    }

    [Kernel]
    public static void S235(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, float[,] aa, float[,] bb)
    {
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            a[i] += b[i] * c[i];
            for (int j = 1; j < aa.GetLength(0); j++)
            {
                aa[j, i] = aa[j - 1, i] + (bb[j, i] * a[i]);
            }
        }
    }
}
