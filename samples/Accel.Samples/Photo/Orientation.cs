using SkiaSharp;

namespace Accel.Samples.Photo;

/// <summary>Cameras store the picture as the sensor saw it, with a note how to turn it.</summary>
internal static class Orientation
{
    public static Picture Upright(Picture picture, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft)
        {
            return picture;
        }

        bool isTransposed = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop
            or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        int width = isTransposed ? picture.Height : picture.Width;
        int height = isTransposed ? picture.Width : picture.Height;
        var pixels = new uint[picture.Pixels.Length];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int column, int row) = Source(picture, origin, x, y);
                pixels[y * width + x] = picture.Pixels[row * picture.Width + column];
            }
        }

        return new Picture(width, height, pixels);
    }

    /// <summary>Where in the stored picture the upright one's pixel (x, y) is. The names say where the stored row 0 and column 0 belong.</summary>
    private static (int Column, int Row) Source(Picture picture, SKEncodedOrigin origin, int x, int y)
    {
        int right = picture.Width - 1;
        int bottom = picture.Height - 1;
        return origin switch
        {
            SKEncodedOrigin.TopRight => (right - x, y),
            SKEncodedOrigin.BottomRight => (right - x, bottom - y),
            SKEncodedOrigin.BottomLeft => (x, bottom - y),
            SKEncodedOrigin.LeftTop => (y, x),
            SKEncodedOrigin.RightTop => (y, bottom - x),
            SKEncodedOrigin.RightBottom => (right - y, bottom - x),
            SKEncodedOrigin.LeftBottom => (right - y, x),
            _ => (x, y),
        };
    }
}
