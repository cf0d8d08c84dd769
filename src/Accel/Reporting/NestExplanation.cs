using System.Globalization;
using System.Text;

namespace Accel;

/// <summary>Where one run of a loop nest went, and why.</summary>
/// <param name="Kernel">The kernel's full name.</param>
/// <param name="Loop">The header of the nest's outermost loop, or <see langword="null"/> where the whole method ran as written.</param>
/// <param name="Iterations">The estimated number of innermost iterations; 0 where it was not needed.</param>
/// <param name="Backend">What ran; <see cref="Backend.Reference"/> is the loop as written.</param>
/// <param name="Reason">Why.</param>
/// <param name="Candidates">What was considered, where times were predicted; else empty.</param>
/// <param name="FailedGuard">The run-time guard that failed, so that the loop ran as written, or <see langword="null"/>.</param>
public sealed record NestExplanation(
    string Kernel,
    string? Loop,
    long Iterations,
    Backend Backend,
    string Reason,
    IReadOnlyList<BackendCandidate> Candidates,
    string? FailedGuard = null)
{
    /// <summary>What the run took, in seconds; <see langword="null"/> where it was not timed: it ran as written, or threw.</summary>
    public double? MeasuredSeconds { get; init; }

    /// <summary>
    /// Which share of the lanes was at work where they went different ways, from 0 to 1: in loops that end in each lane where its data says, and in what only some lanes do. Only for kernels with
    /// <see cref="KernelAttribute.CountLanes"/>; <see langword="null"/> where none did. Runs of the same loop on other threads at the same time are counted in.
    /// </summary>
    public double? LaneUtilization { get; init; }

    /// <summary>A heading line and one line per candidate.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Kernel);
        if (Loop is not null)
        {
            text.Append(": ").Append(Loop);
        }

        text.Append('\n').Append("  ran on ").Append(Backend);
        if (Iterations > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({Iterations:N0} iterations)");
        }

        if (MeasuredSeconds is double measured)
        {
            text.Append(" in ").Append(Time(measured));
        }

        if (LaneUtilization is double busy)
        {
            text.Append(CultureInfo.InvariantCulture, $", lanes {100 * busy:F0} % busy");
        }

        text.Append(": ").Append(Reason);
        foreach (BackendCandidate candidate in Candidates)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    {candidate.Backend,-10}");
            text.Append(candidate.PredictedSeconds is double seconds ? $"predicted {Time(seconds)}" : $"ruled out: {candidate.RuledOut}");
            if (candidate.MeasuredSeconds is double before)
            {
                text.Append(", last measured ").Append(Time(before));
            }
        }

        return text.ToString();
    }

    private static string Time(double seconds) => seconds switch
    {
        < 1e-6 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e9:F0} ns"),
        < 1e-3 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:F1} µs"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:F2} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s"),
    };
}
