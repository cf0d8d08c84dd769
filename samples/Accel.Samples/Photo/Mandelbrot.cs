namespace Accel.Samples.Photo;

/// <summary>Makes a picture from nothing: how fast each point of the plane escapes under z → z² + c, then a colour for it.</summary>
internal static partial class Mandelbrot
{
    public const int Iterations = 256;

    private const float EscapeSquared = 256f;

    /// <summary>The smooth number of steps until the point of each pixel escapes, plus 4, or 0 for points that never do.</summary>
    [Kernel]
    public static void Escape(Span<float> steps, int width, int height, float left, float top, float pixel)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float real = left + x * pixel;
                float imaginary = top + y * pixel;
                float zr = 0f;
                float zi = 0f;
                int count = 0;
                for (int n = 0; n < Iterations; n++)
                {
                    float rr = zr * zr;
                    float ii = zi * zi;
                    if (rr + ii <= EscapeSquared)
                    {
                        zi = 2f * zr * zi + imaginary;
                        zr = rr - ii + real;
                        count++;
                    }
                }

                float magnitude = MathF.Max(zr * zr + zi * zi, EscapeSquared);
                float smooth = count + 4f - MathF.Log(MathF.Log(magnitude)) * 1.442695f;
                steps[y * width + x] = count == Iterations ? 0f : smooth;
            }
        }
    }

    /// <summary>Step counts to opaque RGBA pixels, along a palette of three shifted cosines.</summary>
    [Kernel]
    public static void Colour(ReadOnlySpan<float> steps, Span<uint> pixels)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            float t = steps[i];
            float light = t == 0f ? 0f : 0.5f;
            float phase = 0.9f * MathF.Log(t + 1f);
            uint red = Rgba.Channel(light + light * MathF.Cos(2.6f * phase + 2.8f));
            uint green = Rgba.Channel(light + light * MathF.Cos(2.6f * phase + 3.3f));
            uint blue = Rgba.Channel(light + light * MathF.Cos(2.6f * phase + 4.0f));
            pixels[i] = red | (green << 8) | (blue << 16) | 0xFF000000u;
        }
    }
}
