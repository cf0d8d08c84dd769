namespace Accel.Samples.Photo;

/// <summary>Stretches a picture's tones over the whole range.</summary>
internal static partial class Levels
{
    [Kernel]
    public static float Darkest(ReadOnlySpan<float> plane)
    {
        float darkest = 1f;
        foreach (float value in plane)
        {
            darkest = MathF.Min(darkest, value);
        }

        return darkest;
    }

    [Kernel]
    public static float Brightest(ReadOnlySpan<float> plane)
    {
        float brightest = 0f;
        foreach (float value in plane)
        {
            brightest = MathF.Max(brightest, value);
        }

        return brightest;
    }

    // Far below what eight bits can show. Zero itself is a special case of powers, and slow.
    private const float Faintest = 1e-6f;

    /// <summary>Moves <paramref name="black"/> to 0 and black + 1/<paramref name="contrast"/> to 1, then applies the gamma curve.</summary>
    [Kernel]
    public static float Adjust(float value, float black, float contrast, float gamma) =>
        MathF.Pow(MathF.Min(MathF.Max((value - black) * contrast, Faintest), 1f), gamma);
}
