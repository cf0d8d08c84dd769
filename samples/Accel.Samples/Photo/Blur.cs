namespace Accel.Samples.Photo;

/// <summary>Gaussian blur as two one-dimensional passes. The sources begin as many pixels before the picture as the blur's radius is.</summary>
internal static partial class Blur
{
    [Kernel]
    public static void Rows(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float sum = 0f;
                for (int k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * source[y * stride + x + k];
                }

                destination[y * stride + x] = sum;
            }
        }
    }

    [Kernel]
    public static void Columns(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float sum = 0f;
                for (int k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * source[(y + k) * stride + x];
                }

                destination[y * stride + x] = sum;
            }
        }
    }

    /// <summary>Gaussian weights that add up to 1, for the given standard deviation in pixels, cut off at <paramref name="radius"/>.</summary>
    public static float[] Weights(double deviation, int radius)
    {
        var exact = new double[2 * radius + 1];
        for (int k = 0; k < exact.Length; k++)
        {
            double distance = (k - radius) / deviation;
            exact[k] = Math.Exp(-0.5 * distance * distance);
        }

        double total = exact.Sum();
        return Array.ConvertAll(exact, weight => (float)(weight / total));
    }
}
