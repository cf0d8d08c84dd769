namespace Accel.Samples.Running;

/// <summary>How a step went on a backend.</summary>
/// <param name="Step">The step.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Seconds">Median of several warm runs; <see langword="null"/> where the backend cannot run the step.</param>
/// <param name="Speedup">Time of the reference over <paramref name="Seconds"/>.</param>
/// <param name="LargestUlp">Largest difference from the reference's result, in units in the last place.</param>
/// <param name="Refusal">Why the backend cannot run the step.</param>
internal sealed record Measurement(Step Step, Backend Backend, double? Seconds, double Speedup, long LargestUlp, string? Refusal)
{
    public bool IsWrong => Seconds is not null && LargestUlp > Step.AllowedUlp;
}
