using System.Globalization;

namespace Accel.Faults.Tests.Processes;

/// <summary>Many calls need no more memory than a few.</summary>
public class FlatMemoryTests
{
    private const long Mebibyte = 1 << 20;

    // What the runtime itself allocates meanwhile (its own threads, the thread pool's queue) is less than a byte per call.
    [Theory]
    [InlineData("simd", 1_000_000, 0.5)]
    [InlineData("auto", 1_000_000, 0.5)]
    [InlineData("multicore", 1_000_000, 0.5)]
    [InlineData("buffers", 100_000, 2000)]
    [InlineData("gpu", 2000, 4000)]
    [InlineData("gpu-buffers", 2000, 14_000)]
    [InlineData("forgotten-buffers", 1000, 28_000)]
    public void IsFlat(string scenario, int calls, double mostAllocatedPerCall)
    {
        using ChildProcess child = ChildProcess.Start(
            new Dictionary<string, string> { ["ACCEL_THREADS"] = "2" }, "memory", scenario, calls.ToString(CultureInfo.InvariantCulture));
        child.WaitForExit(120);
        double[] figures = [.. child.RestOfOutput().Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
        Assert.InRange(figures[0], 0, mostAllocatedPerCall);
        Assert.InRange(figures[1], -Mebibyte, Mebibyte / 4);
        Assert.InRange(figures[2], -64 * Mebibyte, 8 * Mebibyte);
    }
}
