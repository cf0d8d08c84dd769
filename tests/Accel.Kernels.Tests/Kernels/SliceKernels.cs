using System.Numerics;

namespace Accel.Kernels.Tests.Kernels;

/// <summary>Slices that are made inside the nest: rows, windows, blocks.</summary>
internal static partial class SliceKernels
{
    [Kernel]
    public static void Doubled(ReadOnlySpan<float> x, Span<float> y, int width, int height)
    {
        for (int r = 0; r < height; r++)
        {
            ReadOnlySpan<float> from = x.Slice(r * width, width);
            Span<float> to = y.Slice(r * width, width);
            for (int c = 0; c < from.Length; c++)
            {
                to[c] = 2 * from[c];
            }
        }
    }

    [Kernel]
    public static void Sums(ReadOnlySpan<float> x, Span<float> sums, int width)
    {
        for (int r = 0; r < sums.Length; r++)
        {
            float sum = 0;
            foreach (float value in x.Slice(r * width, width))
            {
                sum += value;
            }

            sums[r] = sum;
        }
    }

    [Kernel]
    public static void Windows(ReadOnlySpan<int> x, Span<int> y, int size)
    {
        for (int i = 0; i < y.Length; i++)
        {
            ReadOnlySpan<int> window = x[i..(i + size)];
            y[i] = window[0] + window[^1] + Middle(window[1..^1], size);
        }
    }

    private static int Middle(ReadOnlySpan<int> window, int size) => window.Length > 0 ? window[(size - 2) / 2] : 0;

    [Kernel]
    public static void Differences(double[] x, double[] y, int width)
    {
        for (int r = 1; r < 4; r++)
        {
            Span<double> row = y.AsSpan(r * width, width), above = x.AsSpan((r - 1) * width)[..width];
            for (int c = 1; c < row.Length - 1; c++)
            {
                row[c] += above[c + 1] - above[c - 1];
            }
        }
    }

    [Kernel]
    public static void Moved(Span<Vector2> points, int count)
    {
        for (int k = 0; k < 3; k++)
        {
            Span<Vector2> part = points[(k * count)..];
            for (int i = 0; i < count; i++)
            {
                part[i] += new Vector2(k, i);
            }
        }
    }

    /// <summary>A slice in a branch, which not every iteration makes.</summary>
    [Kernel]
    public static void Branches(ReadOnlySpan<int> x, Span<int> y, int width)
    {
        for (int r = 0; r < 3; r++)
        {
            if (r > 0)
            {
                ReadOnlySpan<int> row = x.Slice((r - 1) * width, width);
                for (int c = 0; c < width; c++)
                {
                    y[(r * width) + c] += row[width - 1 - c];
                }
            }
        }
    }
}
