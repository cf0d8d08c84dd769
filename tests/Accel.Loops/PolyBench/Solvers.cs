namespace Accel.Loops.PolyBench;

/// <summary>PolyBench, linear algebra: solvers.</summary>
public static class Solvers
{
    /// <summary>A = L L' in place, A positive definite.</summary>
    [Kernel]
    public static void Cholesky(double[,] a)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < i; j++)
            {
                for (int k = 0; k < j; k++)
                {
                    a[i, j] -= a[i, k] * a[j, k];
                }

                a[i, j] /= a[j, j];
            }

            for (int k = 0; k < i; k++)
            {
                a[i, i] -= a[i, k] * a[i, k];
            }

            a[i, i] = Math.Sqrt(a[i, i]);
        }
    }

    /// <summary>Solves the Yule-Walker equations of r.</summary>
    [Kernel]
    public static void Durbin(ReadOnlySpan<double> r, Span<double> y, Span<double> z)
    {
        y[0] = -r[0];
        double beta = 1;
        double alpha = -r[0];
        for (int k = 1; k < r.Length; k++)
        {
            beta = (1 - alpha * alpha) * beta;
            double sum = 0;
            for (int i = 0; i < k; i++)
            {
                sum += r[k - i - 1] * y[i];
            }

            alpha = -(r[k] + sum) / beta;
            for (int i = 0; i < k; i++)
            {
                z[i] = y[i] + alpha * y[k - i - 1];
            }

            for (int i = 0; i < k; i++)
            {
                y[i] = z[i];
            }

            y[k] = alpha;
        }
    }

    /// <summary>A = Q R by the modified Gram-Schmidt process.</summary>
    [Kernel]
    public static void GramSchmidt(double[,] a, double[,] r, double[,] q)
    {
        int m = a.GetLength(0);
        int n = a.GetLength(1);
        for (int k = 0; k < n; k++)
        {
            double norm = 0;
            for (int i = 0; i < m; i++)
            {
                norm += a[i, k] * a[i, k];
            }

            r[k, k] = Math.Sqrt(norm);
            for (int i = 0; i < m; i++)
            {
                q[i, k] = a[i, k] / r[k, k];
            }

            for (int j = k + 1; j < n; j++)
            {
                r[k, j] = 0;
                for (int i = 0; i < m; i++)
                {
                    r[k, j] += q[i, k] * a[i, j];
                }

                for (int i = 0; i < m; i++)
                {
                    a[i, j] = a[i, j] - q[i, k] * r[k, j];
                }
            }
        }
    }

    /// <summary>A = L U in place, without pivoting.</summary>
    [Kernel]
    public static void Lu(double[,] a)
    {
        int n = a.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                for (int k = 0; k < j; k++)
                {
                    a[i, j] -= a[i, k] * a[k, j];
                }

                a[i, j] /= a[j, j];
            }

            for (int j = i; j < n; j++)
            {
                for (int k = 0; k < i; k++)
                {
                    a[i, j] -= a[i, k] * a[k, j];
                }
            }
        }
    }

    /// <summary>Solves A x = b by A = L U.</summary>
    [Kernel]
    public static void Ludcmp(double[,] a, ReadOnlySpan<double> b, Span<double> x, Span<double> y)
    {
        int n = a.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double w = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    w -= a[i, k] * a[k, j];
                }

                a[i, j] = w / a[j, j];
            }

            for (int j = i; j < n; j++)
            {
                double w = a[i, j];
                for (int k = 0; k < i; k++)
                {
                    w -= a[i, k] * a[k, j];
                }

                a[i, j] = w;
            }
        }

        for (int i = 0; i < n; i++)
        {
            double w = b[i];
            for (int j = 0; j < i; j++)
            {
                w -= a[i, j] * y[j];
            }

            y[i] = w;
        }

        for (int i = n - 1; i >= 0; i--)
        {
            double w = y[i];
            for (int j = i + 1; j < n; j++)
            {
                w -= a[i, j] * x[j];
            }

            x[i] = w / a[i, i];
        }
    }

    /// <summary>Solves L x = b, L lower triangular.</summary>
    [Kernel]
    public static void Trisolv(double[,] l, Span<double> x, ReadOnlySpan<double> b)
    {
        for (int i = 0; i < l.GetLength(0); i++)
        {
            x[i] = b[i];
            for (int j = 0; j < i; j++)
            {
                x[i] -= l[i, j] * x[j];
            }

            x[i] = x[i] / l[i, i];
        }
    }
}
