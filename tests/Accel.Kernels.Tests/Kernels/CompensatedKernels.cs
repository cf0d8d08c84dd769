namespace Accel.Kernels.Tests.Kernels;

/// <summary>Sums that keep their rounding errors.</summary>
internal static partial class CompensatedKernels
{
    [Kernel(Accumulation = Accumulation.Compensated)]
    public static float Sum(ReadOnlySpan<float> x)
    {
        float sum = 0;
        foreach (float v in x)
        {
            sum += v;
        }

        return sum;
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 3.5;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static float Conditional(ReadOnlySpan<float> x, ReadOnlySpan<float> y, float limit)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                sum -= x[i] * y[i];
            }
            else if (x[i] < -limit)
            {
                sum += y[i];
            }
        }

        return sum;
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static void Moments(ReadOnlySpan<double> x, ref double mean, ref double variance)
    {
        double sum = 0;
        double squares = 0;
        double largest = double.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            squares += x[i] * x[i];
            largest = Math.Max(largest, x[i]);
        }

        mean = sum / x.Length;
        variance = (squares / x.Length) - (mean * mean) + (largest - largest);
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static double Whole(double[,] x)
    {
        double sum = 0;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                sum += x[i, j];
            }
        }

        return sum;
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static void RowSums(float[,] x, Span<float> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            float sum = 0;
            for (int j = 0; j < x.GetLength(1); j++)
            {
                sum += x[i, j];
            }

            sums[i] = sum;
        }
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static double Bytes(ReadOnlySpan<byte> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * 0.1;
        }

        return sum;
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static void Series(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float sum = 0;
            float term = x[i];
            int k = 1;
            while (Math.Abs(term) > 1e-6f && k < 40)
            {
                sum += term;
                term *= x[i] / ++k;
            }

            y[i] = sum;
        }
    }

    [Kernel(Accumulation = Accumulation.Compensated)]
    public static void Columns(float[,] x, Span<float> sums)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            float sum = 0;
            for (int i = 0; i < x.GetLength(0); i++)
            {
                sum += x[i, j];
            }

            sums[j] = sum;
        }
    }

    // What is added is the same for all lanes.
    [Kernel(Accumulation = Accumulation.Compensated)]
    public static void Uniform(double[,] x, double step, Span<double> counts)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                x[i, 0] += step;
                counts[i] += 0.125;
            }
        }
    }
}
