using System.Diagnostics;

namespace Accel;

/// <summary>
/// Whether runs of nests on a thread follow each other so closely that helpers of one would still be awake for the next. It is judged by
/// predicted ends and not by the helpers, so that a sequence which began on one core can go on to several.
/// </summary>
internal struct CallPace
{
    private long _expectedEnd;
    private long _helpersSleep;

    private static long Patience => (long)(ParallelJob.Patience.TotalSeconds * Stopwatch.Frequency);

    /// <param name="now">A timestamp of <see cref="Stopwatch"/>.</param>
    public readonly bool IsDense(long now) =>
        _expectedEnd != 0 && now - _expectedEnd < Patience;

    /// <summary>Whether a run on several cores ended a moment ago.</summary>
    /// <param name="now">A timestamp of <see cref="Stopwatch"/>.</param>
    public readonly bool AreHelpersAwake(long now) => now < _helpersSleep;

    /// <param name="now">A timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="seconds">The predicted time of the run that begins.</param>
    /// <param name="usesHelpers">Whether it runs on several cores.</param>
    public void Expect(long now, double seconds, bool usesHelpers)
    {
        _expectedEnd = now + (long)(seconds * Stopwatch.Frequency);
        _helpersSleep = usesHelpers ? _expectedEnd + Patience : _helpersSleep;
    }

    /// <summary>The run that was expected has ended.</summary>
    /// <param name="now">A timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="usedHelpers">Whether it ran on several cores.</param>
    public void End(long now, bool usedHelpers)
    {
        _expectedEnd = now;
        _helpersSleep = usedHelpers ? now + Patience : _helpersSleep;
    }
}
