namespace Accel.Kernels.Tests.Kernels;

/// <summary>Nests of several loops.</summary>
internal static partial class NestKernels
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
    public static void MultiplyInPlace(double[,] a, double[,] b, double[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int k = 0; k < a.GetLength(1); k++)
            {
                for (int j = 0; j < c.GetLength(1); j++)
                {
                    c[i, j] += a[i, k] * b[k, j];
                }
            }
        }
    }

    [Kernel]
    public static void Convolve(ReadOnlySpan<float> x, ReadOnlySpan<float> weights, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float sum = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                sum += weights[k] * x[i + k];
            }

            y[i] = sum;
        }
    }

    [Kernel]
    public static void BlurRows(ReadOnlySpan<float> source, Span<float> target, int width, int height)
    {
        for (int y = 1; y < height - 1; y++)
        {
            int row = y * width;
            for (int x = 0; x < width; x++)
            {
                target[row + x] = source[row + x - width] * 0.25f + source[row + x] * 0.5f + source[row + x + width] * 0.25f;
            }
        }
    }

    [Kernel]
    public static void Escape(Span<int> iterations, int width, int height, int limit)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float cr = x * 3f / width - 2f;
                float ci = y * 2f / height - 1f;
                float zr = 0, zi = 0;
                int count = 0;
                for (int k = 0; k < limit; k++)
                {
                    float r2 = zr * zr, i2 = zi * zi;
                    if (r2 + i2 <= 4f)
                    {
                        zi = 2 * zr * zi + ci;
                        zr = r2 - i2 + cr;
                        count++;
                    }
                }

                iterations[y * width + x] = count;
            }
        }
    }

    [Kernel]
    public static void Triangle(double[,] a)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < i; j++)
            {
                a[i, j] = a[i, j] * 0.5 + j;
            }
        }
    }

    [Kernel]
    public static double TwoNests(ReadOnlySpan<double> x, Span<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
        }

        double mean = x.Length > 0 ? sum / x.Length : 0;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] - mean;
        }

        return mean;
    }

    [Kernel]
    public static void Prefix(ReadOnlySpan<int> x, Span<int> y)
    {
        int sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += x[i];
            y[i] = sum;
        }
    }

    [Kernel]
    public static void Recurrence(Span<int> y)
    {
        for (int i = 1; i < y.Length; i++)
        {
            y[i] = y[i - 1] * 3 + y[i];
        }
    }
}

/// <summary>Loops whose iterations the user calls independent, where analysis cannot see it.</summary>
internal static partial class AssertedKernels
{
    [Kernel]
    public static void Interleave(Span<float> data, int stride, int count)
    {
        foreach (int i in Loop.Parallel(0, count))
        {
            Loop.ExpectVectorized();
            data[i] = data[i + stride] * 0.5f + 1f;
        }
    }
}
