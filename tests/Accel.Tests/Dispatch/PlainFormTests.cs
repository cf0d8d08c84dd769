using Accel.Runtime;

namespace Accel.Tests.Dispatch;

/// <summary>The loop as written in the place of SIMD code, where both give the same bits and the loop as written turns out to be faster.</summary>
public sealed class PlainFormTests : ProcessState
{
    private const long Iterations = 100_000;

    private readonly TestClock _clock = new();

    public PlainFormTests()
    {
        MachineProfile.Source = new FixedProfile();
        NestChoice.Clock = _clock;
        AccelOptions.MaxDegreeOfParallelism = 4;
        AccelOptions.VectorBits = 256;
    }

    [Theory]
    [InlineData(1.3, 100e-6, 60e-6, Backend.Reference)]
    [InlineData(4, 100e-6, 60e-6, Backend.Reference)]
    [InlineData(8, 100e-6, 60e-6, Backend.Reference)]
    [InlineData(1.3, 100e-6, 130e-6, Backend.Simd)]
    [InlineData(4, 100e-6, 400e-6, Backend.Simd)]
    public void TheFasterOneIsFound(double slowdown, double simd, double plain, Backend expected)
    {
        NestDescriptor nest = Nest(slowdown);
        Run(nest, 3000, simd, plain);
        Assert.InRange(Run(nest, 1000, simd, plain).Count(backend => backend == expected), 980, 1000);
    }

    [Fact]
    public void AnOtherFormOfOtherBitsIsNeverChosen() => Assert.DoesNotContain(Backend.Reference, Run(Nest(0), 3000, 100e-6, 1e-6));

    [Fact]
    public void TrialsCostLittle()
    {
        Backend[] chosen = Run(Nest(4), 5000, 100e-6, 400e-6);
        double taken = chosen.Sum(backend => backend == Backend.Simd ? 100e-6 : 400e-6);
        Assert.InRange(taken / (5000 * 100e-6), 1, 1.03);
    }

    [Fact]
    public void TrialsThatNobodyTellsTheEndOfAreFew()
    {
        NestDescriptor nest = Nest(4);
        int trials = 0;
        for (int i = 0; i < 5000; i++)
        {
            Backend chosen = nest.Choose(Backend.Auto, Iterations, out long started);
            _clock.Advance(chosen == Backend.Simd ? 100e-6 : 400e-6);
            trials += chosen == Backend.Reference ? 1 : 0;
            if (chosen != Backend.Reference && started != 0)
            {
                nest.Complete(chosen, started);
            }
        }

        Assert.InRange(trials, 1, 5000 / 100);
    }

    [Fact]
    public void WhatIsSmallIsNotLookedAt()
    {
        NestDescriptor nest = Nest(4);
        nest.Learn(20);
        Assert.InRange(nest.ReadyThreshold, 1, Iterations);
    }

    [Fact]
    public void WhatIsSlowerIsLeftToTheFastPathInTheEnd()
    {
        NestDescriptor nest = Nest(4);
        Run(nest, 3000, 100e-6, 400e-6);
        Assert.InRange(nest.ReadyThreshold, Iterations, long.MaxValue);
    }

    [Fact]
    public void ThePlainFormIsNamedAmongTheCandidates()
    {
        NestDescriptor nest = Nest(2);
        Run(nest, 3000, 100e-6, 50e-6);
        KernelExplanation explanation = KernelDispatcher.Explain(() => Run(nest, 1, 100e-6, 50e-6));
        Assert.Equal([Backend.Simd, Backend.Reference, Backend.Multicore, Backend.Gpu], explanation.Nests[0].Candidates.Select(candidate => candidate.Backend));
        Assert.Equal(Backend.Reference, explanation.Nests[0].Backend);
    }

    /// <summary>A nest of 100 µs by the estimate, for one core.</summary>
    private static NestDescriptor Nest(double slowdown) => new("for") { OperationsPerIteration = 8, PlainSlowdown = slowdown, MulticoreRefusal = "no", GpuRefusal = "no" };

    private Backend[] Run(NestDescriptor nest, int times, double simd, double plain) => [.. Enumerable.Range(0, times).Select(_ => Once(nest, simd, plain))];

    private Backend Once(NestDescriptor nest, double simd, double plain)
    {
        Backend chosen = nest.Choose(Backend.Auto, Iterations, out long started);
        _clock.Advance(chosen == Backend.Simd ? simd : plain);
        if (chosen == Backend.Reference)
        {
            nest.CompletePlain();
        }
        else if (started != 0)
        {
            nest.Complete(chosen, started);
        }

        _clock.Advance(1e-6);
        return chosen;
    }
}
