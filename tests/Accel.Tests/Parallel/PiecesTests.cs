using Accel.Runtime;

namespace Accel.Tests.Parallel;

/// <summary>Loops in pieces that begin in order, wait for each other and take turns at copies.</summary>
public sealed class PiecesTests : ProcessState
{
    [Theory]
    [InlineData(1, 1, 1, 1_000_000)]
    [InlineData(100_003, 1, 1, 7)]
    [InlineData(100_003, 16384, 1, 100)]
    [InlineData(100_003, 16384, 16384, 65536)]
    [InlineData(100_003, 256, 1_000_000, 1)]
    [InlineData(1_000_003, 256, 1, int.MaxValue)]
    public void APieceHasTheSizeThatIsAskedFor(int count, int multiple, int minimum, int most)
    {
        AccelOptions.MaxDegreeOfParallelism = 3;

        long size = ParallelRange.PieceSize(count, multiple, minimum, most);

        Assert.True(size == count || size % multiple == 0);
        Assert.InRange(size, Math.Min(minimum, count), Math.Max(count, minimum));
        Assert.InRange(size, 1, Math.Max(multiple, Math.Max(minimum, most)) + (long)multiple);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(64)]
    public void PiecesOfTheGivenSizeRunOnceEach(int threads)
    {
        AccelOptions.MaxDegreeOfParallelism = threads;
        foreach (int count in (int[])[1, 63, 64, 65, 1000, 100_003])
        {
            int[] runs = new int[count];
            var body = new CallBody((begin, end) =>
            {
                Assert.Equal(0, begin % 64);
                Assert.Equal(Math.Min(64, count - begin), end - begin);
                for (nint i = begin; i < end; i++)
                {
                    Interlocked.Increment(ref runs[i]);
                }
            });

            ParallelRange.ForPieces(count, 64, ref body);

            Assert.All(runs, times => Assert.Equal(1, times));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void APieceMayWaitForTheOneBefore(int threads)
    {
        AccelOptions.MaxDegreeOfParallelism = threads;
        const int Count = 500;
        for (int round = 0; round < 50; round++)
        {
            int[] told = new int[Count];
            long[] sums = new long[Count];
            var body = new CallBody((begin, _) =>
            {
                long before = 0;
                if (begin > 0)
                {
                    ParallelRange.AwaitPiece(ref told[begin - 1]);
                    before = sums[begin - 1];
                }

                sums[begin] = before + begin;
                Volatile.Write(ref told[begin], 1);
            });

            ParallelRange.ForPieces(Count, 1, ref body);

            Assert.Equal(Count * (Count - 1L) / 2, sums[^1]);
        }
    }

    [Fact]
    public void NestedPiecesRunInOrderOnTheirThread()
    {
        AccelOptions.MaxDegreeOfParallelism = 4;
        var body = new CallBody((_, _) =>
        {
            Assert.Equal(1, ParallelRange.Threads);
            nint next = 0;
            var nested = new CallBody((begin, end) =>
            {
                Assert.Equal(next, begin);
                next = end;
            });
            ParallelRange.ForPieces(1000, 64, ref nested);
            Assert.Equal(1000, next);
        });

        ParallelRange.For(32, 1, 1, ref body);
        Assert.Equal(4, ParallelRange.Threads);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(100)]
    public void NoTwoPiecesHaveOneCopy(int threads)
    {
        AccelOptions.MaxDegreeOfParallelism = threads;
        long taken = ParallelRange.NoCopyTaken(threads);
        int[] users = new int[Math.Min(threads, 64)];
        var body = new CopyBody { Taken = ref taken, Users = users };

        ParallelRange.ForPieces(5000, 1, ref body);

        Assert.All(users, count => Assert.Equal(0, count));
        Assert.Equal(ParallelRange.NoCopyTaken(threads), taken);
    }

    [Theory]
    [InlineData(256, 100_000, true)]
    [InlineData(256, 4096, true)]
    [InlineData(256, 4095, false)]
    [InlineData(int.MaxValue, 1_000_000, false)]
    [InlineData(20_000_000, long.MaxValue, false)]
    public void CopiesAreWorthTheirWhile(int length, long iterations, bool expected)
    {
        AccelOptions.MaxDegreeOfParallelism = 4;

        Assert.Equal(expected, ParallelRange.AreCopiesWorth(length, iterations));
    }

    private ref struct CopyBody : IRangeBody
    {
        public ref long Taken;
        public int[] Users;

        public void Run(nint begin, nint end)
        {
            int copy = ParallelRange.TakeCopy(ref Taken);
            Assert.Equal(1, Interlocked.Increment(ref Users[copy]));
            Thread.SpinWait(5);
            Assert.Equal(0, Interlocked.Decrement(ref Users[copy]));
            ParallelRange.GiveCopy(ref Taken, copy);
        }
    }
}
