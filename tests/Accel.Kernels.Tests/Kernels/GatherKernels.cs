namespace Accel.Kernels.Tests.Kernels;

/// <summary>Subscripts that are read from memory, in loops with enough to compute for vectors to be worth it.</summary>
internal static partial class GatherKernels
{
    [Kernel]
    public static void Gather(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float v = x[index[i]];
            y[i] = MathF.Sqrt(v) * MathF.Sqrt(v + 1) * 2;
        }
    }

    [Kernel]
    public static void Beside(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = MathF.Sqrt(x[index[i] + 1]) * MathF.Sqrt(x[index[i] - 1]);
        }
    }

    [Kernel]
    public static double SparseDot(int[] columns, double[] values, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            int column = columns[i];
            sum += values[i] * x[column];
        }

        return sum;
    }

    [Kernel]
    public static void Table(ReadOnlySpan<int> index, int[,] table, int row, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            if (index[i] > 2)
            {
                y[i] = table[row, (2 * index[i]) + 1];
            }
        }
    }

    [Kernel]
    public static void PerRow(ReadOnlySpan<int> first, ReadOnlySpan<float> x, float[,] y)
    {
        for (int i = 0; i < y.GetLength(0); i++)
        {
            for (int j = 0; j < y.GetLength(1); j++)
            {
                y[i, j] = MathF.Sqrt(x[first[i] + j]) + MathF.Sqrt(x[first[j] - i + 9]);
            }
        }
    }

    [Kernel]
    public static void Permute(ReadOnlySpan<int> index, ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int v = x[index[i]];
            y[i] = ((((v * 3) ^ (v << 2)) + (v & 7)) ^ ((v >> 1) | 1) ^ (v * 5)) & 31;
        }
    }

    [Kernel]
    public static void Scatter(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float v = MathF.Sqrt(x[i]);
            y[index[i]] = MathF.Sqrt(v) + MathF.Sqrt(v * 3) + (v * x[i]);
        }
    }

    [Kernel]
    public static void ScatterSome(int[] index, ReadOnlySpan<short> x, Span<short> y, Span<double> z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 3)
            {
                y[2 * index[i]] = x[i];
            }

            z[i] = (Math.Sqrt(x[i] * 0.5) * Math.Sqrt(x[i])) + Math.Sqrt(x[i] + 2);
        }
    }
}
