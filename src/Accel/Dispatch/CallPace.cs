using System.Diagnostics;

namespace Accel;

/// <summary>
/// Whether runs of nests on a thread follow each other so closely that helpers of one would still be awake for the next. It is judged by
/// predicted ends and not by the helpers, so that a sequence which began on one core can go on to several.
/// </summary>
internal struct CallPace
{
    private long _expectedEnd;

    /// <param name="now">A timestamp of <see cref="Stopwatch"/>.</param>
    public readonly bool IsDense(long now) =>
        _expectedEnd != 0 && now - _expectedEnd < (long)(ParallelJob.Patience.TotalSeconds * Stopwatch.Frequency);

    /// <param name="now">A timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="seconds">The predicted time of the run that begins.</param>
    public void Expect(long now, double seconds) => _expectedEnd = now + (long)(seconds * Stopwatch.Frequency);
}
