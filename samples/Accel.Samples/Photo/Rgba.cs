namespace Accel.Samples.Photo;

/// <summary>Between packed pixels (8 bits each of red, green, blue and alpha, red lowest) and planes of floats from 0 to 1.</summary>
internal static partial class Rgba
{
    /// <summary>Planes from pixels; <paramref name="stride"/> is the distance between two rows of a plane.</summary>
    [Kernel]
    public static void Unpack(ReadOnlySpan<uint> pixels, int width, int height, Span<float> red, Span<float> green, Span<float> blue, int stride)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                uint pixel = pixels[y * width + x];
                red[y * stride + x] = Unit(pixel);
                green[y * stride + x] = Unit(pixel >> 8);
                blue[y * stride + x] = Unit(pixel >> 16);
            }
        }
    }

    /// <summary>Luma by the weights of ITU-R BT.709.</summary>
    [Kernel]
    public static float Grey(float red, float green, float blue) => 0.2126f * red + 0.7152f * green + 0.0722f * blue;

    /// <summary>Pixels from planes, darkened where there are edges, with the alpha of the <paramref name="original"/> pixels.</summary>
    [Kernel]
    public static void Ink(
        ReadOnlySpan<float> red, ReadOnlySpan<float> green, ReadOnlySpan<float> blue, ReadOnlySpan<float> edges, int stride,
        ReadOnlySpan<uint> original, Span<uint> pixels, int width, int height)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int i = y * stride + x;
                float paper = 1f - 0.8f * edges[i];
                uint colour = Channel(red[i] * paper) | (Channel(green[i] * paper) << 8) | (Channel(blue[i] * paper) << 16);
                pixels[y * width + x] = colour | (original[y * width + x] & 0xFF000000u);
            }
        }
    }

    /// <summary>0 … 1 to 0 … 255, to the nearest.</summary>
    internal static uint Channel(float value) => (uint)(int)(value * 255f + 0.5f);

    private static float Unit(uint pixel) => (int)(pixel & 255u) * (1f / 255f);
}
