using Accel.Runtime;

namespace Accel.Tests.Dispatch;

/// <summary>Predictions that are wrong, machines that become busy, and runs that something held up.</summary>
public sealed class CorrectionTests : ProcessState
{
    private const long Iterations = 100_000;

    private readonly TestClock _clock = new();
    private readonly NestDescriptor _nest = new("for") { OperationsPerIteration = 8, GpuRefusal = "no" };

    public CorrectionTests()
    {
        // 100,000 iterations are 100 µs alone, and 35 µs on four cores.
        MachineProfile.Source = new FixedProfile();
        NestChoice.Clock = _clock;
        AccelOptions.MaxDegreeOfParallelism = 4;
        AccelOptions.VectorBits = 256;
    }

    [Theory]
    [InlineData(1000e-6, 350e-6, Backend.Multicore)]
    [InlineData(10e-6, 35e-6, Backend.Simd)]
    [InlineData(100e-6, 350e-6, Backend.Simd)]
    [InlineData(1000e-6, 35e-6, Backend.Multicore)]
    [InlineData(10e-6, 3.5e-6, Backend.Multicore)]
    [InlineData(20e-6, 35e-6, Backend.Simd)]
    public void TheFasterOneIsFound(double alone, double together, Backend expected)
    {
        // Where the prediction says that the better one is several times slower, a trial has to wait until it costs little beside what was run.
        Run(600, alone, together);

        Backend[] chosen = Run(1000, alone, together);
        Assert.InRange(chosen.Count(backend => backend == expected), 980, 1000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(0.1)]
    public void TrialsCostLittle(double factor)
    {
        Run(50, factor * 100e-6, factor * 35e-6);
        Backend[] chosen = Run(2000, factor * 100e-6, factor * 35e-6);

        double best = 2000 * 35e-6;
        double taken = chosen.Sum(backend => backend == Backend.Multicore ? 35e-6 : 100e-6);
        Assert.InRange(taken / best, 0.999, 1.03);
    }

    [Fact]
    public void TwoThatAreAsFastDoNotTakeTurns()
    {
        Run(600, 35e-6, 34e-6);
        var random = new Random(1);
        Backend[] chosen = [.. Enumerable.Range(0, 2000).Select(_ => Once(35e-6 * (0.9 + (0.2 * random.NextDouble())), 34e-6 * (0.9 + (0.2 * random.NextDouble()))))];

        int changes = chosen.Skip(1).Where((backend, i) => backend != chosen[i]).Count();

        // A trial now and then costs nothing here; each is a change and a change back.
        Assert.InRange(changes, 0, 135);
    }

    [Fact]
    public void AMachineThatBecomesBusyIsNoticedAndForgotten()
    {
        Run(600, 100e-6, 35e-6);

        // Other programs take three of the cores.
        Run(100, 100e-6, 150e-6);
        Assert.InRange(Run(100, 100e-6, 150e-6).Count(backend => backend == Backend.Simd), 95, 100);

        // They end.
        Run(2000, 100e-6, 35e-6);
        Assert.InRange(Run(100, 100e-6, 35e-6).Count(backend => backend == Backend.Multicore), 95, 100);
    }

    [Fact]
    public void ARunThatWasHeldUpChangesNothing()
    {
        Run(600, 100e-6, 35e-6);
        Once(0.1, 0.1);

        Assert.DoesNotContain(Backend.Simd, Run(20, 100e-6, 35e-6));
    }

    [Fact]
    public void TheFirstRunCompilesAndDoesNotCount()
    {
        Once(50e-3, 50e-3);
        Once(100e-6, 35e-6);

        Assert.Equal(Backend.Multicore, Once(100e-6, 35e-6));
        Assert.Equal(35e-6, _nest.Timings!.Correct(TimedForm.MulticoreFromSleep, NestTimings.ClassOf(Iterations), 10e-6, 35e-6), 7);
    }

    [Fact]
    public void ASequenceIsJudgedByItsLaterRuns()
    {
        // To wake helpers takes longer than the run alone; the runs that follow at once take a third of it.
        Backend last = Backend.Simd;
        int together = 0;
        for (int i = 0; i < 3000; i++)
        {
            Backend chosen = _nest.Choose(Backend.Auto, Iterations, out long started);
            _clock.Advance(chosen != Backend.Multicore ? 100e-6 : last == Backend.Multicore ? 35e-6 : 200e-6);
            if (started != 0)
            {
                _nest.Complete(chosen, started);
            }

            _clock.Advance(1e-6);
            last = chosen;
            together += i >= 2000 && chosen == Backend.Multicore ? 1 : 0;
        }

        Assert.InRange(together, 960, 1000);
    }

    [Fact]
    public void WhatLargeRunsTeachMovesTheThreshold()
    {
        // Ten times as slow as predicted, on all: the start pays off at a tenth of the iterations.
        Run(2000, 1000e-6, 260e-6);

        Assert.InRange(_nest.ReadyThreshold, 500, 1300);
    }

    [Fact]
    public void RunsInsideAParallelLoopTeachNothing()
    {
        Run(20, 100e-6, 35e-6);
        int before = _nest.Timings!.Runs;
        bool outer = ParallelRange.SetWorking(true);
        try
        {
            Assert.All(Run(20, 300e-6, 300e-6), backend => Assert.Equal(Backend.Simd, backend));
        }
        finally
        {
            ParallelRange.SetWorking(outer);
        }

        Assert.Equal(before, _nest.Timings.Runs);
    }

    [Fact]
    public void NoTimeAtAllIsNoError()
    {
        NestDescriptor nest = new("for") { OperationsPerIteration = 0, BytesPerIteration = 0, GpuRefusal = "no" };
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(Backend.Simd, nest.Run(_clock, long.MaxValue / 4, _ => 0));
        }

        for (int i = 0; i < 1000; i++)
        {
            _nest.Run(_clock, Iterations, _ => 0);
        }

        Assert.True(double.IsFinite(_nest.Timings!.Correct(TimedForm.Simd, NestTimings.ClassOf(Iterations), 0, 100e-6)));
    }

    [Fact]
    public void OtherOptionsStartAnew()
    {
        Run(100, 1000e-6, 350e-6);
        NestTimings before = _nest.Timings!;

        AccelOptions.MaxDegreeOfParallelism = 3;
        Once(1000e-6, 350e-6);

        Assert.NotSame(before, _nest.Timings);
    }

    [Fact]
    public void ToExplainForgetsNothing()
    {
        Run(100, 1000e-6, 350e-6);
        NestTimings before = _nest.Timings!;

        KernelDispatcher.Explain(() => Once(1000e-6, 350e-6));

        Assert.Same(before, _nest.Timings);
    }

    [Fact]
    public void ADeviceIsNotTriedWhereItIsFarSlower()
    {
        GpuBackendRegistration.Register(new FakeGpu { Rates = new(300e-6, 10e9, 10e12, 1e12) });
        NestDescriptor nest = new("for") { OperationsPerIteration = 8 };
        for (int i = 0; i < 5000; i++)
        {
            Assert.NotEqual(Backend.Gpu, nest.Run(_clock, Iterations, backend => backend == Backend.Multicore ? 35e-6 : 100e-6));
        }
    }

    [Fact]
    public void SixtyFourThreadsShareANest()
    {
        NestChoice.Clock = TimeProvider.System;
        Thread[] threads = [.. Enumerable.Range(0, 64).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 300; i++)
            {
                Backend chosen = _nest.Choose(Backend.Auto, 1L << (i % 40), out long started);
                if (started != 0)
                {
                    _nest.Complete(chosen, started);
                }
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.True(_nest.Timings!.Runs >= NestTimings.LearningRuns);
        Assert.All(Enumerable.Range(0, 64), sizeClass => Assert.InRange(_nest.Timings.Correct(TimedForm.Simd, sizeClass, 0, 1), 1e-7, 1e7));
    }

    private Backend[] Run(int runs, double alone, double together) => [.. Enumerable.Range(0, runs).Select(_ => Once(alone, together))];

    private Backend Once(double alone, double together) => _nest.Run(_clock, Iterations, backend => backend == Backend.Multicore ? together : alone);
}
