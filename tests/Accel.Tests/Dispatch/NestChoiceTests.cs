using Accel.Runtime;

namespace Accel.Tests.Dispatch;

public sealed class NestChoiceTests : ProcessState
{
    private readonly FixedProfile _profile = new();
    private readonly TestClock _clock = new();

    public NestChoiceTests()
    {
        MachineProfile.Source = _profile;
        NestChoice.Clock = _clock;
        AccelOptions.MaxDegreeOfParallelism = 4;
        AccelOptions.VectorBits = 256;
    }

    [Fact]
    public void SmallWorkNeedsNoProfile()
    {
        NestDescriptor nest = ComputeBound();

        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 1000));
        Assert.Equal(-1, nest.ReadyThreshold);
        nest.Learn();
        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 1000));
        Assert.Equal(0, _profile.Asked);
        Assert.True(nest.ReadyThreshold >= 1000);
    }

    [Fact]
    public void SmallWorkThatTakesLongIsNotSmall()
    {
        // 100 iterations of 8 operations look like 100 ns, and take a millisecond: loops inside run as often as data says.
        NestDescriptor nest = ComputeBound();
        for (int i = 0; i < 20; i++)
        {
            nest.Run(_clock, 100, _ => 1e-3);
        }

        Assert.True(_profile.Asked > 0);
        Assert.True(nest.ReadyThreshold < 100);
        var chosen = Enumerable.Range(0, 2000).Select(_ => nest.Run(_clock, 100, backend => backend == Backend.Multicore ? 0.3e-3 : 1e-3)).ToList();
        Assert.InRange(chosen.Count(backend => backend == Backend.Multicore), 1950, 2000);
    }

    [Fact]
    public void ANestWithoutAlternativesNeverNeedsAProfile()
    {
        NestDescriptor nest = new("for") { OperationsPerIteration = 80, MulticoreRefusal = "no", GpuRefusal = "no" };

        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, long.MaxValue));
        Assert.Equal(0, _profile.Asked);
        Assert.Equal(long.MaxValue, nest.ReadyThreshold);
    }

    [Fact]
    public void OneThreadIsNoAlternative()
    {
        AccelOptions.MaxDegreeOfParallelism = 1;

        Assert.Equal(Backend.Simd, ComputeBound().Choose(Backend.Auto, long.MaxValue));
        Assert.Equal(0, _profile.Asked);
    }

    [Fact]
    public void ThresholdIsWhereNoOtherBackendIsNearlyAsFast()
    {
        // 8 operations per lane and iteration are 1 ns; on four cores a quarter of it, and 10 µs. Half as slow again at 8,000 iterations, eight times at 1,290.
        NestDescriptor nest = ComputeBound();
        nest.Learn();
        nest.Choose(Backend.Auto, 1_000_000);
        Assert.InRange(nest.ReadyThreshold, 1_285, 1_295);
        Settle(nest);
        Assert.InRange(nest.ReadyThreshold, 7_990, 8_010);
    }

    [Fact]
    public void BeyondTheThresholdTheFasterOneRuns()
    {
        // Equal at 13,333 iterations.
        NestDescriptor nest = ComputeBound();
        Settle(nest);

        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 13_330));
        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 13_340));
    }

    [Fact]
    public void BandwidthOfAllCoresLimitsMemoryBoundWork()
    {
        // 10 bytes are 1 ns alone and 0.5 ns together: equal at 20,000 iterations.
        NestDescriptor nest = new("for") { BytesPerIteration = 10, GpuRefusal = "no" };

        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 19_990));
        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 20_010));
    }

    [Fact]
    public void OptionsThatChangeMakeThresholdsNew()
    {
        NestDescriptor nest = ComputeBound();
        Settle(nest);
        long four = nest.ReadyThreshold;

        AccelOptions.MaxDegreeOfParallelism = 2;
        Assert.Equal(-1, nest.ReadyThreshold);
        Settle(nest);

        // By half as much slower as one core: 10 µs where it is the time less half of it by two thirds, and less a quarter.
        Assert.InRange(nest.ReadyThreshold, (four * 5 / 4) - 2, (four * 5 / 4) + 2);
    }

    [Fact]
    public void NarrowVectorsMakeOtherCoresWorthwhileEarlier()
    {
        AccelOptions.VectorBits = 128;
        NestDescriptor nest = ComputeBound();

        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 6_660));
        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 6_670));
    }

    [Fact]
    public void MoreWorkNeverGoesBackToOneCore()
    {
        GpuBackendRegistration.Register(new FakeGpu());
        foreach (double bytes in new[] { 0, 0.5, 4, 12, 100 })
        {
            foreach (double operations in new[] { 0.5, 8, 300, 9000 })
            {
                NestDescriptor nest = new("for") { OperationsPerIteration = operations, BytesPerIteration = bytes };
                Backend last = Backend.Simd;
                for (double size = 1; size < 1e12; size *= 1.3)
                {
                    Backend chosen = nest.Choose(Backend.Auto, (long)size);
                    Assert.True(last == Backend.Simd || chosen != Backend.Simd, $"{operations} operations, {bytes} bytes, {size} iterations: {last}, then {chosen}");
                    last = chosen;
                }
            }
        }
    }

    [Fact]
    public void WithoutSimdCodeThePlainFormIsTheAlternative()
    {
        NestDescriptor nest = new("for") { OperationsPerIteration = 8, SimdRefusal = "no", GpuRefusal = "no" };

        Assert.Equal(Backend.Reference, nest.Choose(Backend.Auto, 10));
        Assert.Equal(Backend.Reference, nest.Choose(Backend.Auto, 10));
        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 1_000_000));
    }

    [Fact]
    public void GpuJoinsWhenItIsRegistered()
    {
        NestDescriptor nest = new("for") { OperationsPerIteration = 8000, BytesPerIteration = 8 };
        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 1_000_000));

        GpuBackendRegistration.Register(new FakeGpu());
        Assert.Equal(Backend.Gpu, nest.Choose(Backend.Auto, 1_000_000));
        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 1));
    }

    [Fact]
    public void DataOnTheGpuKeepsMemoryBoundWorkThere()
    {
        GpuBackendRegistration.Register(new FakeGpu());
        NestDescriptor nest = new("for") { OperationsPerIteration = 2, BytesPerIteration = 8 };

        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 1_000_000));
        Assert.Equal(Backend.Gpu, nest.Choose(Backend.Auto, 1_000_000, residentBytes: 8_000_000, out _));
    }

    [Fact]
    public void NamesAreFollowed()
    {
        NestDescriptor nest = ComputeBound();

        Assert.Equal(Backend.Simd, nest.Choose(Backend.Simd, 1_000_000));
        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Multicore, 1));
        Assert.Equal(Backend.Reference, nest.Choose(Backend.Reference, 1));
        Assert.Throws<BackendUnavailableException>(() => nest.Choose(Backend.Gpu, 1));
    }

    [Fact]
    public void MulticoreByNameRunsSerialNestsOnOneCore()
    {
        Assert.Equal(Backend.Simd, new NestDescriptor("for") { MulticoreRefusal = "no" }.Choose(Backend.Multicore, 1_000_000));
        Assert.Equal(Backend.Reference, new NestDescriptor("for") { MulticoreRefusal = "no", SimdRefusal = "no" }.Choose(Backend.Multicore, 1_000_000));
    }

    [Fact]
    public void APinReachesNestsThatHaveAThreshold()
    {
        NestDescriptor nest = ComputeBound();
        _ = new KernelDescriptor("K", nest);
        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 10));

        AccelOptions.Backend = Backend.Multicore;
        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 10));

    }

    [Fact]
    public void APinThatCannotBeKeptDoesNotBreakOffACallThatBeganBefore()
    {
        NestDescriptor nest = ComputeBound();
        var kernel = new KernelDescriptor("K", nest);
        AccelOptions.Backend = Backend.Gpu;
        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 10));
        Assert.Throws<BackendUnavailableException>(() => KernelDispatcher.Resolve(kernel, Backend.Auto));
    }

    [Fact]
    public void WhileAnotherThreadMeasuresTheCallerDoesTheWork()
    {
        MachineProfile.Source = new FixedProfile { IsBusy = true };

        Assert.Equal(Backend.Simd, ComputeBound().Choose(Backend.Auto, 1_000_000));
    }

    [Fact]
    public void ASequenceOfRunsGoesOnToSeveralCores()
    {
        // 100 s on one core: too little for a start of 1000 s, but by its end a second run has begun.
        MachineProfile.Source = new FixedProfile(coldStartSeconds: 1000);
        Backend first = Backend.Auto;
        Backend second = Backend.Auto;
        var thread = new Thread(() =>
        {
            NestDescriptor nest = ComputeBound();
            first = nest.Choose(Backend.Auto, 100_000_000_000);
            second = nest.Choose(Backend.Auto, 100_000_000_000);
        });
        thread.Start();
        thread.Join();

        Assert.Equal((Backend.Simd, Backend.Multicore), (first, second));
    }

    [Fact]
    public void ChoosingAllocatesNothingOnceWarm()
    {
        NestDescriptor nest = ComputeBound();
        Choose(nest);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Choose(nest);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        AccelOptions.Backend = Backend.Multicore;
        var kernel = new KernelDescriptor("K", nest);
        Resolve(kernel);
        before = GC.GetAllocatedBytesForCurrentThread();
        Resolve(kernel);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static void Resolve(KernelDescriptor kernel)
        {
            for (int i = 0; i < 100; i++)
            {
                KernelDispatcher.Resolve(kernel, Backend.Auto);
                KernelDispatcher.Resolve(kernel, Backend.Simd);
                kernel.Nests[0].Choose(Backend.Auto, 10);
            }
        }

        static void Choose(NestDescriptor nest)
        {
            for (int i = 0; i < 100; i++)
            {
                nest.Choose(Backend.Auto, 10);
                nest.Choose(Backend.Auto, 1_000_000);
                nest.Choose(Backend.Simd, 10);
            }
        }
    }

    [Fact]
    public void FailedGuardsAreCounted()
    {
        NestDescriptor nest = ComputeBound();

        Assert.False(nest.GuardFailed("x is too short"));
        Assert.False(nest.GuardFailed("x is too short"));
        Assert.Equal(2, nest.FailedGuards);
    }

    /// <summary>So many runs that take what they should that the threshold is what it stays.</summary>
    private void Settle(NestDescriptor nest)
    {
        for (int i = 0; i < 2 * NestTimings.SettlingRuns; i++)
        {
            nest.Run(_clock, 1_000_000, backend => backend == Backend.Multicore ? 10e-6 + (1e-3 / ProcessOptions.Threads) : 1e-3);
        }
    }

    private static NestDescriptor ComputeBound() => new("for") { OperationsPerIteration = 8, LanesPer256Bits = 8, GpuRefusal = "no" };
}
