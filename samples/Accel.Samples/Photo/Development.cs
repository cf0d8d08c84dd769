using Accel.Samples.Running;

namespace Accel.Samples.Photo;

/// <summary>
/// Turns a picture into one that looks drawn with ink: stretches its tones, sharpens it and darkens its edges. Each stage reads what
/// earlier ones have left in the planes.
/// </summary>
internal sealed class Development
{
    private const int Radius = 6;
    private const double Deviation = 2.0;
    private const float Gamma = 0.9f;
    private const float Amount = 0.8f;

    private readonly Picture picture;
    private readonly Plane[] channels;
    private readonly Plane[] adjusted;
    private readonly Plane[] blurred;
    private readonly Plane[] sharp;
    private readonly Plane grey;
    private readonly Plane edges;
    private readonly Plane scratch;
    private readonly float[] range = new float[2];
    private readonly float[] weights = Blur.Weights(Deviation, Radius);

    public Development(Picture picture)
    {
        this.picture = picture;
        channels = Planes();
        adjusted = Planes();
        blurred = Planes();
        sharp = Planes();
        grey = NewPlane();
        edges = NewPlane();
        scratch = NewPlane();
        Result = new Picture(picture.Width, picture.Height, new uint[picture.Pixels.Length]);
    }

    public Picture Result { get; }

    /// <summary>The stages as steps to measure.</summary>
    public IReadOnlyList<Step> Steps =>
    [
        new Step("Unpack, grey", Unpack, 0, [.. Values(channels), grey.Values]),
        new Step("Range", FindRange, 0, range),
        new Step("Levels", AdjustLevels, 8, Values(adjusted)),
        new Step("Gaussian blur", BlurChannels, 8, Values(blurred)),
        new Step("Sobel edges", FindEdges, 0, edges.Values),
        new Step("Unsharp mask", Unsharpen, 0, Values(sharp)),
        new Step("Ink, pack", Draw, 0, Result.Pixels),
    ];

    /// <summary>All stages, one after the other.</summary>
    public void Run(Backend backend)
    {
        Unpack(backend);
        FindRange(backend);
        AdjustLevels(backend);
        BlurChannels(backend);
        FindEdges(backend);
        Unsharpen(backend);
        Draw(backend);
    }

    private void Unpack(Backend backend)
    {
        Plane red = channels[0];
        Rgba.Unpack(picture.Pixels, picture.Width, picture.Height, red.From(0, 0), channels[1].From(0, 0), channels[2].From(0, 0), red.Stride, backend);
        foreach (Plane channel in channels)
        {
            channel.FillBorder();
        }

        Rgba.Grey(red.Values, channels[1].Values, channels[2].Values, grey.Values, backend);
    }

    private void FindRange(Backend backend)
    {
        range[0] = Levels.Darkest(grey.Values, backend);
        range[1] = Levels.Brightest(grey.Values, backend);
    }

    private void AdjustLevels(Backend backend)
    {
        float contrast = 1f / MathF.Max(range[1] - range[0], 1f / 255f);
        for (int c = 0; c < channels.Length; c++)
        {
            Levels.Adjust(channels[c].Values, range[0], contrast, Gamma, adjusted[c].Values, backend);
        }
    }

    private void BlurChannels(Backend backend)
    {
        int height = picture.Height + 2 * Radius;
        for (int c = 0; c < channels.Length; c++)
        {
            Blur.Rows(adjusted[c].Values, weights, scratch.From(0, -Radius), picture.Width, height, scratch.Stride, backend);
            Blur.Columns(scratch.From(0, -Radius), weights, blurred[c].From(0, 0), picture.Width, picture.Height, scratch.Stride, backend);
        }
    }

    private void FindEdges(Backend backend) => Sharpen.Sobel(grey.From(-1, -1), edges.From(0, 0), picture.Width, picture.Height, grey.Stride, backend);

    private void Unsharpen(Backend backend)
    {
        for (int c = 0; c < channels.Length; c++)
        {
            Sharpen.Unsharp(adjusted[c].Values, blurred[c].Values, Amount, sharp[c].Values, backend);
        }
    }

    private void Draw(Backend backend) =>
        Rgba.Ink(
            sharp[0].From(0, 0), sharp[1].From(0, 0), sharp[2].From(0, 0), edges.From(0, 0), edges.Stride,
            picture.Pixels, Result.Pixels, picture.Width, picture.Height, backend);

    private Plane NewPlane() => new(picture.Width, picture.Height, Radius);

    private Plane[] Planes() => [NewPlane(), NewPlane(), NewPlane()];

    private static float[][] Values(Plane[] planes) => Array.ConvertAll(planes, plane => plane.Values);
}
