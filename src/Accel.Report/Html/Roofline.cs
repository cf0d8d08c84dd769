using System.Globalization;

namespace Accel.Report.Html;

/// <summary>
/// What limits a nest on a core that is nobody's in particular: 3 GHz, two vectors of 256 bits of arithmetic a cycle, 12 GB/s from memory. The real machine's profile decides at run time; this says which
/// side of the ridge a nest is on. (Williams, Waterman and Patterson, Roofline, Communications of the ACM 52, 2009.)
/// </summary>
internal sealed class Roofline(NestEntry nest)
{
    private const double VectorsPerSecond = 6e9;
    private const double BytesPerSecond = 12e9;

    // The picture: from 2^-5 to 2^7 operations per byte, from 0.25 to 256 G operations a second.
    private const double LowestIntensity = -5;
    private const double HighestIntensity = 7;
    private const double LowestRate = -2;
    private const double HighestRate = 8;
    private const int Width = 300;
    private const int Height = 160;
    private const int Left = 44;
    private const int Bottom = 28;

    private int Lanes => nest.Backends.Any(backend => backend is { Name: "Simd", IsGenerated: true }) ? Math.Max(1, nest.LanesPer256Bits) : 1;

    /// <summary>Operations a second, where only arithmetic counts.</summary>
    private double Peak => VectorsPerSecond * Lanes;

    /// <summary>Operations per byte.</summary>
    private double Intensity => nest.OperationsPerIteration / Math.Max(nest.BytesPerIteration, 0.25);

    /// <summary>Nanoseconds of one iteration by arithmetic alone.</summary>
    private double ComputeTime => nest.OperationsPerIteration / Peak * 1e9;

    /// <summary>Nanoseconds of one iteration by memory alone.</summary>
    private double MemoryTime => nest.BytesPerIteration / BytesPerSecond * 1e9;

    public bool IsMemoryBound => MemoryTime > ComputeTime;

    public string Summary => IsMemoryBound
        ? $"Limited by memory, from there: {Time(MemoryTime)} ns an iteration for {HtmlText.Number(nest.BytesPerIteration)} bytes, {Time(ComputeTime)} ns for {HtmlText.Number(nest.OperationsPerIteration)} operations (in the caches arithmetic may be the limit)."
        : $"Limited by arithmetic: {Time(ComputeTime)} ns an iteration for {HtmlText.Number(nest.OperationsPerIteration)} operations, {Time(MemoryTime)} ns for {HtmlText.Number(nest.BytesPerIteration)} bytes.";

    public void Write(HtmlText html)
    {
        double ridge = Math.Log2(Peak / BytesPerSecond);
        double peak = Math.Log2(Peak / 1e9);
        double memory = Math.Log2(BytesPerSecond / 1e9);
        double at = Math.Clamp(Math.Log2(Intensity), LowestIntensity, HighestIntensity);
        double reached = Math.Min(peak, memory + at);
        html.Raw($"<svg class=\"roofline\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"");
        html.Text($"Roofline: {HtmlText.Number(Intensity)} operations per byte; the ridge is at {HtmlText.Number(Peak / BytesPerSecond)}. {Summary}").Raw("\">");
        html.Raw($"<path class=\"axis\" d=\"M{Left} 8 V{Height - Bottom} H{Width - 8}\"/>");
        html.Raw($"<path class=\"roof\" d=\"M{X(LowestIntensity)} {Y(memory + LowestIntensity)} L{X(ridge)} {Y(peak)} H{X(HighestIntensity)}\"/>");
        html.Raw($"<path class=\"drop\" d=\"M{X(at)} {Y(reached)} V{Height - Bottom}\"/>");
        html.Raw($"<circle class=\"point\" cx=\"{X(at)}\" cy=\"{Y(reached)}\" r=\"4.5\"/>");
        foreach (int power in (int[])[-4, 0, 4])
        {
            html.Raw($"<text x=\"{X(power)}\" y=\"{Height - Bottom + 12}\" text-anchor=\"middle\">{(power < 0 ? $"1/{1 << -power}" : (1 << power).ToString(CultureInfo.InvariantCulture))}</text>");
        }

        foreach (int power in (int[])[0, 4, 8])
        {
            html.Raw($"<text x=\"{Left - 4}\" y=\"{Y(power)}\" dy=\"4\" text-anchor=\"end\">{1 << power}</text>");
        }

        html.Raw($"<text x=\"{(Left + Width) / 2}\" y=\"{Height - 3}\" text-anchor=\"middle\">operations per byte</text>");
        html.Raw($"<text transform=\"translate(10 {(Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">G operations/s</text></svg>");
    }

    private static string Time(double nanoseconds) => nanoseconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string X(double intensity) => Coordinate(Left + ((intensity - LowestIntensity) / (HighestIntensity - LowestIntensity) * (Width - 8 - Left)));

    private static string Y(double rate) => Coordinate(8 + ((HighestRate - Math.Max(rate, LowestRate)) / (HighestRate - LowestRate) * (Height - Bottom - 8)));

    private static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
