namespace Accel.Loops.PolyBench;

/// <summary>PolyBench, linear algebra: kernels.</summary>
public static class LinearAlgebra
{
    /// <summary>D = alpha A B C + beta D.</summary>
    [Kernel]
    public static void TwoMm(double alpha, double beta, double[,] product, double[,] a, double[,] b, double[,] c, double[,] d)
    {
        int n = a.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                product[i, j] = 0;
                for (int k = 0; k < n; k++)
                {
                    product[i, j] += alpha * a[i, k] * b[k, j];
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                d[i, j] *= beta;
                for (int k = 0; k < n; k++)
                {
                    d[i, j] += product[i, k] * c[k, j];
                }
            }
        }
    }

    /// <summary>G = (A B) (C D).</summary>
    [Kernel]
    public static void ThreeMm(double[,] e, double[,] a, double[,] b, double[,] f, double[,] c, double[,] d, double[,] g)
    {
        int n = a.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                e[i, j] = 0;
                for (int k = 0; k < n; k++)
                {
                    e[i, j] += a[i, k] * b[k, j];
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                f[i, j] = 0;
                for (int k = 0; k < n; k++)
                {
                    f[i, j] += c[i, k] * d[k, j];
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                g[i, j] = 0;
                for (int k = 0; k < n; k++)
                {
                    g[i, j] += e[i, k] * f[k, j];
                }
            }
        }
    }

    /// <summary>y = A' A x.</summary>
    [Kernel]
    public static void Atax(double[,] a, ReadOnlySpan<double> x, Span<double> y, Span<double> scratch)
    {
        for (int i = 0; i < a.GetLength(1); i++)
        {
            y[i] = 0;
        }

        for (int i = 0; i < a.GetLength(0); i++)
        {
            scratch[i] = 0;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                scratch[i] = scratch[i] + a[i, j] * x[j];
            }

            for (int j = 0; j < a.GetLength(1); j++)
            {
                y[j] = y[j] + a[i, j] * scratch[i];
            }
        }
    }

    /// <summary>s = A' r; q = A p.</summary>
    [Kernel]
    public static void Bicg(double[,] a, Span<double> s, Span<double> q, ReadOnlySpan<double> p, ReadOnlySpan<double> r)
    {
        for (int i = 0; i < a.GetLength(1); i++)
        {
            s[i] = 0;
        }

        for (int i = 0; i < a.GetLength(0); i++)
        {
            q[i] = 0;
            for (int j = 0; j < a.GetLength(1); j++)
            {
                s[j] = s[j] + r[i] * a[i, j];
                q[i] = q[i] + a[i, j] * p[j];
            }
        }
    }

    /// <summary>Each row of a block, n by n rows of n in all, is multiplied by a matrix.</summary>
    [Kernel]
    public static void Doitgen(Span<double> block, double[,] c4, Span<double> sum)
    {
        int n = c4.GetLength(0);
        for (int r = 0; r < n; r++)
        {
            for (int q = 0; q < n; q++)
            {
                for (int p = 0; p < n; p++)
                {
                    sum[p] = 0;
                    for (int s = 0; s < n; s++)
                    {
                        sum[p] += block[(r * n + q) * n + s] * c4[s, p];
                    }
                }

                for (int p = 0; p < n; p++)
                {
                    block[(r * n + q) * n + p] = sum[p];
                }
            }
        }
    }

    /// <summary>x1 = x1 + A y1; x2 = x2 + A' y2.</summary>
    [Kernel]
    public static void Mvt(Span<double> x1, Span<double> x2, ReadOnlySpan<double> y1, ReadOnlySpan<double> y2, double[,] a)
    {
        int n = a.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                x1[i] = x1[i] + a[i, j] * y1[j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                x2[i] = x2[i] + a[j, i] * y2[j];
            }
        }
    }
}
