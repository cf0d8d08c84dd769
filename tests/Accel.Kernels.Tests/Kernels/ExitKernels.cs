namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that are left before their end.</summary>
internal static partial class ExitKernels
{
    [Kernel]
    public static int IndexOf(ReadOnlySpan<float> x, float value)
    {
        int index = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == value)
            {
                index = i;
                break;
            }
        }

        return index;
    }

    [Kernel]
    public static bool Contains(ReadOnlySpan<float> x, float value)
    {
        foreach (float element in x)
        {
            if (element == value)
            {
                return true;
            }
        }

        return false;
    }

    [Kernel]
    public static string? FirstAbove(short[] x, short limit)
    {
        foreach (short element in x)
        {
            if (element > limit)
            {
                return $"{element} of {x.Length}";
            }
        }

        return null;
    }

    [Kernel]
    public static long LastIndexOf(short[] x, short value)
    {
        for (long i = x.Length - 1; i >= 0; i--)
        {
            if (x[i] == value)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Stores, then tests what it has read before, by way of a local.</summary>
    [Kernel]
    public static int AddUntil(Span<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> z)
    {
        int count = 0;
        for (int i = 1; i < x.Length; i += 2)
        {
            float d = y[i] - z[i];
            x[i] += (y[i] * z[i]) + d;
            if (d * 2 > 1)
            {
                count = i;
                break;
            }
        }

        return count;
    }

    [Kernel]
    public static void Roots(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int t = 0, end = x.Length; t < end; t++)
        {
            double v = x[t];
            if (v < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(x), v, "It is negative.");
            }

            y[t] = Math.Sqrt(v);
        }
    }

    /// <summary>Two ways out, one with an else, and statements between.</summary>
    [Kernel]
    public static int Classify(ReadOnlySpan<byte> x, Span<byte> y, byte stop)
    {
        int result = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == stop)
            {
                result = i;
                break;
            }
            else
            {
                y[i] = (byte)(x[i] + 1);
            }

            if (x[i] == 255)
            {
                return -i;
            }
        }

        return result;
    }

    /// <summary>Would leave the span if it were not left before.</summary>
    [Kernel]
    public static int Sentinel(int[] x, int value)
    {
        int i0 = 0;
        for (int i = 0; i < 1_000_000; i++)
        {
            if (x[i] == value)
            {
                i0 = i;
                break;
            }
        }

        return i0;
    }

    /// <summary>What decides is changed by the iterations before: stays scalar.</summary>
    [Kernel]
    public static int Changes(Span<int> x)
    {
        for (int i = 0; i < x.Length - 1; i++)
        {
            x[i + 1] += x[i];
            if (x[i] > 1000)
            {
                return i;
            }
        }

        return -1;
    }
}
