using Accel.Runtime;

namespace Accel.Tests.Dispatch;

public sealed class ExplainTests : ProcessState
{
    private readonly NestDescriptor _nest = new("for (int i = 0; i < n; i++)") { OperationsPerIteration = 8, GpuRefusal = "it calls the host" };
    private readonly KernelDescriptor _kernel;

    public ExplainTests()
    {
        _kernel = new KernelDescriptor("Signal.Saxpy", _nest);
        MachineProfile.Source = new FixedProfile();
        AccelOptions.MaxDegreeOfParallelism = 4;
        AccelOptions.VectorBits = 256;
    }

    [Fact]
    public void PredictionsAndReasonsAreReadable()
    {
        _nest.Choose(Backend.Auto, 10);

        KernelExplanation explanation = KernelDispatcher.Explain(() => _nest.Choose(Backend.Auto, 1_000_000));

        Assert.Equal(
            """
            Signal.Saxpy: for (int i = 0; i < n; i++)
              ran on Multicore (1,000,000 iterations): the shortest predicted time
                Simd      predicted 1.00 ms
                Multicore predicted 260.0 µs
                Gpu       ruled out: it calls the host
            """,
            explanation.ToString());
    }

    [Fact]
    public void WhatWasMeasuredIsTold()
    {
        var clock = new TestClock();
        NestChoice.Clock = clock;
        for (int i = 0; i < 3; i++)
        {
            _nest.Run(clock, 900_000, _ => 450e-6);
        }

        KernelExplanation explanation = KernelDispatcher.Explain(() => _nest.Run(clock, 1_000_000, _ => 520e-6));

        Assert.Equal(
            """
            Signal.Saxpy: for (int i = 0; i < n; i++)
              ran on Multicore (1,000,000 iterations) in 520.0 µs: the shortest predicted time
                Simd      predicted 1.00 ms
                Multicore predicted 497.9 µs, last measured 500.0 µs
                Gpu       ruled out: it calls the host
            """,
            explanation.ToString());
    }

    [Fact]
    public void ANestWithAReadyThresholdIsStillSeen()
    {
        _nest.Learn();
        _nest.Choose(Backend.Auto, 10);
        Assert.True(_nest.ReadyThreshold >= 10);

        NestExplanation entry = Assert.Single(KernelDispatcher.Explain(() => _nest.Choose(Backend.Auto, 10)).Nests);

        Assert.Equal(Backend.Simd, entry.Backend);
        Assert.Equal(10, entry.Iterations);
        Assert.Equal("too little work to start anything else", entry.Reason);
    }

    [Fact]
    public void AfterwardsTheFastPathIsTakenAgain()
    {
        KernelDispatcher.Explain(() => _nest.Choose(Backend.Auto, 10));
        Assert.Equal(-1, _nest.ReadyThreshold);

        _nest.Learn();
        _nest.Choose(Backend.Auto, 10);
        Assert.True(_nest.ReadyThreshold >= 10);
    }

    [Fact]
    public void FailedGuardsAreTold()
    {
        NestExplanation entry = Assert.Single(KernelDispatcher.Explain(() => _nest.GuardFailed("x is shorter than y")).Nests);

        Assert.Equal(Backend.Reference, entry.Backend);
        Assert.Equal("x is shorter than y", entry.FailedGuard);
        Assert.Contains("a run-time guard failed: x is shorter than y", entry.ToString());
    }

    [Fact]
    public void ReferenceRunsAreTold()
    {
        NestExplanation named = Assert.Single(KernelDispatcher.Explain(() => KernelDispatcher.Resolve(_kernel, Backend.Reference)).Nests);
        Assert.Equal(("Signal.Saxpy", null, Backend.Reference, "asked for by name"), (named.Kernel, named.Loop, named.Backend, named.Reason));

        AccelOptions.Backend = Backend.Reference;
        NestExplanation pinned = Assert.Single(KernelDispatcher.Explain(() => KernelDispatcher.Resolve(_kernel, Backend.Auto)).Nests);
        Assert.Equal("pinned by AccelOptions.Backend", pinned.Reason);
    }

    [Fact]
    public void ASerialNestUnderMulticoreTellsWhy()
    {
        var nest = new NestDescriptor("for") { MulticoreRefusal = "it carries a value" };
        _ = new KernelDescriptor("K", nest);

        NestExplanation entry = Assert.Single(KernelDispatcher.Explain(() => nest.Choose(Backend.Multicore, 5)).Nests);

        Assert.Equal(Backend.Simd, entry.Backend);
        Assert.Equal("Multicore was asked for by name, but it carries a value", entry.Reason);
    }

    [Fact]
    public void NothingToTellIsSaid()
    {
        Assert.StartsWith("No loop nest of a kernel ran", KernelDispatcher.Explain(() => { }).ToString());

        AccelOptions.Backend = Backend.Reference;
        Assert.EndsWith("Backend.Reference is pinned by AccelOptions.Backend.", KernelDispatcher.Explain(() => { }).ToString());
    }

    [Fact]
    public void NestedExplanationsAreInTheOuterOneToo()
    {
        KernelExplanation? inner = null;
        KernelExplanation outer = KernelDispatcher.Explain(() =>
        {
            _nest.Choose(Backend.Auto, 1);
            inner = KernelDispatcher.Explain(() => _nest.Choose(Backend.Auto, 2));
        });

        Assert.Equal([2L], inner!.Nests.Select(nest => nest.Iterations));
        Assert.Equal([1L, 2L], outer.Nests.Select(nest => nest.Iterations));
    }

    [Fact]
    public void AnExceptionEndsTheRecording()
    {
        Assert.Throws<DivideByZeroException>(() => KernelDispatcher.Explain(() => throw new DivideByZeroException()));
        Assert.False(ExplanationRecorder.IsTracing);
        Assert.Null(ExplanationRecorder.Current);
    }

    [Fact]
    public void FunctionsAreRunAsWell() => Assert.Single(KernelDispatcher.Explain(() => _nest.Choose(Backend.Auto, 3)).Nests);

    [Fact]
    public void OtherThreadsAreNotRecorded()
    {
        KernelExplanation explanation = KernelDispatcher.Explain(() =>
        {
            var other = new Thread(() => _nest.Choose(Backend.Auto, 1));
            other.Start();
            other.Join();
        });

        Assert.Empty(explanation.Nests);
    }
}
