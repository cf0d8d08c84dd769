namespace Accel;

/// <summary>A backend that the dispatcher considered for one run of a loop nest.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="PredictedSeconds">Its predicted time in seconds, or <see langword="null"/> where it was ruled out.</param>
/// <param name="RuledOut">What ruled it out, or <see langword="null"/> where it could have run.</param>
public sealed record BackendCandidate(Backend Backend, double? PredictedSeconds, string? RuledOut);
