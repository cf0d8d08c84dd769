namespace Accel.Samples.Photo;

/// <summary>
/// One channel of a picture, with a border that repeats its outermost pixels: stencils then need no case for the edges, and kernels that
/// work on single values run over everything at once.
/// </summary>
internal sealed class Plane
{
    public Plane(int width, int height, int border)
    {
        Width = width;
        Height = height;
        Border = border;
        Stride = width + 2 * border;
        Values = new float[Stride * (height + 2 * border)];
    }

    public int Width { get; }

    public int Height { get; }

    public int Border { get; }

    /// <summary>Distance between two rows in <see cref="Values"/>.</summary>
    public int Stride { get; }

    /// <summary>All values, with the border.</summary>
    public float[] Values { get; }

    /// <summary>The values from the pixel at (<paramref name="x"/>, <paramref name="y"/>) on; the border has negative coordinates.</summary>
    public Span<float> From(int x, int y) => Values.AsSpan((y + Border) * Stride + x + Border);

    /// <summary>Copies the outermost pixels into the border.</summary>
    public void FillBorder()
    {
        for (int y = 0; y < Height; y++)
        {
            Span<float> row = From(-Border, y)[..Stride];
            row[..Border].Fill(row[Border]);
            row[^Border..].Fill(row[^(Border + 1)]);
        }

        for (int y = 1; y <= Border; y++)
        {
            From(-Border, 0)[..Stride].CopyTo(From(-Border, -y));
            From(-Border, Height - 1)[..Stride].CopyTo(From(-Border, Height - 1 + y));
        }
    }
}
