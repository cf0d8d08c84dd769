using System.Runtime.CompilerServices;
using Accel.Faults.Tests.Gpu;
using Accel.Faults.Tests.Kernels;
using Accel.Gpu;
using Accel.Runtime;

namespace Accel.Faults.Tests.Counters;

/// <summary>Counters that no test could count up to are set near their end, and calls go on across it.</summary>
public unsafe class CounterOverflowTests
{
    private static int s_iterations;

    [Theory]
    [InlineData(long.MaxValue - 20)]
    [InlineData(-20)]
    public void TheNumbersOfParallelLoops(long start) => Deadline.Run(60, () =>
    {
        var job = new ParallelJob();
        LoopNumber(job) = start;
        for (int loop = 0; loop < 40; loop++)
        {
            s_iterations = 0;
            job.Run(new ChunkPartition(Iterations: 64, ChunkSize: 4, Count: 16), 3, null, &Count);
            Assert.Equal(64, s_iterations);
        }

        Assert.Equal(start + 40, LoopNumber(job));
    });

    /// <summary>-1 is what a nest holds that has no threshold yet.</summary>
    [Theory]
    [InlineData(int.MaxValue - 10)]
    [InlineData(-10)]
    public void TheGenerationsOfOptions(int start)
    {
        ProcessOptions.Generation = start;
        var seen = new HashSet<int>();
        var nest = new NestDescriptor("loop") { OperationsPerIteration = 1, BytesPerIteration = 1 };
        var untouched = new NestDescriptor("another loop") { OperationsPerIteration = 1, BytesPerIteration = 1 };

        // The first runs are timed, and small ones no longer once they have turned out to be.
        for (int i = 0; i < NestTimings.LearningRuns; i++)
        {
            Backend ran = nest.Choose(Backend.Auto, 10, out long started);
            nest.Complete(ran, started);
        }

        for (int i = 0; i < 20; i++)
        {
            ProcessOptions.NextGeneration();
            Assert.True(seen.Add(ProcessOptions.Generation));
            Assert.Equal(-1, nest.ReadyThreshold);
            Assert.Equal(-1, untouched.ReadyThreshold);
            Assert.False(untouched.IsModelled);
            Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 10, out _));
            Assert.True(nest.ReadyThreshold >= 10);
        }
    }

    [Fact]
    public void TheGenerationOfKernelsInUse()
    {
        ProcessOptions.Generation = int.MaxValue - 5;
        float[] x = [1f, 2f, 3f];
        for (int i = 0; i < 10; i++)
        {
            float[] y = new float[3];
            KernelDispatcher.Explain(() => FaultKernels.Saxpy(2f, x, y));
            FaultKernels.Saxpy(1f, x, y);
            Assert.Equal([3f, 6f, 9f], y);
        }

        Assert.True(ProcessOptions.Generation < 0);
    }

    [Fact]
    public void TheStatisticsOfANest()
    {
        var nest = new NestDescriptor("loop");
        FailedGuards(nest) = long.MaxValue - 1;
        for (int i = 0; i < 3; i++)
        {
            Assert.False(nest.GuardFailed("a reason"));
        }

        // The end stays the end: a count below zero would be worse than one that is short.
        Assert.Equal(long.MaxValue, nest.FailedGuards);
    }

    [Fact]
    public void TheLaunchesOfADevice()
    {
        using FaultyGpu gpu = new();
        Launches(gpu.Device) = long.MaxValue;
        float[] y = new float[100];
        FaultKernels.Saxpy(2f, new float[100], y, Backend.Gpu);
        FaultKernels.Saxpy(2f, new float[100], y, Backend.Gpu);
        Assert.Equal(new float[100], y);
    }

    [Theory]
    [InlineData(long.MaxValue - 5)]
    [InlineData(0)]
    public void TimestampsNearTheirEnd(long now)
    {
        var pace = default(CallPace);
        foreach (double seconds in new[] { 0, 1e-6, 1e3, 1e300, double.PositiveInfinity, double.NaN })
        {
            pace.Expect(now, seconds, usesHelpers: false);
            _ = pace.IsDense(now);
            _ = pace.IsDense(unchecked(now + 10));
        }

        pace.Expect(now, 1e-6, usesHelpers: false);
        Assert.True(pace.IsDense(unchecked(now + 10)));
    }

    private static void Count(void* body, nint begin, nint end) => Interlocked.Add(ref s_iterations, (int)(end - begin));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_loop")]
    private static extern ref long LoopNumber(ParallelJob job);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_failedGuards")]
    private static extern ref long FailedGuards(NestDescriptor nest);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Launches>k__BackingField")]
    private static extern ref long Launches(GpuDevice device);
}
