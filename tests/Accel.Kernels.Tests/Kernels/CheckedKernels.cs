namespace Accel.Kernels.Tests.Kernels;

/// <summary>Operations that throw: checked arithmetic, divisions by elements, and the like.</summary>
internal static partial class CheckedKernels
{
    [Kernel]
    public static void Sums(Span<int> x, ReadOnlySpan<int> y)
    {
        checked
        {
            for (int i = 0; i < x.Length - 1; i++)
            {
                x[i] = x[i] + (y[i + 1] * 2) - y[i];
            }
        }
    }

    [Kernel]
    public static void Increments(Span<int> x, Span<byte> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            checked
            {
                x[i]++;
                y[i] += 3;
            }
        }
    }

    [Kernel]
    public static void Conversions(ReadOnlySpan<int> x, Span<sbyte> narrow, Span<uint> unsigned, Span<ulong> wide)
    {
        for (int i = 0; i < x.Length; i++)
        {
            narrow[i] = checked((sbyte)x[i]);
            unsigned[i] = checked((uint)(x[i] + 100));
            wide[i] = checked((ulong)-(x[i] - 127L));
        }
    }

    [Kernel]
    public static void OfFractions(ReadOnlySpan<float> x, ReadOnlySpan<double> y, Span<int> a, Span<int> b, Span<byte> c, Span<long> d)
    {
        for (int i = 0; i < x.Length; i++)
        {
            a[i] = checked((int)x[i]);
            b[i] = checked((int)y[i]);
            c[i] = checked((byte)(y[i] * 1e-8));
            d[i] = checked((long)x[i]);
        }
    }

    [Kernel]
    public static void Unsigned(Span<uint> x, ReadOnlySpan<uint> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = checked((x[i] * y[i]) - 3 + y[i]);
        }
    }

    [Kernel]
    public static void Longs(Span<long> x, ReadOnlySpan<long> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = checked(-(x[i] + y[i]) - 5);
        }
    }

    [Kernel]
    public static void Quotients(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<int> quotients, Span<int> rests)
    {
        for (int i = 0; i < x.Length; i++)
        {
            quotients[i] = x[i] / y[i];
            rests[i] = x[i] % y[i];
        }
    }

    [Kernel]
    public static void QuotientsInBranches(ReadOnlySpan<int> x, ReadOnlySpan<uint> y, Span<int> z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            z[i] = 1;
            if (x[i] > 0)
            {
                uint divisor = y[i] - 1;
                z[i] = (int)((uint)x[i] / divisor);
            }
            else if (x[i] < -50)
            {
                int other = (int)y[i];
                other -= 2;
                z[i] = other > 1000000 && x[i] / other > 3 ? 7 : x[i] % other;
            }
        }
    }

    [Kernel]
    public static void Magnitudes(Span<int> x, Span<long> y, Span<short> z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Math.Abs(x[i]);
            y[i] = Math.Abs(y[i]);
            z[i] = Math.Abs(z[i]);
        }
    }

    [Kernel]
    public static void Clamped(Span<int> x, ReadOnlySpan<int> low, ReadOnlySpan<int> high)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Math.Clamp(x[i], low[i], high[i]);
        }
    }

    [Kernel]
    public static void Backwards(Span<int> x, ReadOnlySpan<int> y)
    {
        for (int i = x.Length - 1; i >= 0; i--)
        {
            x[i] = 1000 / y[i];
        }
    }

    [Kernel]
    public static int LeftInABranch(ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 10)
            {
                int twice = x[i] * 2;
                y[i] = twice;
                if (twice > 100)
                {
                    return i;
                }
            }
        }

        return -1;
    }
}
