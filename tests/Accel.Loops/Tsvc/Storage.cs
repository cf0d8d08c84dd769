namespace Accel.Loops.Tsvc;

/// <summary>TSVC 4.2 to 4.8: equivalencing, parameters, conditions, functions, calls, jumps.</summary>
public static partial class Storage
{
    [Kernel]
    public static void S421(Span<float> flat, ReadOnlySpan<float> a)
    {
        for (int i = 0; i < a.Length - 1; i++)
        {
            flat[i] = flat[i + 1] + a[i];
        }
    }

    [Kernel]
    public static void S1421(Span<float> b, ReadOnlySpan<float> a)
    {
        Span<float> half = b[(b.Length / 2)..];
        for (int i = 0; i < half.Length; i++)
        {
            b[i] = half[i] + a[i];
        }
    }

    [Kernel]
    public static void S422(Span<float> flat, ReadOnlySpan<float> a)
    {
        Span<float> ahead = flat[4..];
        for (int i = 0; i < a.Length; i++)
        {
            ahead[i] = flat[i + 8] + a[i];
        }
    }

    [Kernel]
    public static void S423(Span<float> flat, ReadOnlySpan<float> a)
    {
        Span<float> ahead = flat[64..];
        for (int i = 0; i < a.Length - 1; i++)
        {
            flat[i + 1] = ahead[i] + a[i];
        }
    }

    [Kernel]
    public static void S424(Span<float> flat, ReadOnlySpan<float> a)
    {
        Span<float> ahead = flat[63..];
        for (int i = 0; i < a.Length - 1; i++)
        {
            ahead[i + 1] = flat[i] + a[i];
        }
    }

    [Kernel]
    public static void S431(Span<float> a, ReadOnlySpan<float> b)
    {
        int k1 = 1;
        int k2 = 2;
        int k = (2 * k1) - k2;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = a[i + k] + b[i];
        }
    }

    [Kernel]
    public static void S441(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (d[i] < 0)
            {
                a[i] += b[i] * c[i];
            }
            else if (d[i] == 0)
            {
                a[i] += b[i] * b[i];
            }
            else
            {
                a[i] += c[i] * c[i];
            }
        }
    }

    [Kernel]
    public static void S442(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e, ReadOnlySpan<int> which)
    {
        for (int i = 0; i < a.Length; i++)
        {
            switch (which[i])
            {
                case 1:
                    a[i] += b[i] * b[i];
                    break;
                case 2:
                    a[i] += c[i] * c[i];
                    break;
                case 3:
                    a[i] += d[i] * d[i];
                    break;
                case 4:
                    a[i] += e[i] * e[i];
                    break;
            }
        }
    }

    [Kernel]
    public static void S443(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (d[i] <= 0)
            {
                a[i] += b[i] * c[i];
            }
            else
            {
                a[i] += b[i] * b[i];
            }
        }
    }

    [Kernel]
    public static void S451(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = MathF.Sin(b[i]) + MathF.Cos(c[i]);
        }
    }

    [Kernel]
    public static void S452(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = b[i] + (c[i] * (i + 1));
        }
    }

    [Kernel]
    public static void S453(Span<float> a, ReadOnlySpan<float> b)
    {
        float s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            s += 2;
            a[i] = s * b[i];
        }
    }

    [Kernel]
    public static void S471(Span<float> x, Span<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = b[i] + (d[i] * d[i]);
            Nothing();
            b[i] = c[i] + (d[i] * e[i]);
        }
    }

    private static void Nothing()
    {
    }

    [Kernel]
    public static void S481(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (d[i] < 0)
            {
                throw new ArgumentException("An element is negative.", nameof(d));
            }

            a[i] += b[i] * c[i];
        }
    }

    [Kernel]
    public static void S482(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += b[i] * c[i];
            if (c[i] > b[i])
            {
                break;
            }
        }
    }
}
