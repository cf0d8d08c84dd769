using System.Globalization;

namespace Accel;

/// <summary>An entry of <see cref="KernelDispatcher.Decisions"/>: one run of a loop nest that the dispatcher looked at.</summary>
/// <param name="Time">When the run ended, or its guard failed.</param>
/// <param name="ThreadId">The managed id of the thread that called.</param>
/// <param name="Nest">Where it went, why, what was considered, and what it took.</param>
public sealed record KernelDecision(DateTimeOffset Time, int ThreadId, NestExplanation Nest)
{
    /// <summary>The time and the thread, and below them the nest.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:yyyy-MM-dd HH:mm:ss.ffffff}, thread {ThreadId}: {Nest}");
}
