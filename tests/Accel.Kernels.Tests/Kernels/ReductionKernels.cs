namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that carry accumulators.</summary>
internal static partial class ReductionKernels
{
    [Kernel]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 3.5f;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [Kernel]
    public static double Norm(ReadOnlySpan<double> x)
    {
        double s = 0;
        foreach (double v in x)
        {
            s += v * v;
        }

        return Math.Sqrt(s);
    }

    [Kernel]
    public static double WideSum(ReadOnlySpan<float> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum -= x[i];
        }

        return sum;
    }

    [Kernel]
    public static float Conditional(ReadOnlySpan<float> x, float limit)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                sum += x[i];
            }
        }

        return sum;
    }

    [Kernel]
    public static int Count(ReadOnlySpan<float> x, float limit)
    {
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > limit)
            {
                count++;
            }
        }

        return count;
    }

    [Kernel]
    public static long Mixed(ReadOnlySpan<int> x, Span<int> y)
    {
        long sum = 5;
        int least = int.MaxValue;
        uint bits = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            least = Math.Min(least, x[i]);
            bits ^= (uint)x[i];
            y[i] = x[i] + 1;
        }

        return sum * 31 + least + bits;
    }

    [Kernel]
    public static float Extremes(ReadOnlySpan<float> x)
    {
        float least = float.PositiveInfinity;
        float greatest = float.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            least = MathF.Min(least, x[i]);
            greatest = MathF.Max(x[i], greatest);
        }

        return greatest - least;
    }

    [Kernel]
    public static int GreatestByComparison(ReadOnlySpan<int> x)
    {
        int greatest = int.MinValue;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > greatest)
            {
                greatest = x[i];
            }
        }

        return greatest;
    }

    [Kernel]
    public static double Product(ReadOnlySpan<double> x)
    {
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            product *= x[i];
        }

        return product;
    }

    [Kernel(FloatMode = FloatMode.Strict)]
    public static float StrictSum(ReadOnlySpan<float> x)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    [Kernel]
    public static void RowSums(float[,] a, Span<float> sums)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            float sum = 0;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                sum += a[i, j];
            }

            sums[i] = sum;
        }
    }

    /// <summary>Conditions of all elements, of any and of an odd number of them.</summary>
    [Kernel]
    public static int Conditions(ReadOnlySpan<float> x, ReadOnlySpan<byte> y)
    {
        bool all = true;
        bool any = false;
        bool odd = false;
        bool allBytes = true;
        for (int i = 0; i < x.Length; i++)
        {
            all &= x[i] < 3.99f;
            any |= x[i] > 3.9f;
            odd ^= x[i] > 0;
        }

        for (int i = 0; i < y.Length; i++)
        {
            allBytes &= y[i] != 7;
        }

        return (all ? 1 : 0) + (any ? 2 : 0) + (odd ? 4 : 0) + (allBytes ? 8 : 0);
    }

    /// <summary>Bools from memory, into bools by reference.</summary>
    [Kernel]
    public static void Flags(ReadOnlySpan<bool> x, ref bool all, ref bool any, ref bool odd)
    {
        for (int i = 0; i < x.Length; i++)
        {
            all &= x[i];
            any |= x[i];
            odd ^= x[i];
        }
    }
}
