namespace Accel.Kernels.Tests.Kernels;

/// <summary>Subscripts that are read from memory.</summary>
internal static partial class GatherKernels
{
    [Kernel]
    public static void Gather(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[index[i]] * 2;
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
    public static void Table(ReadOnlySpan<int> index, byte[,] table, int row, Span<byte> y)
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
                y[i, j] = x[first[i] + j] + x[first[j] - i + 9];
            }
        }
    }

    [Kernel]
    public static void Permute(ReadOnlySpan<int> index, ReadOnlySpan<int> x, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[index[i]];
        }
    }
}
