namespace Accel.Benchmarks.Medium;

internal static partial class MediumKernels
{
    [Kernel]
    public static float Root(float x) => MathF.Sqrt(x);

    [Kernel]
    public static float Logistic(float x) => 1f / (1f + MathF.Exp(-x));

    [Kernel]
    public static void BlurRows(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride)
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
    public static void BlurColumns(ReadOnlySpan<float> source, ReadOnlySpan<float> weights, Span<float> destination, int width, int height, int stride)
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
}
