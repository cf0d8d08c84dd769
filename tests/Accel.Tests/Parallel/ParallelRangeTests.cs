using Accel.Runtime;

namespace Accel.Tests.Parallel;

public sealed class ParallelRangeTests : ProcessState
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void EveryIterationRunsOnce(int threads)
    {
        AccelOptions.MaxDegreeOfParallelism = threads;
        foreach (int count in (int[])[1, 2, 3, 63, 64, 65, 1000, 100_003])
        {
            int[] runs = new int[count];
            var body = new CountRuns { Runs = runs };
            ParallelRange.For(count, 64, 1, ref body);
            Assert.All(runs, times => Assert.Equal(1, times));
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(64, 1, 1)]
    [InlineData(65, 1, 1)]
    [InlineData(100_003, 1, 7)]
    [InlineData(100_003, 256, 1)]
    [InlineData(100_003, 16384, 100)]
    [InlineData(100_003, 256, int.MaxValue)]
    public void PiecesFollowEachOther(int count, int multiple, int chunk)
    {
        nint next = 0;
        int pieces = 0;
        var body = new CallBody((begin, end) =>
        {
            Assert.Equal(next, begin);
            Assert.Equal(0, begin % multiple);
            Assert.True(end > begin);
            next = end;
            pieces++;
        });

        ParallelRange.InPieces(count, multiple, chunk, ref body);

        Assert.Equal(count, next);
        Assert.InRange(pieces, 1, 1 + (count / Math.Min(64L * chunk, count)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void PiecesOfSeveralThreadsAreShortHoweverLongTheLoopIs(int threads)
    {
        AccelOptions.MaxDegreeOfParallelism = threads;
        const int Count = 1_000_000;
        long done = 0;
        long longest = 0;
        var body = new CallBody((begin, end) =>
        {
            Interlocked.Add(ref done, end - begin);
            for (long seen = Volatile.Read(ref longest); end - begin > seen;)
            {
                seen = Interlocked.CompareExchange(ref longest, end - begin, seen);
            }
        });

        ParallelRange.ForInPieces(Count, 16, 100, ref body);

        Assert.Equal(Count, done);
        Assert.InRange(longest, 1, 64 * 100);
    }

    [Fact]
    public void TheLeastOfManyIsKept()
    {
        nint least = 1_000_000;
        var body = new LowerBody { Least = ref least };
        AccelOptions.MaxDegreeOfParallelism = 4;
        ParallelRange.For(100_000, 1, 1, ref body);

        Assert.Equal(17, least);
        ParallelRange.Lower(ref least, 30);
        Assert.Equal(17, least);
    }

    private ref struct LowerBody : IRangeBody
    {
        public ref nint Least;

        public void Run(nint begin, nint end)
        {
            for (nint i = begin; i < end; i++)
            {
                ParallelRange.Lower(ref Least, 17 + (i * 7919 % 100_000));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void NothingRunsForAnEmptyRange(int count)
    {
        var body = new CallBody((_, _) => Assert.Fail("A chunk ran."));
        ParallelRange.For(count, 1, 1, ref body);
        ParallelRange.InPieces(count, 1, 1, ref body);
    }

    [Fact]
    public void AMultipleBelowOneIsRefused()
    {
        var body = new CallBody((_, _) => { });
        Assert.Throws<ArgumentOutOfRangeException>(() => ParallelRange.For(1, 0, 1, ref body));
    }

    [Fact]
    public void AHelperTakesPart()
    {
        AccelOptions.MaxDegreeOfParallelism = 2;
        using var helperIsThere = new ManualResetEventSlim();
        int caller = Environment.CurrentManagedThreadId;
        var body = new CallBody((_, _) =>
        {
            if (Environment.CurrentManagedThreadId != caller)
            {
                helperIsThere.Set();
            }

            helperIsThere.Wait();
        });

        ParallelRange.For(100, 1, 1, ref body);

        Assert.True(helperIsThere.IsSet);
    }

    [Fact]
    public void NoMoreThreadsRunThanAllowed()
    {
        AccelOptions.MaxDegreeOfParallelism = 2;
        int running = 0;
        int most = 0;
        var body = new CallBody((_, _) =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            Thread.SpinWait(200);
            Interlocked.Decrement(ref running);
        });

        for (int i = 0; i < 200; i++)
        {
            ParallelRange.For(100, 1, 1, ref body);
        }

        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public void NestedLoopsRunAsOneChunkOnTheirThread()
    {
        AccelOptions.MaxDegreeOfParallelism = 4;
        int inner = 0;
        var body = new CallBody((_, _) =>
        {
            int thread = Environment.CurrentManagedThreadId;
            var nested = new CallBody((begin, end) =>
            {
                Assert.Equal((thread, 0, 1000), (Environment.CurrentManagedThreadId, begin, end));
                Interlocked.Increment(ref inner);
            });
            ParallelRange.For(1000, 1, 1, ref nested);
        });

        ParallelRange.For(32, 1, 1, ref body);

        Assert.Equal(32, inner);
        Assert.False(ParallelRange.IsWorking);
    }

    [Fact]
    public void ManyThreadsMayCallAtOnce()
    {
        AccelOptions.MaxDegreeOfParallelism = 4;
        long total = 0;

        // From pool threads, all of which the callers occupy.
        System.Threading.Tasks.Parallel.For(0, 64, _ =>
        {
            for (int i = 0; i < 20; i++)
            {
                int[] runs = new int[500];
                var body = new CountRuns { Runs = runs };
                ParallelRange.For(runs.Length, 1, 1, ref body);
                Interlocked.Add(ref total, runs.Sum());
            }
        });

        Assert.Equal(64 * 20 * 500, total);
    }

    [Fact]
    public void NothingIsAllocatedOnceWarm()
    {
        AccelOptions.MaxDegreeOfParallelism = 2;
        Run(1000);

        // The pool allocates on the thread that queues when it starts a worker or lengthens its queue, which other tests cause: not in every round.
        Assert.Contains(0L, Enumerable.Range(0, 20).Select(_ => AllocatedByRuns()));

        static long AllocatedByRuns()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Run(200);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        static void Run(int times)
        {
            Span<int> runs = stackalloc int[256];
            for (int i = 0; i < times; i++)
            {
                var body = new CountRuns { Runs = runs };
                ParallelRange.For(runs.Length, 1, 1, ref body);
            }
        }
    }

    private static void InterlockedMax(ref int location, int value)
    {
        int seen = Volatile.Read(ref location);
        while (value > seen)
        {
            seen = Interlocked.CompareExchange(ref location, value, seen);
        }
    }

    private ref struct CountRuns : IRangeBody
    {
        public Span<int> Runs;

        public readonly void Run(nint begin, nint end)
        {
            for (nint i = begin; i < end; i++)
            {
                Interlocked.Increment(ref Runs[(int)i]);
            }
        }
    }
}
