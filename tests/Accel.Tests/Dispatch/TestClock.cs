using System.Diagnostics;

namespace Accel.Tests.Dispatch;

/// <summary>A clock that stands until it is told to go on.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _now = Stopwatch.Frequency;

    public override long TimestampFrequency => Stopwatch.Frequency;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds((double)GetTimestamp() / Stopwatch.Frequency);

    public void Advance(double seconds) => Interlocked.Add(ref _now, (long)Math.Round(seconds * Stopwatch.Frequency));
}
