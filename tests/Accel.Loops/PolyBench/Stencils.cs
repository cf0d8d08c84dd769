namespace Accel.Loops.PolyBench;

/// <summary>PolyBench: stencils, each over a number of time steps.</summary>
public static class Stencils
{
    /// <summary>Heat conduction by the alternating direction implicit method.</summary>
    [Kernel]
    public static void Adi(int steps, double[,] u, double[,] v, double[,] p, double[,] q)
    {
        int n = u.GetLength(0);
        double dx = 1.0 / n;
        double dt = 1.0 / steps;
        double mul1 = 2.0 * dt / (dx * dx);
        double mul2 = dt / (dx * dx);
        double a = -mul1 / 2.0;
        double b = 1.0 + mul1;
        double c = a;
        double d = -mul2 / 2.0;
        double e = 1.0 + mul2;
        double f = d;
        for (int t = 1; t <= steps; t++)
        {
            for (int i = 1; i < n - 1; i++)
            {
                v[0, i] = 1.0;
                p[i, 0] = 0.0;
                q[i, 0] = v[0, i];
                for (int j = 1; j < n - 1; j++)
                {
                    p[i, j] = -c / (a * p[i, j - 1] + b);
                    q[i, j] = (-d * u[j, i - 1] + (1.0 + 2.0 * d) * u[j, i] - f * u[j, i + 1] - a * q[i, j - 1]) / (a * p[i, j - 1] + b);
                }

                v[n - 1, i] = 1.0;
                for (int j = n - 2; j >= 1; j--)
                {
                    v[j, i] = p[i, j] * v[j + 1, i] + q[i, j];
                }
            }

            for (int i = 1; i < n - 1; i++)
            {
                u[i, 0] = 1.0;
                p[i, 0] = 0.0;
                q[i, 0] = u[i, 0];
                for (int j = 1; j < n - 1; j++)
                {
                    p[i, j] = -f / (d * p[i, j - 1] + e);
                    q[i, j] = (-a * v[i - 1, j] + (1.0 + 2.0 * a) * v[i, j] - c * v[i + 1, j] - d * q[i, j - 1]) / (d * p[i, j - 1] + e);
                }

                u[i, n - 1] = 1.0;
                for (int j = n - 2; j >= 1; j--)
                {
                    u[i, j] = p[i, j] * u[i, j + 1] + q[i, j];
                }
            }
        }
    }

    /// <summary>Maxwell's equations in two dimensions by finite differences in time.</summary>
    [Kernel]
    public static void Fdtd2d(int steps, double[,] ex, double[,] ey, double[,] hz, ReadOnlySpan<double> source)
    {
        int nx = ex.GetLength(0);
        int ny = ex.GetLength(1);
        for (int t = 0; t < steps; t++)
        {
            for (int j = 0; j < ny; j++)
            {
                ey[0, j] = source[t];
            }

            for (int i = 1; i < nx; i++)
            {
                for (int j = 0; j < ny; j++)
                {
                    ey[i, j] = ey[i, j] - 0.5 * (hz[i, j] - hz[i - 1, j]);
                }
            }

            for (int i = 0; i < nx; i++)
            {
                for (int j = 1; j < ny; j++)
                {
                    ex[i, j] = ex[i, j] - 0.5 * (hz[i, j] - hz[i, j - 1]);
                }
            }

            for (int i = 0; i < nx - 1; i++)
            {
                for (int j = 0; j < ny - 1; j++)
                {
                    hz[i, j] = hz[i, j] - 0.7 * (ex[i, j + 1] - ex[i, j] + ey[i + 1, j] - ey[i, j]);
                }
            }
        }
    }

    /// <summary>Heat conduction in a cube of n by n by n points, stored row after row.</summary>
    [Kernel]
    public static void Heat3d(int steps, int n, Span<double> a, Span<double> b)
    {
        for (int t = 1; t <= steps; t++)
        {
            for (int i = 1; i < n - 1; i++)
            {
                for (int j = 1; j < n - 1; j++)
                {
                    for (int k = 1; k < n - 1; k++)
                    {
                        b[(i * n + j) * n + k] = 0.125 * (a[((i + 1) * n + j) * n + k] - 2.0 * a[(i * n + j) * n + k] + a[((i - 1) * n + j) * n + k])
                            + 0.125 * (a[(i * n + j + 1) * n + k] - 2.0 * a[(i * n + j) * n + k] + a[(i * n + j - 1) * n + k])
                            + 0.125 * (a[(i * n + j) * n + k + 1] - 2.0 * a[(i * n + j) * n + k] + a[(i * n + j) * n + k - 1])
                            + a[(i * n + j) * n + k];
                    }
                }
            }

            for (int i = 1; i < n - 1; i++)
            {
                for (int j = 1; j < n - 1; j++)
                {
                    for (int k = 1; k < n - 1; k++)
                    {
                        a[(i * n + j) * n + k] = 0.125 * (b[((i + 1) * n + j) * n + k] - 2.0 * b[(i * n + j) * n + k] + b[((i - 1) * n + j) * n + k])
                            + 0.125 * (b[(i * n + j + 1) * n + k] - 2.0 * b[(i * n + j) * n + k] + b[(i * n + j - 1) * n + k])
                            + 0.125 * (b[(i * n + j) * n + k + 1] - 2.0 * b[(i * n + j) * n + k] + b[(i * n + j) * n + k - 1])
                            + b[(i * n + j) * n + k];
                    }
                }
            }
        }
    }

    /// <summary>Means of three neighbours.</summary>
    [Kernel]
    public static void Jacobi1d(int steps, Span<double> a, Span<double> b)
    {
        for (int t = 0; t < steps; t++)
        {
            for (int i = 1; i < a.Length - 1; i++)
            {
                b[i] = 0.33333 * (a[i - 1] + a[i] + a[i + 1]);
            }

            for (int i = 1; i < a.Length - 1; i++)
            {
                a[i] = 0.33333 * (b[i - 1] + b[i] + b[i + 1]);
            }
        }
    }

    /// <summary>Means of five neighbours.</summary>
    [Kernel]
    public static void Jacobi2d(int steps, double[,] a, double[,] b)
    {
        int n = a.GetLength(0);
        for (int t = 0; t < steps; t++)
        {
            for (int i = 1; i < n - 1; i++)
            {
                for (int j = 1; j < n - 1; j++)
                {
                    b[i, j] = 0.2 * (a[i, j] + a[i, j - 1] + a[i, 1 + j] + a[1 + i, j] + a[i - 1, j]);
                }
            }

            for (int i = 1; i < n - 1; i++)
            {
                for (int j = 1; j < n - 1; j++)
                {
                    a[i, j] = 0.2 * (b[i, j] + b[i, j - 1] + b[i, 1 + j] + b[1 + i, j] + b[i - 1, j]);
                }
            }
        }
    }

    /// <summary>Means of nine neighbours, in place.</summary>
    [Kernel]
    public static void Seidel2d(int steps, double[,] a)
    {
        int n = a.GetLength(0);
        for (int t = 0; t <= steps - 1; t++)
        {
            for (int i = 1; i <= n - 2; i++)
            {
                for (int j = 1; j <= n - 2; j++)
                {
                    a[i, j] = (a[i - 1, j - 1] + a[i - 1, j] + a[i - 1, j + 1] + a[i, j - 1] + a[i, j] + a[i, j + 1] + a[i + 1, j - 1] + a[i + 1, j] + a[i + 1, j + 1]) / 9.0;
                }
            }
        }
    }
}
