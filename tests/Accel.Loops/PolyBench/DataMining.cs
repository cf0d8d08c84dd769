namespace Accel.Loops.PolyBench;

/// <summary>PolyBench, data mining, and its medley of dynamic programming, paths and filters.</summary>
public static partial class DataMining
{
    private const double Eps = 0.1;

    /// <summary>Correlations of the columns of the data.</summary>
    [Kernel]
    public static void Correlation(double[,] data, double[,] corr, Span<double> mean, Span<double> stddev)
    {
        int n = data.GetLength(0);
        int m = data.GetLength(1);
        double count = n;
        for (int j = 0; j < m; j++)
        {
            mean[j] = 0;
            for (int i = 0; i < n; i++)
            {
                mean[j] += data[i, j];
            }

            mean[j] /= count;
        }

        for (int j = 0; j < m; j++)
        {
            stddev[j] = 0;
            for (int i = 0; i < n; i++)
            {
                stddev[j] += (data[i, j] - mean[j]) * (data[i, j] - mean[j]);
            }

            stddev[j] /= count;
            stddev[j] = Math.Sqrt(stddev[j]);
            stddev[j] = stddev[j] <= Eps ? 1.0 : stddev[j];
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                data[i, j] -= mean[j];
                data[i, j] /= Math.Sqrt(count) * stddev[j];
            }
        }

        for (int i = 0; i < m - 1; i++)
        {
            corr[i, i] = 1;
            for (int j = i + 1; j < m; j++)
            {
                corr[i, j] = 0;
                for (int k = 0; k < n; k++)
                {
                    corr[i, j] += data[k, i] * data[k, j];
                }

                corr[j, i] = corr[i, j];
            }
        }

        corr[m - 1, m - 1] = 1;
    }

    /// <summary>Covariances of the columns of the data.</summary>
    [Kernel]
    public static void Covariance(double[,] data, double[,] cov, Span<double> mean)
    {
        int n = data.GetLength(0);
        int m = data.GetLength(1);
        double count = n;
        for (int j = 0; j < m; j++)
        {
            mean[j] = 0;
            for (int i = 0; i < n; i++)
            {
                mean[j] += data[i, j];
            }

            mean[j] /= count;
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                data[i, j] -= mean[j];
            }
        }

        for (int i = 0; i < m; i++)
        {
            for (int j = i; j < m; j++)
            {
                cov[i, j] = 0;
                for (int k = 0; k < n; k++)
                {
                    cov[i, j] += data[k, i] * data[k, j];
                }

                cov[i, j] /= count - 1;
                cov[j, i] = cov[i, j];
            }
        }
    }

    /// <summary>An edge detector: recursive filters along rows, then along columns.</summary>
    [Kernel]
    public static void Deriche(double[,] image, double[,] result, double[,] y1, double[,] y2)
    {
        const double A1 = 0.19;
        const double A2 = -0.12;
        const double A3 = 0.15;
        const double A4 = -0.11;
        const double B1 = 0.84;
        const double B2 = -0.37;
        int w = image.GetLength(0);
        int h = image.GetLength(1);
        for (int i = 0; i < w; i++)
        {
            double ym1 = 0;
            double ym2 = 0;
            double xm1 = 0;
            for (int j = 0; j < h; j++)
            {
                y1[i, j] = A1 * image[i, j] + A2 * xm1 + B1 * ym1 + B2 * ym2;
                xm1 = image[i, j];
                ym2 = ym1;
                ym1 = y1[i, j];
            }
        }

        for (int i = 0; i < w; i++)
        {
            double yp1 = 0;
            double yp2 = 0;
            double xp1 = 0;
            double xp2 = 0;
            for (int j = h - 1; j >= 0; j--)
            {
                y2[i, j] = A3 * xp1 + A4 * xp2 + B1 * yp1 + B2 * yp2;
                xp2 = xp1;
                xp1 = image[i, j];
                yp2 = yp1;
                yp1 = y2[i, j];
            }
        }

        for (int i = 0; i < w; i++)
        {
            for (int j = 0; j < h; j++)
            {
                result[i, j] = y1[i, j] + y2[i, j];
            }
        }

        for (int j = 0; j < h; j++)
        {
            double tm1 = 0;
            double ym1 = 0;
            double ym2 = 0;
            for (int i = 0; i < w; i++)
            {
                y1[i, j] = A1 * result[i, j] + A2 * tm1 + B1 * ym1 + B2 * ym2;
                tm1 = result[i, j];
                ym2 = ym1;
                ym1 = y1[i, j];
            }
        }

        for (int j = 0; j < h; j++)
        {
            double tp1 = 0;
            double tp2 = 0;
            double yp1 = 0;
            double yp2 = 0;
            for (int i = w - 1; i >= 0; i--)
            {
                y2[i, j] = A3 * tp1 + A4 * tp2 + B1 * yp1 + B2 * yp2;
                tp2 = tp1;
                tp1 = result[i, j];
                yp2 = yp1;
                yp1 = y2[i, j];
            }
        }

        for (int i = 0; i < w; i++)
        {
            for (int j = 0; j < h; j++)
            {
                result[i, j] = y1[i, j] + y2[i, j];
            }
        }
    }

    /// <summary>Lengths of the shortest paths between all vertices.</summary>
    [Kernel]
    public static void FloydWarshall(double[,] path)
    {
        int n = path.GetLength(0);
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    path[i, j] = path[i, j] < path[i, k] + path[k, j] ? path[i, j] : path[i, k] + path[k, j];
                }
            }
        }
    }

    /// <summary>The largest number of pairs of bases that a folded RNA sequence can have.</summary>
    [Kernel]
    public static void Nussinov(ReadOnlySpan<int> seq, int[,] table)
    {
        int n = seq.Length;
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                if (j - 1 >= 0)
                {
                    table[i, j] = Math.Max(table[i, j], table[i, j - 1]);
                }

                if (i + 1 < n)
                {
                    table[i, j] = Math.Max(table[i, j], table[i + 1, j]);
                }

                if (j - 1 >= 0 && i + 1 < n)
                {
                    if (i < j - 1)
                    {
                        table[i, j] = Math.Max(table[i, j], table[i + 1, j - 1] + (seq[i] + seq[j] == 3 ? 1 : 0));
                    }
                    else
                    {
                        table[i, j] = Math.Max(table[i, j], table[i + 1, j - 1]);
                    }
                }

                for (int k = i + 1; k < j; k++)
                {
                    table[i, j] = Math.Max(table[i, j], table[i, k] + table[k + 1, j]);
                }
            }
        }
    }
}
