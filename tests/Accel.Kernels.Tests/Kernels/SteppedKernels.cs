namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that step by something else than 1, or whose subscripts do.</summary>
internal static partial class SteppedKernels
{
    [Kernel]
    public static void Backwards(ReadOnlySpan<float> x, Span<float> y, int n)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            y[i] = (y[i] * 2) + x[i];
        }
    }

    /// <summary>Read before it is overwritten only from the last element down.</summary>
    [Kernel]
    public static void ShiftUp(Span<double> x, double a)
    {
        for (int i = x.Length - 2; i >= 0; i--)
        {
            x[i + 1] = x[i] + a;
        }
    }

    [Kernel]
    public static void Mirror(byte[] x, byte[] y, short[] z, long[] w)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (byte)(x[x.Length - 1 - i] + 1);
            z[z.Length - 1 - i] = (short)(x[i] * 3);
            w[w.Length - 1 - i] = w[w.Length - 1 - i] + x[i];
        }
    }

    [Kernel]
    public static void MirrorWhere(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 0)
            {
                y[y.Length - 1 - i] = x[i] * 2;
            }
        }
    }

    [Kernel]
    public static void EverySecond(ReadOnlySpan<float> x, ReadOnlySpan<double> v, Span<float> y, Span<double> w)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[2 * i] + x[(2 * i) + 1];
            w[i] = v[2 * i] - v[(2 * i) + 1];
        }
    }

    [Kernel]
    public static void InSteps(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 1; i < y.Length; i += 2)
        {
            y[i] = MathF.Sqrt(MathF.Sqrt(x[i - 1])) + (x[i] * i);
        }
    }

    [Kernel]
    public static void InnerSteps(float[,] x, Span<float> sums, int first)
    {
        for (int r = 0; r < sums.Length; r++)
        {
            float row = 0;
            for (int i = x.GetLength(1) - 1; i > first; i--)
            {
                row += x[r, i] * i;
            }

            for (int i = first; i <= x.GetLength(1) - 1; i += 2)
            {
                row += x[r, i];
            }

            sums[r] = row;
        }
    }

    [Kernel]
    public static void Unrolled(ReadOnlySpan<float> x, Span<float> y, float a)
    {
        for (int i = 0; i < y.Length - 3; i += 4)
        {
            y[i] += a * x[i];
            y[i + 1] += a * x[i + 1];
            y[i + 2] += a * x[i + 2];
            y[i + 3] += a * x[i + 3];
        }
    }

    [Kernel]
    public static double UnrolledDot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 2; i += 3)
        {
            sum = sum + (x[i] * y[i]) + (x[i + 1] * y[i + 1]) + (x[i + 2] * y[i + 2]);
        }

        return sum;
    }

    /// <summary>Compiled for steps and strides of 1; others run as written.</summary>
    [Kernel]
    public static void ByVariables(Span<float> x, ReadOnlySpan<float> y, int step, int stride)
    {
        int k = 0;
        for (int i = 0; i < y.Length; i += step)
        {
            x[k] = x[k] + y[i];
            k += stride;
        }

        for (int i = y.Length - 1; i >= 0; i -= step)
        {
            x[i * stride] *= 2;
        }
    }

    /// <summary>The loop is in a method of its own.</summary>
    [Kernel]
    public static void Called(Span<float> x, ReadOnlySpan<float> y, int n)
    {
        AddShifted(x, y, n - 1, 2);
#pragma warning disable IDE0011 // the branches are single statements on purpose
        if (n > 5)
            AddShifted(x, y, n - 3, 1);
        else
            AddShifted(x, x, 0, n);
#pragma warning restore IDE0011
    }

    [Kernel]
    public static void CalledAlone(Span<float> x, ReadOnlySpan<float> y, int n) => AddShifted(x, y, n - 1, 2);

    private static void AddShifted(Span<float> x, ReadOnlySpan<float> y, int last, int shift)
    {
        int end = last + 1;
        for (int i = 0; i < end; i++)
        {
            x[i + shift] = y[i] + last;
        }
    }

    /// <summary>Pairs of elements, as of complex numbers, in place.</summary>
    [Kernel]
    public static void Turn(Span<float> x, float c, float s)
    {
        for (int i = 0; i < x.Length / 2; i++)
        {
            float re = x[2 * i];
            float im = x[(2 * i) + 1];
            x[2 * i] = (re * c) - (im * s);
            x[(2 * i) + 1] = (re * s) + (im * c);
        }
    }

    /// <summary>The odd elements first.</summary>
    [Kernel]
    public static void Zip(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            z[(2 * i) + 1] = x[i] * 3;
            z[2 * i] = y[i] + x[i];
        }
    }

    /// <summary>Reads what the first of both stores has just written.</summary>
    [Kernel]
    public static void ReadsBetween(Span<int> x, Span<int> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[2 * i] = x[i] * 3;
            x[i] = y[2 * i] + 1;
            y[(2 * i) + 1] = y[2 * i] - x[i];
        }
    }

    /// <summary>Columns of a row in turns.</summary>
    [Kernel]
    public static void ZipRows(float[,] x, float[,] y)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                y[i, 2 * j] = x[i, j] * 2;
                y[i, (2 * j) + 1] = x[i, j] + 1;
            }
        }
    }
}
