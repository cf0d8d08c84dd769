namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that read what the iterations just before have stored: lanes take turns there.</summary>
internal static partial class RecurrenceKernels
{
    [Kernel]
    public static void Filter(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 1; i < y.Length; i++)
        {
            y[i] = (y[i - 1] * 0.75f) + MathF.Sqrt(x[i] * x[i]) + (x[i] * 0.25f);
        }
    }

    [Kernel]
    public static void SecondOrder(ReadOnlySpan<double> x, Span<double> y, Span<double> z)
    {
        for (int i = 2; i < y.Length; i++)
        {
            y[i] = (x[i] * x[i - 1]) - (y[i - 1] * 0.5) + (y[i - 2] * 0.25);
            z[i] = (y[i] * x[i]) + y[i - 1];
        }
    }

    [Kernel]
    public static void FourBack(Span<int> x, ReadOnlySpan<int> y)
    {
        for (int i = 3; i < x.Length; i++)
        {
            x[i] = (x[i - 3] * 3) ^ (y[i] * y[i - 1] * 5);
        }
    }

    [Kernel]
    public static void Backwards(Span<short> x, ReadOnlySpan<byte> y)
    {
        for (int i = x.Length - 2; i >= 0; i--)
        {
            x[i] = (short)(x[i + 1] + (y[i] * y[i]) + (x[i] * 3));
        }
    }

    /// <summary>Elements two apart, and a total that lanes sum.</summary>
    [Kernel]
    public static int EverySecond(Span<int> x, ReadOnlySpan<int> y)
    {
        int total = 0;
        for (int i = 2; i < y.Length; i += 2)
        {
            x[i] = x[i - 2] + (y[i] * y[i - 1]);
            total += y[i] * 7;
        }

        return total;
    }

    /// <summary>Also reads one element that an iteration writes, and the loop variable.</summary>
    [Kernel]
    public static void OneOfThem(Span<float> x, ReadOnlySpan<float> y, int k)
    {
        for (int i = 1; i < x.Length; i++)
        {
            x[i] = x[i - 1] + x[k] + (y[i] * y[i] * i);
        }
    }

    /// <summary>Each row runs along by itself.</summary>
    [Kernel]
    public static void Rows(float[,] x, float[,] y)
    {
        for (int i = 1; i < x.GetLength(0); i++)
        {
            for (int j = 1; j < x.GetLength(1); j++)
            {
                x[i, j] = (x[i, j - 1] + x[i - 1, j]) / 1.9f;
                y[i, j] = (y[i, j] * 2) + 1;
            }
        }
    }

    [Kernel]
    public static void Triangle(double[,] x, ReadOnlySpan<double> y)
    {
        for (int i = 1; i < x.GetLength(0); i++)
        {
            for (int j = 1; j <= i; j++)
            {
                x[i, j] = (x[i, j - 1] * x[i, j - 1]) + (y[j] * y[j]);
            }
        }
    }

    /// <summary>The last value that was there, in every iteration.</summary>
    [Kernel]
    public static float Hold(ReadOnlySpan<float> x, Span<float> y, float last)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                last = x[i] * x[i];
            }

            y[i] = (MathF.Sqrt(last) * x[i]) + (last * 0.5f);
        }

        return last;
    }

    /// <summary>Reads the value before, and the new one.</summary>
    [Kernel]
    public static double Smoothed(ReadOnlySpan<double> x, Span<double> y, Span<double> z)
    {
        double s = 1;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Sqrt(x[i] * x[i]) * Math.Sqrt(s * s) * Math.Sqrt(x[i] + 2);
            s = (s * 0.75) + (x[i] * x[i] * 0.25);
            z[i] = Math.Sqrt(s) + Math.Sqrt(x[i] * 3) + Math.Sqrt(x[i] * 5);
        }

        return s;
    }

    /// <summary>A state of a byte among ints.</summary>
    [Kernel]
    public static int States(ReadOnlySpan<int> x, Span<int> y)
    {
        byte state = 7;
        for (int i = x.Length - 1; i >= 0; i--)
        {
            state = (byte)((state * 5) + x[i]);
            y[i] = (x[i] * x[i] * 3) + ((x[i] ^ 21) * (x[i] + 1)) + (x[i] * 11 * state);
        }

        return state;
    }
}
