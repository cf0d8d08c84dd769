namespace Accel.Loops.Tsvc;

/// <summary>TSVC 5.1: control loops.</summary>
public static partial class ControlLoops
{
    [Kernel]
    public static void Va(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = b[i];
        }
    }

    [Kernel]
    public static void Vag(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<int> ip)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = b[ip[i]];
        }
    }

    [Kernel]
    public static void Vas(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<int> ip)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[ip[i]] = b[i];
        }
    }

    [Kernel]
    public static void Vif(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (b[i] > 0)
            {
                a[i] = b[i];
            }
        }
    }

    [Kernel]
    public static void Vpv(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += b[i];
        }
    }

    [Kernel]
    public static void Vtv(Span<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] *= b[i];
        }
    }

    [Kernel]
    public static void Vpvtv(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += b[i] * c[i];
        }
    }

    [Kernel]
    public static void Vpvts(Span<float> a, ReadOnlySpan<float> b, float s)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += b[i] * s;
        }
    }

    [Kernel]
    public static void Vpvpv(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += b[i] + c[i];
        }
    }

    [Kernel]
    public static void Vtvtv(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = a[i] * b[i] * c[i];
        }
    }

    [Kernel]
    public static float Vsumr(ReadOnlySpan<float> a)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i];
        }

        return sum;
    }

    [Kernel]
    public static float Vdotr(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float dot = 0;
        for (int i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
        }

        return dot;
    }

    [Kernel]
    public static void Vbor(Span<float> x, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e, float[,] aa)
    {
        for (int i = 0; i < aa.GetLength(1); i++)
        {
            float a1 = a[i];
            float b1 = b[i];
            float c1 = c[i];
            float d1 = d[i];
            float e1 = e[i];
            float f1 = aa[0, i];
            a1 = (a1 * b1 * c1) + (a1 * b1 * d1) + (a1 * b1 * e1) + (a1 * b1 * f1) + (a1 * c1 * d1) + (a1 * c1 * e1) + (a1 * c1 * f1) + (a1 * d1 * e1) + (a1 * d1 * f1) + (a1 * e1 * f1);
            b1 = (b1 * c1 * d1) + (b1 * c1 * e1) + (b1 * c1 * f1) + (b1 * d1 * e1) + (b1 * d1 * f1) + (b1 * e1 * f1);
            c1 = (c1 * d1 * e1) + (c1 * d1 * f1) + (c1 * e1 * f1);
            d1 = d1 * e1 * f1;
            x[i] = a1 * b1 * c1 * d1;
        }
    }
}
