namespace Accel.Kernels.Tests.Kernels;

/// <summary>Subscripts that are computed from data, so that only where they are used it is known whether there is such an element.</summary>
internal static partial class CheckedSubscriptKernels
{
    [Kernel]
    public static void SearchSorted(ReadOnlySpan<double> sorted, ReadOnlySpan<double> x, Span<int> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int low = 0, high = sorted.Length;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < x[i])
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            y[i] = low;
        }
    }

    [Kernel]
    public static void Sampled(float[,] image, ReadOnlySpan<float> u, ReadOnlySpan<float> v, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            int row = (int)v[i], column = (int)u[i];
            float down = v[i] - row, right = u[i] - column;
            float top = image[row, column] + (right * (image[row, column + 1] - image[row, column]));
            float bottom = image[row + 1, column] + (right * (image[row + 1, column + 1] - image[row + 1, column]));
            float mixed = top + (down * (bottom - top));
            float root = MathF.Sqrt(MathF.Abs(mixed)) / (1 + (mixed * mixed)) * MathF.Sqrt(1 + (down * right));
            y[i] = MathF.Sqrt(1 + root) / MathF.Sqrt(2 + root) / MathF.Sqrt(3 + root) / MathF.Sqrt(4 + root) / MathF.Sqrt(5 + root);
        }
    }

    [Kernel]
    public static void Marched(ReadOnlySpan<float> density, ReadOnlySpan<float> start, Span<float> y, int steps)
    {
        for (int i = 0; i < y.Length; i++)
        {
            float at = start[i], light = 1;
            for (int s = 0; s < steps; s++)
            {
                float d = density[(int)at];
                if (density[(int)(at * 0.5f)] > d)
                {
                    light *= 0.75f;
                }
                else
                {
                    light -= 0.125f * d;
                }

                at += 0.5f + light;
            }

            y[i] = light;
        }
    }
}
