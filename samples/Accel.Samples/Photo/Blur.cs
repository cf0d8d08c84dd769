namespace Accel.Samples.Photo;

/// <summary>Gaussian blur as two one-dimensional passes. The sources begin <see cref="Radius"/> pixels before the picture.</summary>
internal static partial class Blur
{
    public const int Radius = 6;

    private const int Taps = 2 * Radius + 1;

    [Kernel]
    public static void Rows(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float sum = 0f;
                for (int k = 0; k < Taps; k++)
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
                for (int k = 0; k < Taps; k++)
                {
                    sum += weights[k] * source[(y + k) * stride + x];
                }

                destination[y * stride + x] = sum;
            }
        }
    }

    /// <summary>Gaussian weights that add up to 1, for the given standard deviation in pixels.</summary>
    public static float[] Weights(double deviation)
    {
        var exact = new double[Taps];
        for (int k = 0; k < exact.Length; k++)
        {
            double distance = (k - Radius) / deviation;
            exact[k] = Math.Exp(-0.5 * distance * distance);
        }

        double total = exact.Sum();
        return Array.ConvertAll(exact, weight => (float)(weight / total));
    }
}
