using System.Diagnostics;
using Xunit.Abstractions;

namespace Accel.Tests.Profile;

public sealed class MachineMeasurementTests(ITestOutputHelper output) : ProcessState
{
    [Fact]
    public void FiguresArePossible()
    {
        long start = Stopwatch.GetTimestamp();
        var profile = MachineMeasurement.Run();
        output.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms: {profile}");
        output.WriteLine(string.Join(", ", profile.OneCoreBandwidth.Points));
        output.WriteLine(string.Join(", ", profile.AllCoreBandwidth.Points));

        Assert.Equal(Environment.ProcessorCount, profile.Processors);
        Assert.InRange(profile.VectorOperationsPerSecond, 1e7, 1e12);
        Assert.All(profile.OneCoreBandwidth.Points, point => Assert.InRange(point.BytesPerSecond, 1e7, 1e13));
        Assert.All(profile.AllCoreBandwidth.Points, point => Assert.InRange(point.BytesPerSecond, 1e7, 1e15));
        Assert.InRange(profile.WarmStartSeconds, 1e-6, 0.1);
        Assert.InRange(profile.ColdStartSeconds, profile.WarmStartSeconds, 0.1);
    }

    [Fact]
    public void AMachineIsMeasuredOnce()
    {
        var source = new MeasuredProfileSource();

        Assert.Same(source.TryGet(), source.TryGet());
    }
}
