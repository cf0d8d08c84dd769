namespace Accel.Loops.Tsvc;

/// <summary>TSVC 3.1: reductions.</summary>
public static partial class Reductions
{
    [Kernel]
    public static float S311(ReadOnlySpan<float> a)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i];
        }

        return sum;
    }

    [Kernel]
    public static float S31111(ReadOnlySpan<float> a)
    {
        float sum = 0;
        sum += SumOfFour(a);
        sum += SumOfFour(a[4..]);
        sum += SumOfFour(a[8..]);
        sum += SumOfFour(a[12..]);
        sum += SumOfFour(a[16..]);
        sum += SumOfFour(a[20..]);
        sum += SumOfFour(a[24..]);
        sum += SumOfFour(a[28..]);
        return sum;
    }

    private static float SumOfFour(ReadOnlySpan<float> a)
    {
        float s = 0;
        for (int i = 0; i < 4; i++)
        {
            s += a[i];
        }

        return s;
    }

    [Kernel]
    public static float S312(ReadOnlySpan<float> a)
    {
        float product = 1;
        for (int i = 0; i < a.Length; i++)
        {
            product *= a[i];
        }

        return product;
    }

    [Kernel]
    public static float S313(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float dot = 0;
        for (int i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
        }

        return dot;
    }

    [Kernel]
    public static float S314(ReadOnlySpan<float> a)
    {
        float x = a[0];
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > x)
            {
                x = a[i];
            }
        }

        return x;
    }

    [Kernel]
    public static float S315(ReadOnlySpan<float> a)
    {
        float x = a[0];
        int index = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > x)
            {
                x = a[i];
                index = i;
            }
        }

        return x + index;
    }

    [Kernel]
    public static float S316(ReadOnlySpan<float> a)
    {
        float x = a[0];
        for (int i = 1; i < a.Length; i++)
        {
            if (a[i] < x)
            {
                x = a[i];
            }
        }

        return x;
    }

    [Kernel]
    public static float S317(int n)
    {
        float q = 1;
        for (int i = 0; i < n / 2; i++)
        {
            q *= 0.99f;
        }

        return q;
    }

    [Kernel]
    public static float S318(ReadOnlySpan<float> a, int inc)
    {
        int k = 0;
        int index = 0;
        float max = MathF.Abs(a[0]);
        k += inc;
        for (int i = 1; i < a.Length; i++)
        {
            if (MathF.Abs(a[k]) > max)
            {
                index = i;
                max = MathF.Abs(a[k]);
            }

            k += inc;
        }

        return max + index;
    }

    [Kernel]
    public static float S319(Span<float> a, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = c[i] + d[i];
            sum += a[i];
            b[i] = c[i] + e[i];
            sum += b[i];
        }

        return sum;
    }

    [Kernel]
    public static float S3110(float[,] aa)
    {
        float max = aa[0, 0];
        int x = 0;
        int y = 0;
        for (int i = 0; i < aa.GetLength(0); i++)
        {
            for (int j = 0; j < aa.GetLength(1); j++)
            {
                if (aa[i, j] > max)
                {
                    max = aa[i, j];
                    x = i;
                    y = j;
                }
            }
        }

        return max + x + y;
    }

    [Kernel]
    public static float S13110(float[,] aa)
    {
        float max = aa[0, 0];
        int x = 0;
        int y = 0;
        for (int i = 0; i < aa.GetLength(0); i++)
        {
            for (int j = 0; j < aa.GetLength(1); j++)
            {
                if (aa[i, j] > max)
                {
                    max = aa[i, j];
                    x = i;
                    y = j;
                }
            }
        }

        return max + (x + 1) + (y + 1);
    }

    [Kernel]
    public static float S3111(ReadOnlySpan<float> a)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > 0)
            {
                sum += a[i];
            }
        }

        return sum;
    }

    [Kernel]
    public static float S3112(Span<float> b, ReadOnlySpan<float> a)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i];
            b[i] = sum;
        }

        return sum;
    }

    [Kernel]
    public static float S3113(ReadOnlySpan<float> a)
    {
        float max = MathF.Abs(a[0]);
        for (int i = 0; i < a.Length; i++)
        {
            if (MathF.Abs(a[i]) > max)
            {
                max = MathF.Abs(a[i]);
            }
        }

        return max;
    }
}
