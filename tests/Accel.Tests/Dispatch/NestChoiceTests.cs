using Accel.Runtime;

namespace Accel.Tests.Dispatch;

public sealed class NestChoiceTests : ProcessState
{
    private readonly FixedProfile _profile = new();

    public NestChoiceTests()
    {
        MachineProfile.Source = _profile;
        AccelOptions.MaxDegreeOfParallelism = 4;
        AccelOptions.VectorBits = 256;
    }

    [Fact]
    public void SmallWorkNeedsNoProfile()
    {
        NestDescriptor nest = ComputeBound();

        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 1000));
        Assert.Equal(0, _profile.Asked);
        Assert.True(nest.ReadyThreshold >= 1000);
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
    public void ThresholdIsWhereTheStartPaysOff()
    {
        // 8 operations per lane and iteration are 1 ns; on four cores a quarter of it, and 10 µs: equal at 13,333 iterations.
        NestDescriptor nest = ComputeBound();
        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, 1));

        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 1_000_000));
        Assert.InRange(nest.ReadyThreshold, 13_330, 13_336);
        Assert.Equal(Backend.Simd, nest.Choose(Backend.Auto, nest.ReadyThreshold));
        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, nest.ReadyThreshold + 1));
    }

    [Fact]
    public void BandwidthOfAllCoresLimitsMemoryBoundWork()
    {
        // 10 bytes are 1 ns alone and 0.5 ns together: equal at 20,000 iterations.
        NestDescriptor nest = new("for") { BytesPerIteration = 10, GpuRefusal = "no" };

        Assert.Equal(Backend.Multicore, nest.Choose(Backend.Auto, 1_000_000));
        Assert.InRange(nest.ReadyThreshold, 19_990, 20_010);
    }

    [Fact]
    public void OptionsThatChangeMakeThresholdsNew()
    {
        NestDescriptor nest = ComputeBound();
        nest.Choose(Backend.Auto, 1_000_000);
        long four = nest.ReadyThreshold;

        AccelOptions.MaxDegreeOfParallelism = 2;
        Assert.Equal(-1, nest.ReadyThreshold);
        nest.Choose(Backend.Auto, 1_000_000);

        // Half of the work saved has to be worth the start, where it was three quarters.
        Assert.InRange(nest.ReadyThreshold, (four * 3 / 2) - 2, (four * 3 / 2) + 2);
    }

    [Fact]
    public void NarrowVectorsMakeOtherCoresWorthwhileEarlier()
    {
        AccelOptions.VectorBits = 128;
        NestDescriptor nest = ComputeBound();
        nest.Choose(Backend.Auto, 1_000_000);

        Assert.InRange(nest.ReadyThreshold, 6_660, 6_670);
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
        Assert.Equal(Backend.Gpu, nest.Choose(Backend.Auto, 1_000_000, residentBytes: 8_000_000));
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

    private static NestDescriptor ComputeBound() => new("for") { OperationsPerIteration = 8, LanesPer256Bits = 8, GpuRefusal = "no" };
}
