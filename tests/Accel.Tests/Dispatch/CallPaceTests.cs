using System.Diagnostics;

namespace Accel.Tests.Dispatch;

public sealed class CallPaceTests
{
    private static readonly long Second = Stopwatch.Frequency;

    [Fact]
    public void TheFirstCallFollowsNone() => Assert.False(default(CallPace).IsDense(now: 5));

    [Fact]
    public void CallsAreDenseWhileHelpersWouldBeAwake()
    {
        var pace = default(CallPace);
        pace.Expect(now: Second, seconds: 2);

        Assert.True(pace.IsDense(2 * Second));
        Assert.True(pace.IsDense(3 * Second));
        Assert.True(pace.IsDense((3 * Second) + (Second / 100_000)));
        Assert.False(pace.IsDense((3 * Second) + (Second / 1_000)));
    }
}
