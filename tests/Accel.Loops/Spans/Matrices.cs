namespace Accel.Loops.Spans;

/// <summary>Nests over matrices and vectors.</summary>
public static partial class Matrices
{
    [Kernel]
    public static void Multiply(float[,] a, float[,] b, float[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                float sum = 0;
                for (int k = 0; k < a.GetLength(1); k++)
                {
                    sum += a[i, k] * b[k, j];
                }

                c[i, j] = sum;
            }
        }
    }

    [Kernel]
    public static void MultiplyTransposed(float[,] a, float[,] b, float[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                float sum = 0;
                for (int k = 0; k < a.GetLength(1); k++)
                {
                    sum += a[i, k] * b[j, k];
                }

                c[i, j] = sum;
            }
        }
    }

    [Kernel]
    public static void TimesVector(float[,] a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            y[i] = 0;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                y[i] += a[i, j] * x[j];
            }
        }
    }

    [Kernel]
    public static void VectorTimes(float[,] a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int j = 0; j < a.GetLength(1); j++)
        {
            y[j] = 0;
            for (int i = 0; i < a.GetLength(0); i++)
            {
                y[j] += x[i] * a[i, j];
            }
        }
    }

    [Kernel]
    public static void Outer(float[,] a, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                a[i, j] += x[i] * y[j];
            }
        }
    }

    [Kernel]
    public static void Transpose(float[,] a, float[,] b)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                b[j, i] = a[i, j];
            }
        }
    }

    [Kernel]
    public static void Symmetrize(float[,] a)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = i + 1; j < a.GetLength(1); j++)
            {
                a[i, j] = a[j, i];
            }
        }
    }

    [Kernel]
    public static void RowMaxima(float[,] a, Span<float> largest)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            float max = float.NegativeInfinity;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                max = MathF.Max(max, a[i, j]);
            }

            largest[i] = max;
        }
    }

    [Kernel]
    public static void ColumnSums(float[,] a, Span<float> sums)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                sums[j] += a[i, j];
            }
        }
    }

    [Kernel]
    public static void NormalizeRows(float[,] a)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            float sum = 0;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                sum += a[i, j] * a[i, j];
            }

            float scale = 1 / MathF.Sqrt(sum);
            for (int j = 0; j < a.GetLength(1); j++)
            {
                a[i, j] *= scale;
            }
        }
    }

    [Kernel]
    public static void Softmax(float[,] a)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            float max = a[i, 0];
            for (int j = 0; j < a.GetLength(1); j++)
            {
                max = MathF.Max(max, a[i, j]);
            }

            float sum = 0;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                float e = MathF.Exp(a[i, j] - max);
                a[i, j] = e;
                sum += e;
            }

            for (int j = 0; j < a.GetLength(1); j++)
            {
                a[i, j] /= sum;
            }
        }
    }

    [Kernel]
    public static void Distances(float[,] points, float[,] distances)
    {
        for (int i = 0; i < distances.GetLength(0); i++)
        {
            for (int j = 0; j < distances.GetLength(1); j++)
            {
                float sum = 0;
                for (int k = 0; k < points.GetLength(0); k++)
                {
                    float difference = points[k, i] - points[k, j];
                    sum += difference * difference;
                }

                distances[i, j] = MathF.Sqrt(sum);
            }
        }
    }

    [Kernel]
    public static void SolveLower(float[,] l, Span<float> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                x[i] -= l[i, j] * x[j] * 0.01f;
            }
        }
    }

    [Kernel]
    public static void FlatMultiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                for (int j = 0; j < n; j++)
                {
                    c[(i * n) + j] += a[(i * n) + k] * b[(k * n) + j];
                }
            }
        }
    }

    [Kernel]
    public static void Gravity(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> ax, Span<float> ay)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float sumX = 0;
            float sumY = 0;
            for (int j = 0; j < x.Length; j++)
            {
                float dx = x[j] - x[i];
                float dy = y[j] - y[i];
                float squared = (dx * dx) + (dy * dy) + 0.01f;
                float weight = 1 / (squared * MathF.Sqrt(squared));
                sumX += weight * dx;
                sumY += weight * dy;
            }

            ax[i] = sumX;
            ay[i] = sumY;
        }
    }
}
