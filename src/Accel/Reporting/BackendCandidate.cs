namespace Accel;

/// <summary>A backend that the dispatcher considered for one run of a loop nest.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="PredictedSeconds">Its predicted time in seconds, corrected by what earlier runs took, or <see langword="null"/> where it was ruled out.</param>
/// <param name="RuledOut">What ruled it out, or <see langword="null"/> where it could have run.</param>
public sealed record BackendCandidate(Backend Backend, double? PredictedSeconds, string? RuledOut)
{
    /// <summary>What the latest earlier run of about this size (iterations between the same two powers of two) took on this backend, in seconds for the iterations of this one; <see langword="null"/> where none was timed.</summary>
    public double? MeasuredSeconds { get; init; }
}
