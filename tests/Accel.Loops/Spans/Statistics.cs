namespace Accel.Loops.Spans;

/// <summary>Reductions and what is found among many.</summary>
public static partial class Statistics
{
    [Kernel]
    public static double Mean(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x)
        {
            sum += value;
        }

        return sum / x.Length;
    }

    [Kernel]
    public static double Variance(ReadOnlySpan<double> x, double mean)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double difference = x[i] - mean;
            sum += difference * difference;
        }

        return sum / x.Length;
    }

    [Kernel]
    public static double Covariance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sumX = 0;
        double sumY = 0;
        double sumXY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sumX += x[i];
            sumY += y[i];
            sumXY += x[i] * y[i];
        }

        return (sumXY - (sumX * sumY / x.Length)) / x.Length;
    }

    [Kernel]
    public static float Norm(ReadOnlySpan<float> x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i];
        }

        return MathF.Sqrt(sum);
    }

    [Kernel]
    public static double SumOfFloatsInDouble(ReadOnlySpan<float> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    [Kernel]
    public static float Range(ReadOnlySpan<float> x)
    {
        float low = float.PositiveInfinity;
        float high = float.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            low = MathF.Min(low, x[i]);
            high = MathF.Max(high, x[i]);
        }

        return high - low;
    }

    [Kernel]
    public static int WhereSmallest(ReadOnlySpan<float> x)
    {
        int where = 0;
        float smallest = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] < smallest)
            {
                smallest = x[i];
                where = i;
            }
        }

        return where;
    }

    [Kernel]
    public static int CountBelow(ReadOnlySpan<float> x, float limit)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < limit)
            {
                count++;
            }
        }

        return count;
    }

    [Kernel]
    public static float SumWhere(ReadOnlySpan<float> x, ReadOnlySpan<byte> keep)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (keep[i] > 64)
            {
                sum += x[i];
            }
        }

        return sum;
    }

    [Kernel]
    public static float TwoBranches(ReadOnlySpan<float> x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] > 0 ? x[i] : -2 * x[i];
        }

        return sum;
    }

    [Kernel]
    public static bool All(ReadOnlySpan<float> x, float limit)
    {
        bool all = true;
        for (int i = 0; i < x.Length; i++)
        {
            all &= x[i] < limit;
        }

        return all;
    }

    [Kernel]
    public static int Find(ReadOnlySpan<int> x, int wanted)
    {
        int found = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] == wanted)
            {
                found = i;
                break;
            }
        }

        return found;
    }

    [Kernel]
    public static int FindLast(ReadOnlySpan<float> x, float limit)
    {
        int found = -1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                found = i;
            }
        }

        return found;
    }

    [Kernel]
    public static long DotOfIntegers(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        long sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += (long)x[i] * y[i];
        }

        return sum;
    }

    [Kernel]
    public static int DotOfShorts(ReadOnlySpan<short> x, ReadOnlySpan<short> y)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [Kernel]
    public static int Parity(ReadOnlySpan<int> x)
    {
        int bits = 0;
        for (int i = 0; i < x.Length; i++)
        {
            bits ^= x[i];
        }

        return bits;
    }

    [Kernel]
    public static double Polynomial(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += 1 + (x[i] * (0.5 + (x[i] * (0.25 + (x[i] * 0.125)))));
        }

        return sum;
    }

    [Kernel]
    public static double Trapezoid(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double area = 0;
        for (int i = 1; i < x.Length; i++)
        {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) * 0.5;
        }

        return area;
    }
}
