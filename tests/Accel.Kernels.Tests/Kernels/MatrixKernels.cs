namespace Accel.Kernels.Tests.Kernels;

/// <summary>Nests whose rows run side by side and go over a matrix tile by tile.</summary>
public static partial class MatrixKernels
{
    /// <summary>Rows of one span: they are apart only where <paramref name="stride"/> is at least <paramref name="columns"/>.</summary>
    [Kernel]
    public static void ProductInSpans(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, Span<double> done, int rows, int inner, int columns, int stride)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                c[(i * stride) + j] = 0.5;
            }

            for (int k = 0; k < inner; k++)
            {
                double factor = a[(i * inner) + k];
                for (int j = 0; j < columns; j++)
                {
                    c[(i * stride) + j] += factor * b[(k * columns) + j];
                }
            }

            done[i] = columns;
        }
    }

    /// <summary>Names that generated code has a use for.</summary>
    [Kernel]
    public static void ProductByElement(float[,] isFirst, float[,] innerLast, float[,] isIndependent)
    {
        for (int i = isIndependent.GetLength(0) - 1; i >= 0; i--)
        {
            for (int j = 0; j < isIndependent.GetLength(1); j++)
            {
                float sum = 0;
                for (int k = 0; k <= isFirst.GetLength(1) - 1; k++)
                {
                    sum += isFirst[i, k] * innerLast[k, j];
                }

                isIndependent[i, j] = sum;
            }
        }
    }

    [Kernel]
    public static void AddProduct(double[,] a, double[,] b, double[,] c, int first)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = first; j < c.GetLength(1); j++)
            {
                for (int k = 0; k < a.GetLength(1); k++)
                {
                    c[i, j] += a[i, k] * b[k, j];
                }
            }
        }
    }

    [Kernel]
    public static void NineNeighbours(float[,] x, float[,] y)
    {
        for (int i = 1; i < x.GetLength(0) - 1; i++)
        {
            for (int j = 1; j < x.GetLength(1) - 1; j++)
            {
                y[i, j] = x[i - 1, j - 1] + x[i - 1, j] + x[i - 1, j + 1] + x[i, j] + x[i + 1, j - 1] + x[i + 1, j];
            }
        }
    }
}
