namespace Accel;

/// <summary>Lanes of SIMD code where they go different ways: those that were at work, and all that there were.</summary>
internal readonly record struct LaneCount(long Busy, long All)
{
    /// <summary>The share of them that was at work, from 0 to 1; <see langword="null"/> where there were none.</summary>
    public double? Utilization => All > 0 ? (double)Busy / All : null;

    public LaneCount Since(LaneCount earlier) => new(Busy - earlier.Busy, All - earlier.All);
}
