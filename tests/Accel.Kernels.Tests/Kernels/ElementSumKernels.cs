namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops that accumulate into an element of a span or a matrix.</summary>
internal static partial class ElementSumKernels
{
    [Kernel]
    public static void MatrixTimesVector(double[,] a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                y[i] += a[i, j] * x[j];
            }
        }
    }

    /// <summary>Two sums into elements, and a vector beside.</summary>
    [Kernel]
    public static void RowsAndColumns(float[,] a, Span<float> columns, Span<float> rows, Span<int> positive)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            rows[i] = 0;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                columns[j] = columns[j] + a[i, j];
                rows[i] = rows[i] + a[i, j];
                if (a[i, j] > 0)
                {
                    positive[i]++;
                }
            }
        }
    }

    /// <summary>Forward substitution: the loop reads what lies before the element that it keeps.</summary>
    [Kernel]
    public static void Solve(double[,] l, Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                x[i] -= l[i, j] * x[j];
            }

            x[i] /= 3;
        }
    }

    /// <summary>The largest of each row and all rows before it; rows may be empty.</summary>
    [Kernel]
    public static void Largest(int[,] a, Span<int> largest, int from)
    {
        for (int i = 0; i < largest.Length; i++)
        {
            for (int j = from; j < a.GetLength(1); j++)
            {
                largest[i] = Math.Max(largest[i], a[i, j]);
            }
        }
    }

    /// <summary>Columns as lanes, each with a sum in memory; the matrix is written at both sides of its diagonal.</summary>
    [Kernel]
    public static void Products(double[,] data, double[,] products)
    {
        for (int i = 0; i < data.GetLength(1); i++)
        {
            for (int j = i; j < data.GetLength(1); j++)
            {
                products[i, j] = 0;
                for (int k = 0; k < data.GetLength(0); k++)
                {
                    products[i, j] += data[k, i] * data[k, j];
                }

                products[j, i] = products[i, j];
            }
        }
    }

    /// <summary>A sum over all of a window, one element for two loops.</summary>
    [Kernel]
    public static void Windows(ReadOnlySpan<float> x, Span<float> y, int width)
    {
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = 0; j < width; j++)
            {
                for (int k = 0; k < 3; k++)
                {
                    y[i] += x[i + j + k];
                }
            }
        }
    }

    /// <summary>For spans that overlap.</summary>
    [Kernel]
    public static void AddAll(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                y[i] += x[j] * 0.5f;
            }
        }
    }

    /// <summary>Writes one span while it sums into another, which it does not read otherwise.</summary>
    [Kernel]
    public static void CountAndClear(Span<float> x, Span<float> y)
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                y[i] += j;
                x[j] = 0.25f;
            }
        }
    }
}
