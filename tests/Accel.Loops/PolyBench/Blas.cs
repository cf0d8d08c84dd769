namespace Accel.Loops.PolyBench;

/// <summary>PolyBench, linear algebra: BLAS routines.</summary>
public static class Blas
{
    /// <summary>C = alpha A B + beta C.</summary>
    [Kernel]
    public static void Gemm(double alpha, double beta, double[,] c, double[,] a, double[,] b)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                c[i, j] *= beta;
            }

            for (int k = 0; k < a.GetLength(1); k++)
            {
                for (int j = 0; j < c.GetLength(1); j++)
                {
                    c[i, j] += alpha * a[i, k] * b[k, j];
                }
            }
        }
    }

    /// <summary>A = A + u1 v1' + u2 v2'; x = beta A' y + z; w = alpha A x.</summary>
    [Kernel]
    public static void Gemver(
        double alpha, double beta, double[,] a, ReadOnlySpan<double> u1, ReadOnlySpan<double> v1, ReadOnlySpan<double> u2, ReadOnlySpan<double> v2,
        Span<double> w, Span<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z)
    {
        int n = a.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i, j] = a[i, j] + u1[i] * v1[j] + u2[i] * v2[j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                x[i] = x[i] + beta * a[j, i] * y[j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            x[i] = x[i] + z[i];
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                w[i] = w[i] + alpha * a[i, j] * x[j];
            }
        }
    }

    /// <summary>y = alpha A x + beta B x.</summary>
    [Kernel]
    public static void Gesummv(double alpha, double beta, double[,] a, double[,] b, Span<double> scratch, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            scratch[i] = 0;
            y[i] = 0;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                scratch[i] = a[i, j] * x[j] + scratch[i];
                y[i] = b[i, j] * x[j] + y[i];
            }

            y[i] = alpha * scratch[i] + beta * y[i];
        }
    }

    /// <summary>C = alpha A B + beta C, A symmetric, of which the lower triangle is stored.</summary>
    [Kernel]
    public static void Symm(double alpha, double beta, double[,] c, double[,] a, double[,] b)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                double sum = 0;
                for (int k = 0; k < i; k++)
                {
                    c[k, j] += alpha * b[i, j] * a[i, k];
                    sum += b[k, j] * a[i, k];
                }

                c[i, j] = beta * c[i, j] + alpha * b[i, j] * a[i, i] + alpha * sum;
            }
        }
    }

    /// <summary>C = alpha A B' + alpha B A' + beta C, the lower triangle of it.</summary>
    [Kernel]
    public static void Syr2k(double alpha, double beta, double[,] c, double[,] a, double[,] b)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j <= i; j++)
            {
                c[i, j] *= beta;
            }

            for (int k = 0; k < a.GetLength(1); k++)
            {
                for (int j = 0; j <= i; j++)
                {
                    c[i, j] += a[j, k] * alpha * b[i, k] + b[j, k] * alpha * a[i, k];
                }
            }
        }
    }

    /// <summary>C = alpha A A' + beta C, the lower triangle of it.</summary>
    [Kernel]
    public static void Syrk(double alpha, double beta, double[,] c, double[,] a)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j <= i; j++)
            {
                c[i, j] *= beta;
            }

            for (int k = 0; k < a.GetLength(1); k++)
            {
                for (int j = 0; j <= i; j++)
                {
                    c[i, j] += alpha * a[i, k] * a[j, k];
                }
            }
        }
    }

    /// <summary>B = alpha A' B, A unit lower triangular.</summary>
    [Kernel]
    public static void Trmm(double alpha, double[,] a, double[,] b)
    {
        for (int i = 0; i < b.GetLength(0); i++)
        {
            for (int j = 0; j < b.GetLength(1); j++)
            {
                for (int k = i + 1; k < a.GetLength(0); k++)
                {
                    b[i, j] += a[k, i] * b[k, j];
                }

                b[i, j] = alpha * b[i, j];
            }
        }
    }
}
