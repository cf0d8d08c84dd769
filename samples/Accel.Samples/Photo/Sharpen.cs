namespace Accel.Samples.Photo;

/// <summary>Edges and unsharp mask.</summary>
internal static partial class Sharpen
{
    /// <summary>Length of the Sobel gradient, at most 1. The source begins one pixel left of the picture and one above.</summary>
    [Kernel]
    public static void Sobel(ReadOnlySpan<float> source, Span<float> edges, int width, int height, int stride)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int above = y * stride + x;
                int here = (y + 1) * stride + x;
                int below = (y + 2) * stride + x;
                float dx = source[above + 2] + 2f * source[here + 2] + source[below + 2] - source[above] - 2f * source[here] - source[below];
                float dy = source[below] + 2f * source[below + 1] + source[below + 2] - source[above] - 2f * source[above + 1] - source[above + 2];
                edges[y * stride + x] = MathF.Min(0.5f * MathF.Sqrt(dx * dx + dy * dy), 1f);
            }
        }
    }

    /// <summary>Adds to each value its distance from the blurred picture, times <paramref name="amount"/>.</summary>
    [Kernel]
    public static float Unsharp(float value, float blurred, float amount) =>
        MathF.Min(MathF.Max(value + amount * (value - blurred), 0f), 1f);
}
