using Accel.Runtime;

namespace Accel.Faults.Tests.Workers;

/// <summary>Worker threads that throw: the exception of the lowest index is the one seen, no iteration before it is missing, and the workers stay usable.</summary>
public class WorkerExceptionTests
{
    private const int Chunks = 24;
    private const int PerChunk = 16;
    private const int Iterations = Chunks * PerChunk;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void EachChunkMayThrow(int threads) => Deadline.Run(60, () =>
    {
        for (int chunk = 0; chunk < Chunks; chunk++)
        {
            foreach (int offset in new[] { 0, PerChunk / 2, PerChunk - 1 })
            {
                int first = (chunk * PerChunk) + offset;
                AssertFirst(threads, first, iteration => iteration == first);
            }

            AssertWorks(threads);
        }
    });

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void SeveralChunksMayThrow(int threads) => Deadline.Run(60, () =>
    {
        var random = new Random(1);
        for (int round = 0; round < 300; round++)
        {
            long[] throwing = [.. Enumerable.Range(0, random.Next(2, 40)).Select(_ => (long)random.Next(Iterations))];
            AssertFirst(threads, throwing.Min(), throwing.Contains);
        }

        AssertFirst(threads, 0, _ => true);
        AssertWorks(threads);
    });

    [Fact]
    public void TheFailureOfALaterChunkDoesNotHideThatOfAnEarlierOneWhichIsSlow() => Deadline.Run(60, () =>
    {
        using ManualResetEventSlim laterHasThrown = new();
        for (int round = 0; round < 20; round++)
        {
            laterHasThrown.Reset();
            AssertFirst(2, 5, iteration =>
            {
                if (iteration == 5)
                {
                    // No helper may come at all; then the one thread gets here first.
                    laterHasThrown.Wait(20);
                    return true;
                }

                if (iteration == PerChunk)
                {
                    laterHasThrown.Set();
                    return true;
                }

                return false;
            });
        }
    });

    [Fact]
    public void ALoopInsideAWorkerThrowsThroughIt() => Deadline.Run(60, () =>
    {
        for (int inner = 0; inner < Iterations; inner += 37)
        {
            int first = inner;
            byte[] done = new byte[Iterations];
            var error = Assert.Throws<IterationException>(() => Run(3, new NestedBody(() =>
            {
                var body = new ThrowingBody(iteration => iteration == first, done);
                ParallelRange.For(Iterations, 1, 1, ref body);
            })));
            Assert.Equal(first, error.Iteration);
            Assert.False(ParallelRange.IsWorking);
            AssertWorks(3);
        }
    });

    [Fact]
    public void ManyThreadsThrowAtOnce() => Deadline.Run(120, () =>
    {
        var threads = new Thread[16];
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        for (int t = 0; t < threads.Length; t++)
        {
            int first = t * 11;
            threads[t] = new Thread(() =>
            {
                try
                {
                    for (int round = 0; round < 50; round++)
                    {
                        AssertFirst(4, first, iteration => iteration >= first);
                        AssertWorks(4);
                    }
                }
                catch (Exception error)
                {
                    failures.Enqueue(error);
                }
            });
            threads[t].Start();
        }

        Array.ForEach(threads, thread => thread.Join());
        Assert.Empty(failures);
    });

    private static void AssertFirst(int threads, long first, Func<long, bool> throwing)
    {
        byte[] done = new byte[Iterations];
        var error = Assert.Throws<IterationException>(() => Run(threads, new ThrowingBody(throwing, done)));
        Assert.Equal(first, error.Iteration);
        Assert.All(done.Take((int)first), count => Assert.Equal(1, count));
        Assert.All(done, count => Assert.InRange(count, 0, 1));
        Assert.False(ParallelRange.IsWorking);
    }

    private static void AssertWorks(int threads)
    {
        byte[] done = new byte[Iterations];
        Run(threads, new ThrowingBody(_ => false, done));
        Assert.All(done, count => Assert.Equal(1, count));
    }

    private static void Run<TBody>(int threads, TBody body)
        where TBody : struct, IRangeBody => ParallelRange.For(Iterations, PerChunk, PerChunk, threads, ref body);

    private readonly struct NestedBody(Action run) : IRangeBody
    {
        public void Run(nint begin, nint end) => run();
    }
}
