namespace Accel.Loops.Spans;

/// <summary>Everyday loops: conditions, counters, strides, tables.</summary>
public static partial class Algorithms
{
    [Kernel]
    public static void Saxpy(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (a * x[i]) + y[i];
        }
    }

    [Kernel]
    public static void Relu(Span<float> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i] > 0 ? x[i] : 0;
        }
    }

    [Kernel]
    public static void Logistic(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = 1 / (1 + MathF.Exp(-x[i]));
        }
    }

    [Kernel]
    public static void Lerp(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z, float t)
    {
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = x[i] + ((y[i] - x[i]) * t);
        }
    }

    [Kernel]
    public static void ByKind(ReadOnlySpan<byte> kind, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (kind[i] & 3) switch
            {
                0 => x[i],
                1 => -x[i],
                2 => x[i] * x[i],
                _ => 0.5f,
            };
        }
    }

    [Kernel]
    public static void Skip(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            if (x[i] < 0)
            {
                continue;
            }

            y[i] = MathF.Sqrt(x[i]);
        }
    }

    [Kernel]
    public static void Countdown(ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = y.Length - 1; i >= 0; i--)
        {
            y[i] = x[i] + i;
        }
    }

    [Kernel]
    public static void EveryThird(Span<float> x)
    {
        for (int i = 0; i < x.Length; i += 3)
        {
            x[i] = 0;
        }
    }

    [Kernel]
    public static void Hash(ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            uint h = (uint)x[i] * 2654435761u;
            h ^= h >> 15;
            h *= 0x85ebca6bu;
            h ^= h >> 13;
            y[i] = (int)h;
        }
    }

    [Kernel]
    public static void Permute(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[index[i]];
        }
    }

    [Kernel]
    public static int Compact(ReadOnlySpan<float> x, Span<float> y)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                y[count++] = x[i];
            }
        }

        return count;
    }

    [Kernel]
    public static void Newton(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double root = 1;
            for (int k = 0; k < 6; k++)
            {
                root = 0.5 * (root + (Math.Abs(x[i]) / root));
            }

            y[i] = root;
        }
    }

    [Kernel]
    public static void Histogram(ReadOnlySpan<byte> x, Span<int> counts)
    {
        for (int i = 0; i < x.Length; i++)
        {
            counts[x[i]]++;
        }
    }

    [Kernel]
    public static bool IsSorted(ReadOnlySpan<int> x)
    {
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] < x[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    [Kernel]
    public static void Quantize(ReadOnlySpan<double> x, Span<int> y, double step)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (int)Math.Round(x[i] / step);
        }
    }

    [Kernel]
    public static void Collatz(ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int n = x[i] & 1023;
            for (int k = 0; k < 10; k++)
            {
                n = (n & 1) == 0 ? n >> 1 : (3 * n) + 1;
            }

            y[i] = n;
        }
    }

    [Kernel]
    public static void MinutesAndSeconds(ReadOnlySpan<int> seconds, Span<int> minutes, Span<int> rest)
    {
        for (int i = 0; i < minutes.Length; i++)
        {
            minutes[i] = seconds[i] / 60;
            rest[i] = seconds[i] % 60;
        }
    }
}
