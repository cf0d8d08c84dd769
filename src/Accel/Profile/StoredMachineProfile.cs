namespace Accel;

/// <summary>The profile of this machine as figures in a file.</summary>
internal static class StoredMachineProfile
{
    private const int EnoughMeasurements = 3;

    private const string Measurements = "measurements";
    private const string Processors = "processors";
    private const string Operations = "vectorOperationsPerSecond";
    private const string OneCore = "oneCoreBytesPerSecond";
    private const string AllCores = "allCoreBytesPerSecond";
    private const string WarmStart = "warmStartSeconds";
    private const string ColdStart = "coldStartSeconds";

    /// <summary>What earlier processes measured; while there are few of them, the best of that and of what <paramref name="measure"/> does, which is then kept.</summary>
    /// <remarks>One measurement may fall into a busy moment of the machine, and would stay.</remarks>
    public static MachineProfile? ReadOrMeasure(ProfileFile? file, Func<MachineProfile?> measure)
    {
        IReadOnlyDictionary<string, double[]>? figures = file?.TryRead();
        MachineProfile? stored = figures is null ? null : FromFigures(figures);
        double taken = stored is null ? 0 : ProfileFile.Single(figures!, Measurements) ?? 1;
        if (taken >= EnoughMeasurements)
        {
            return stored;
        }

        MachineProfile? measured = measure();
        if (measured is null)
        {
            return stored;
        }

        MachineProfile best = stored is null ? measured : Best(stored, measured);
        file?.TryWrite(new Dictionary<string, double[]>(ToFigures(best)) { [Measurements] = [taken + 1] });
        return best;
    }

    /// <summary>Each figure from the measurement that was held up less.</summary>
    public static MachineProfile Best(MachineProfile one, MachineProfile other)
    {
        double warm = Math.Min(one.WarmStartSeconds, other.WarmStartSeconds);
        return one with
        {
            VectorOperationsPerSecond = Math.Max(one.VectorOperationsPerSecond, other.VectorOperationsPerSecond),
            OneCoreBandwidth = Best(one.OneCoreBandwidth, other.OneCoreBandwidth),
            AllCoreBandwidth = Best(one.AllCoreBandwidth, other.AllCoreBandwidth),
            WarmStartSeconds = warm,
            ColdStartSeconds = Math.Max(warm, Math.Min(one.ColdStartSeconds, other.ColdStartSeconds)),
        };
    }

    /// <summary>Curves as pairs one after the other: bytes, bytes per second.</summary>
    public static IReadOnlyDictionary<string, double[]> ToFigures(MachineProfile profile) => new Dictionary<string, double[]>
    {
        [Processors] = [profile.Processors],
        [Operations] = [profile.VectorOperationsPerSecond],
        [OneCore] = Pairs(profile.OneCoreBandwidth),
        [AllCores] = Pairs(profile.AllCoreBandwidth),
        [WarmStart] = [profile.WarmStartSeconds],
        [ColdStart] = [profile.ColdStartSeconds],
    };

    /// <summary>The profile, or null where the figures are not those of one.</summary>
    public static MachineProfile? FromFigures(IReadOnlyDictionary<string, double[]> figures) =>
        ProfileFile.Single(figures, Processors) is double processors && processors <= ProcessOptions.MostThreads && double.IsInteger(processors)
        && ProfileFile.Single(figures, Operations) is double operations && Curve(figures, OneCore) is { } oneCore && Curve(figures, AllCores) is { } allCores
        && ProfileFile.Single(figures, WarmStart) is double warm && ProfileFile.Single(figures, ColdStart) is double cold && cold >= warm
            ? new MachineProfile((int)processors, operations, oneCore, allCores, warm, cold)
            : null;

    /// <summary>Point by point where the points are alike; else the curve that goes further, which had the time to.</summary>
    private static BandwidthCurve Best(BandwidthCurve one, BandwidthCurve other) =>
        one.Points.Select(point => point.Bytes).SequenceEqual(other.Points.Select(point => point.Bytes))
            ? new BandwidthCurve([.. one.Points.Zip(other.Points, (a, b) => (a.Bytes, Math.Max(a.BytesPerSecond, b.BytesPerSecond)))])
            : one.Points[^1].Bytes >= other.Points[^1].Bytes ? one : other;

    private static double[] Pairs(BandwidthCurve curve) => [.. curve.Points.SelectMany(point => new[] { point.Bytes, point.BytesPerSecond })];

    private static BandwidthCurve? Curve(IReadOnlyDictionary<string, double[]> figures, string name)
    {
        if (!figures.TryGetValue(name, out double[]? values) || values.Length == 0 || values.Length % 2 != 0)
        {
            return null;
        }

        var points = new (double Bytes, double BytesPerSecond)[values.Length / 2];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = (values[2 * i], values[(2 * i) + 1]);
            if (i > 0 && points[i].Bytes <= points[i - 1].Bytes)
            {
                return null;
            }
        }

        return new BandwidthCurve(points);
    }
}
