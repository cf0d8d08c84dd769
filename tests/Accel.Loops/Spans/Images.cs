namespace Accel.Loops.Spans;

/// <summary>Loops over the bytes and floats of pictures.</summary>
public static partial class Images
{
    [Kernel]
    public static void Gray(ReadOnlySpan<byte> red, ReadOnlySpan<byte> green, ReadOnlySpan<byte> blue, Span<byte> gray)
    {
        for (int i = 0; i < gray.Length; i++)
        {
            gray[i] = (byte)(((77 * red[i]) + (150 * green[i]) + (29 * blue[i])) >> 8);
        }
    }

    [Kernel]
    public static void GrayFloat(ReadOnlySpan<byte> red, ReadOnlySpan<byte> green, ReadOnlySpan<byte> blue, Span<float> gray)
    {
        for (int i = 0; i < gray.Length; i++)
        {
            gray[i] = (0.299f * red[i]) + (0.587f * green[i]) + (0.114f * blue[i]);
        }
    }

    [Kernel]
    public static void Threshold(ReadOnlySpan<byte> x, Span<byte> y, byte limit)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] > limit ? (byte)255 : (byte)0;
        }
    }

    [Kernel]
    public static void Blend(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y, Span<byte> mixed, byte alpha)
    {
        for (int i = 0; i < mixed.Length; i++)
        {
            mixed[i] = (byte)(((x[i] * alpha) + (y[i] * (255 - alpha))) / 256);
        }
    }

    [Kernel]
    public static void AddSaturated(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y, Span<byte> sum)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = (byte)Math.Min(x[i] + y[i], 255);
        }
    }

    [Kernel]
    public static void Brighten(ReadOnlySpan<byte> x, Span<byte> y, float gain, float offset)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (byte)Math.Clamp((x[i] * gain) + offset, 0f, 255f);
        }
    }

    [Kernel]
    public static int Distance(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int difference = x[i] - y[i];
            sum += difference * difference;
        }

        return sum;
    }

    [Kernel]
    public static int AbsoluteDifference(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        int sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int difference = x[i] - y[i];
            sum += difference < 0 ? -difference : difference;
        }

        return sum;
    }

    [Kernel]
    public static void Halve(ReadOnlySpan<byte> x, Span<byte> half)
    {
        for (int i = 0; i < half.Length; i++)
        {
            half[i] = (byte)((x[2 * i] + x[(2 * i) + 1] + 1) >> 1);
        }
    }

    [Kernel]
    public static void Blur(float[,] x, float[,] y)
    {
        for (int i = 1; i < x.GetLength(0) - 1; i++)
        {
            for (int j = 1; j < x.GetLength(1) - 1; j++)
            {
                y[i, j] = (x[i - 1, j] + x[i + 1, j] + x[i, j - 1] + x[i, j + 1] + (4 * x[i, j])) * 0.125f;
            }
        }
    }

    [Kernel]
    public static void Sobel(float[,] x, float[,] y)
    {
        for (int i = 1; i < x.GetLength(0) - 1; i++)
        {
            for (int j = 1; j < x.GetLength(1) - 1; j++)
            {
                float across = x[i - 1, j + 1] - x[i - 1, j - 1] + (2 * (x[i, j + 1] - x[i, j - 1])) + x[i + 1, j + 1] - x[i + 1, j - 1];
                float down = x[i + 1, j - 1] - x[i - 1, j - 1] + (2 * (x[i + 1, j] - x[i - 1, j])) + x[i + 1, j + 1] - x[i - 1, j + 1];
                y[i, j] = MathF.Sqrt((across * across) + (down * down));
            }
        }
    }

    [Kernel]
    public static void Erode(ReadOnlySpan<byte> x, Span<byte> y, int width, int height)
    {
        for (int row = 1; row < height - 1; row++)
        {
            for (int column = 1; column < width - 1; column++)
            {
                int p = (row * width) + column;
                y[p] = Math.Min(Math.Min(x[p - width], x[p + width]), Math.Min(x[p - 1], Math.Min(x[p], x[p + 1])));
            }
        }
    }

    [Kernel]
    public static void FlipRows(float[,] x, float[,] y)
    {
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                y[i, x.GetLength(1) - 1 - j] = x[i, j];
            }
        }
    }

    [Kernel]
    public static void Palette(ReadOnlySpan<int> pixels, ReadOnlySpan<float> palette, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = palette[pixels[i]] * 0.5f + 1f;
        }
    }
}
