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
        pace.Expect(now: Second, seconds: 2, usesHelpers: false);

        Assert.True(pace.IsDense(2 * Second));
        Assert.True(pace.IsDense(3 * Second));
        Assert.True(pace.IsDense((3 * Second) + (Second / 100_000)));
        Assert.False(pace.IsDense((3 * Second) + (Second / 1_000)));
    }

    [Fact]
    public void HelpersAreAwakeAfterARunOnSeveralCores()
    {
        var pace = default(CallPace);
        Assert.False(pace.AreHelpersAwake(5));
        pace.Expect(now: Second, seconds: 2, usesHelpers: false);
        Assert.False(pace.AreHelpersAwake(3 * Second));

        pace.Expect(now: 3 * Second, seconds: 1, usesHelpers: true);
        Assert.True(pace.AreHelpersAwake(4 * Second));

        // It took longer than expected.
        pace.End(5 * Second, usedHelpers: true);
        Assert.True(pace.AreHelpersAwake((5 * Second) + (Second / 100_000)));
        Assert.False(pace.AreHelpersAwake((5 * Second) + (Second / 1_000)));
    }
}
