using System.Globalization;

namespace Accel.Faults.Tests.Processes;

/// <summary>Many calls need no more memory than a few.</summary>
public class FlatMemoryTests
{
    private const long Kibibyte = 1 << 10;
    private const long Mebibyte = 1 << 20;

    // What the runtime allocates for itself meanwhile (for its threads, for the pool's queue) is far below a byte per call.
    [Theory]
    [InlineData("simd", 1_000_000, 0.1)]
    [InlineData("auto", 1_000_000, 0.1)]
    [InlineData("multicore", 1_000_000, 0.1)]
    public void CallsOnTheCpuAllocateNothing(string scenario, int calls, double mostAllocatedPerCall) =>
        AssertFlat(scenario, calls, mostAllocatedPerCall, 64 * Kibibyte);

    // ILGPU keeps a weak reference for each copy, some tens of thousands of them, until it tidies them up.
    [Theory]
    [InlineData("buffers", 100_000, 1500)]
    [InlineData("gpu", 2000, 600)]
    [InlineData("gpu-buffers", 2000, 3000)]
    [InlineData("forgotten-buffers", 1000, 6000)]
    public void BuffersAndTheGpuKeepNothing(string scenario, int calls, double mostAllocatedPerCall) =>
        AssertFlat(scenario, calls, mostAllocatedPerCall, Mebibyte);

    // What is kept by every call is kept in each of three runs; what the process happened to do beside the calls is not.
    private static void AssertFlat(string scenario, int calls, double mostAllocatedPerCall, long mostKept)
    {
        for (int run = 1; ; run++)
        {
            double[] figures = Measure(scenario, calls);
            bool isFlat = figures[0] <= mostAllocatedPerCall
                && figures[1] >= -2 * Mebibyte && figures[1] <= mostKept
                && figures[2] >= -64 * Mebibyte && figures[2] <= 8 * Mebibyte;
            if (isFlat)
            {
                return;
            }

            Assert.True(
                run < 3,
                $"{scenario}: {figures[0]:F1} bytes allocated per call (at most {mostAllocatedPerCall}), {figures[1]:F0} bytes kept (at most {mostKept}), {figures[2]:F0} native");
        }
    }

    private static double[] Measure(string scenario, int calls)
    {
        using ChildProcess child = ChildProcess.Start(
            new Dictionary<string, string> { ["ACCEL_THREADS"] = "2" }, "memory", scenario, calls.ToString(CultureInfo.InvariantCulture));
        child.WaitForExit(120);
        return [.. child.RestOfOutput().Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
    }
}
