namespace Accel.Verification;

/// <summary>What was compared. Its <see cref="ToString"/> is meant to be read.</summary>
/// <param name="Cases">The cases, by name.</param>
/// <param name="Runs">Each backend that ran, and how many cases.</param>
/// <param name="Skipped">Each backend that did not run, and why.</param>
public sealed record KernelVerificationReport(IReadOnlyList<string> Cases, IReadOnlyDictionary<string, int> Runs, IReadOnlyDictionary<string, string> Skipped)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        IEnumerable<string> ran = Runs.Select(run => $"{run.Key}: {run.Value} of {Cases.Count} cases");
        IEnumerable<string> skipped = Skipped.Select(skip => $"{skip.Key}: skipped, {skip.Value}");
        return string.Join('\n', ran.Concat(skipped).Prepend($"cases: {string.Join(", ", Cases)}"));
    }
}
