namespace Accel.Gpu.Tests.Codegen;

/// <summary>Kernels that accumulate, in the outermost loop or inside a thread.</summary>
internal static partial class ReductionKernels
{
    [Kernel]
    public static float Sum(ReadOnlySpan<float> x)
    {
        float sum = 0.5f;
        foreach (float value in x)
        {
            sum += value;
        }

        return sum;
    }

    [Kernel]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [Kernel]
    public static void Several(ReadOnlySpan<float> x, Span<float> result, Span<float> copy)
    {
        float sum = 0;
        float product = 1;
        float least = float.MaxValue;
        float most = float.MinValue;
        int count = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float value = x[i];
            product *= 1f + (value * 1e-4f);
            least = MathF.Min(least, value);
            most = MathF.Max(most, value);
            if (value > 0.5f)
            {
                sum -= value * value;
                count++;
            }

            copy[i] = value + 1f;
        }

        result[0] = sum;
        result[1] = product;
        result[2] = least;
        result[3] = most;
        result[4] = count;
    }

    [Kernel]
    public static long Checksum(ReadOnlySpan<int> x)
    {
        long sum = 1;
        for (int i = 0; i < x.Length; i++)
        {
            sum += (long)x[i] * x[i];
        }

        return sum;
    }

    [Kernel]
    public static void RowSums(float[,] matrix, Span<float> sums)
    {
        for (int r = 0; r < sums.Length; r++)
        {
            float sum = 0;
            for (int c = 0; c < matrix.GetLength(1); c++)
            {
                sum += matrix[r, c] * matrix[r, c];
            }

            sums[r] = sum;
        }
    }

    [Kernel]
    public static void Product(double[,] a, double[,] b, double[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                double sum = 0;
                for (int k = 0; k < a.GetLength(1); k++)
                {
                    sum += a[i, k] * b[k, j];
                }

                c[i, j] = sum;
            }
        }
    }
}
