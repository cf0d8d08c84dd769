namespace Accel.Kernels.Tests.Kernels;

/// <summary>Loops whose iterations meet on the two sides of one place.</summary>
internal static partial class SplitKernels
{
    [Kernel]
    public static void Middle(Span<float> x, ReadOnlySpan<float> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[x.Length / 2] + y[i];
        }
    }

    [Kernel]
    public static void Behind(Span<int> x, Span<int> y, int k)
    {
        for (int i = x.Length - 1; i >= 0; i--)
        {
            x[i] = i - y[i];
            y[i] = x[k] + x[i];
        }
    }

    [Kernel]
    public static void Mirror(Span<float> x, Span<float> y, ReadOnlySpan<float> z)
    {
        for (int i = 0; i < x.Length; i++)
        {
            float v = x[x.Length - i - 1] + (y[i] * z[i]);
            x[i] = v - 1;
            y[i] = v;
        }
    }

    [Kernel]
    public static void MirrorOfBytes(Span<byte> x)
    {
        for (int i = x.Length - 1; i >= 0; i--)
        {
            x[i] += x[^(i + 1)];
        }
    }

    [Kernel]
    public static void ShortestPaths(Span<int> distances, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    int by = distances[(i * n) + k] + distances[(k * n) + j];
                    if (by < distances[(i * n) + j])
                    {
                        distances[(i * n) + j] = by;
                    }
                }
            }
        }
    }

    [Kernel]
    public static void WidestPaths(double[,] widths)
    {
        for (int k = 0; k < widths.GetLength(0); k++)
        {
            for (int i = 0; i < widths.GetLength(0); i++)
            {
                for (int j = 0; j < widths.GetLength(1); j++)
                {
                    widths[i, j] = Math.Max(widths[i, j], Math.Min(widths[i, k], widths[k, j]));
                }
            }
        }
    }

    [Kernel]
    public static void Normalize(Span<double> x, int w, int k)
    {
        for (int y = 0; y < x.Length / w; y++)
        {
            for (int i = 0; i < w; i++)
            {
                x[(y * w) + i] /= x[(y * w) + k];
            }
        }
    }
}
