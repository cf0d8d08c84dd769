using Accel.Samples.Running;

namespace Accel.Samples.Photo;

/// <summary>
/// Turns a picture into one that looks drawn with ink: stretches its tones, sharpens it and darkens its edges. Each stage reads what
/// earlier ones have left in the planes.
/// </summary>
internal sealed class Development
{
    private const double Deviation = 2.0;
    private const float Gamma = 0.9f;
    private const float Amount = 0.8f;

    private readonly Picture _picture;
    private readonly Plane[] _channels;
    private readonly Plane[] _adjusted;
    private readonly Plane[] _blurred;
    private readonly Plane[] _sharp;
    private readonly Plane _grey;
    private readonly Plane _edges;
    private readonly Plane _scratch;
    private readonly float[] _range = new float[2];
    private readonly float[] _weights = Blur.Weights(Deviation);

    public Development(Picture picture)
    {
        _picture = picture;
        _channels = Planes();
        _adjusted = Planes();
        _blurred = Planes();
        _sharp = Planes();
        _grey = NewPlane();
        _edges = NewPlane();
        _scratch = NewPlane();
        Result = new Picture(picture.Width, picture.Height, new uint[picture.Pixels.Length]);
    }

    public Picture Result { get; }

    /// <summary>The stages as steps to measure.</summary>
    public IReadOnlyList<Step> Steps =>
    [
        new Step("Unpack, grey", Unpack, 0, [.. Values(_channels), _grey.Values]),
        new Step("Range", FindRange, 0, _range),
        new Step("Levels", AdjustLevels, 8, Values(_adjusted)),
        new Step("Gaussian blur", BlurChannels, 8, Values(_blurred)),
        new Step("Sobel edges", FindEdges, 0, _edges.Values),
        new Step("Unsharp mask", Unsharpen, 0, Values(_sharp)),
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
        (Plane red, Plane green, Plane blue) = (_channels[0], _channels[1], _channels[2]);
        Rgba.Unpack(
            _picture.Pixels, _picture.Width, _picture.Height, red.From(0, 0), green.From(0, 0), blue.From(0, 0), red.Stride, backend);
        foreach (Plane channel in _channels)
        {
            channel.FillBorder();
        }

        Rgba.Grey(red.Values, green.Values, blue.Values, _grey.Values, backend);
    }

    private void FindRange(Backend backend)
    {
        _range[0] = Levels.Darkest(_grey.Values, backend);
        _range[1] = Levels.Brightest(_grey.Values, backend);
    }

    private void AdjustLevels(Backend backend)
    {
        float contrast = 1f / MathF.Max(_range[1] - _range[0], 1f / 255f);
        for (int c = 0; c < _channels.Length; c++)
        {
            Levels.Adjust(_channels[c].Values, _range[0], contrast, Gamma, _adjusted[c].Values, backend);
        }
    }

    private void BlurChannels(Backend backend)
    {
        int height = _picture.Height + 2 * Blur.Radius;
        for (int c = 0; c < _channels.Length; c++)
        {
            Blur.Rows(_adjusted[c].Values, _weights, _scratch.From(0, -Blur.Radius), _picture.Width, height, _scratch.Stride, backend);
            Blur.Columns(_scratch.From(0, -Blur.Radius), _weights, _blurred[c].From(0, 0), _picture.Width, _picture.Height, _scratch.Stride, backend);
        }
    }

    private void FindEdges(Backend backend) =>
        Sharpen.Sobel(_grey.From(-1, -1), _edges.From(0, 0), _picture.Width, _picture.Height, _grey.Stride, backend);

    private void Unsharpen(Backend backend)
    {
        for (int c = 0; c < _channels.Length; c++)
        {
            Sharpen.Unsharp(_adjusted[c].Values, _blurred[c].Values, Amount, _sharp[c].Values, backend);
        }
    }

    private void Draw(Backend backend) =>
        Rgba.Ink(
            _sharp[0].From(0, 0), _sharp[1].From(0, 0), _sharp[2].From(0, 0), _edges.From(0, 0), _edges.Stride,
            _picture.Pixels, Result.Pixels, _picture.Width, _picture.Height, backend);

    private Plane NewPlane() => new(_picture.Width, _picture.Height, Blur.Radius);

    private Plane[] Planes() => [NewPlane(), NewPlane(), NewPlane()];

    private static float[][] Values(Plane[] planes) => Array.ConvertAll(planes, plane => plane.Values);
}
