using Accel.Runtime;

namespace Accel.Tests.Dispatch;

public sealed class DecisionLogTests : ProcessState
{
    private readonly TestClock _clock = new();
    private readonly NestDescriptor _nest = new("for (int i = 0; i < n; i++)") { OperationsPerIteration = 8, GpuRefusal = "it calls the host" };

    public DecisionLogTests()
    {
        _ = new KernelDescriptor("Signal.Saxpy", _nest);
        MachineProfile.Source = new FixedProfile();
        NestChoice.Clock = _clock;
        AccelOptions.MaxDegreeOfParallelism = 4;
        AccelOptions.VectorBits = 256;
    }

    [Fact]
    public void ARunIsToldWithItsTimes()
    {
        _nest.Run(_clock, 1_000_000, _ => 300e-6);

        KernelDecision decision = Assert.Single(KernelDispatcher.Decisions);

        Assert.Equal(Environment.CurrentManagedThreadId, decision.ThreadId);
        Assert.Equal(
            """
            1970-01-01 00:00:01.000300, thread T: Signal.Saxpy: for (int i = 0; i < n; i++)
              ran on Multicore (1,000,000 iterations) in 300.0 µs: the shortest predicted time
                Simd      predicted 1.00 ms
                Multicore predicted 260.0 µs
                Gpu       ruled out: it calls the host
            """.Replace("thread T", $"thread {decision.ThreadId}", StringComparison.Ordinal),
            decision.ToString());
    }

    [Fact]
    public void TheLatestAreKeptInOrder()
    {
        for (int i = 0; i < 1000; i++)
        {
            _nest.Run(_clock, 1_000_000 + i, _ => 300e-6);
        }

        IReadOnlyList<KernelDecision> decisions = KernelDispatcher.Decisions;
        Assert.Equal(DecisionLog.Capacity, decisions.Count);
        Assert.Equal(Enumerable.Range(1000 - DecisionLog.Capacity, DecisionLog.Capacity).Select(i => 1_000_000L + i), decisions.Select(decision => decision.Nest.Iterations));
    }

    [Fact]
    public void CallsOnTheFastPathAreNotInIt()
    {
        _nest.Learn();
        _nest.Choose(Backend.Auto, 1);
        DecisionLog.Clear();
        _nest.Learn(100);

        Assert.Empty(KernelDispatcher.Decisions);
    }

    [Fact]
    public void WhatRanAtLastCounts()
    {
        Assert.Equal(Backend.Multicore, _nest.Choose(Backend.Auto, 1_000_000, out long started));
        _nest.Complete(Backend.Simd, started);

        Assert.Equal(Backend.Simd, Assert.Single(KernelDispatcher.Decisions).Nest.Backend);
    }

    [Fact]
    public void ARunThatThrowsLeavesNoTrace()
    {
        _nest.Choose(Backend.Auto, 1_000_000, out _);
        var other = new NestDescriptor("for") { OperationsPerIteration = 8 };
        other.Choose(Backend.Auto, 2_000_000, out long started);
        _nest.Complete(Backend.Simd, started);

        Assert.Empty(KernelDispatcher.Decisions);
    }

    [Fact]
    public void FailedGuardsAreTooEverMoreRarely()
    {
        for (int i = 0; i < 1000; i++)
        {
            _nest.GuardFailed("x is shorter than y");
        }

        Assert.Equal(10, KernelDispatcher.Decisions.Count);
        NestExplanation nest = KernelDispatcher.Decisions[0].Nest;
        Assert.Equal(("x is shorter than y", Backend.Reference), (nest.FailedGuard, nest.Backend));
    }

    [Fact]
    public void AGuardThatFailsOftenIsTracedOnce()
    {
        using var listener = new TestTrace();
        for (int i = 0; i < 3000; i++)
        {
            _nest.GuardFailed("x is shorter than y");
        }

        string warning = Assert.Single(listener.Lines, line => line.Contains("Signal.Saxpy", StringComparison.Ordinal));
        Assert.Contains("x is shorter than y", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void ToWriteAllocatesNothing()
    {
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            for (int i = 0; i < 300; i++)
            {
                Backend chosen = _nest.Choose(Backend.Auto, 1_000_000, out long started);
                _nest.Complete(chosen, started);
                _nest.GuardFailed("x is shorter than y");
            }
        }
    }

    [Fact]
    public void ReadersSeeWholeEntriesWhileOthersWrite()
    {
        // Each thread's runs have one number of iterations, and the log must not mix them.
        var nests = Enumerable.Range(0, 8).Select(i => new NestDescriptor($"nest {i}") { OperationsPerIteration = 8, GpuRefusal = "no" }).ToArray();
        bool isDone = false;
        Thread[] writers = [.. nests.Select((nest, i) => new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                Backend chosen = nest.Choose(Backend.Auto, 1_000_000 + i, out long started);
                nest.Complete(chosen, started);
            }
        }))];
        Array.ForEach(writers, thread => thread.Start());
        int seen = 0;
        for (int i = 0; i < 300; i++)
        {
            foreach (KernelDecision decision in KernelDispatcher.Decisions)
            {
                Assert.Equal($"nest {decision.Nest.Iterations - 1_000_000}", decision.Nest.Loop);
                seen++;
            }
        }

        Volatile.Write(ref isDone, true);
        Array.ForEach(writers, thread => thread.Join());
        Assert.True(seen > 0);
    }

    private sealed class TestTrace : System.Diagnostics.TraceListener
    {
        public TestTrace() => System.Diagnostics.Trace.Listeners.Add(this);

        public List<string> Lines { get; } = [];

        public override void Write(string? message)
        {
        }

        public override void WriteLine(string? message)
        {
            lock (Lines)
            {
                Lines.Add(message ?? "");
            }
        }

        protected override void Dispose(bool disposing)
        {
            System.Diagnostics.Trace.Listeners.Remove(this);
            base.Dispose(disposing);
        }
    }
}
