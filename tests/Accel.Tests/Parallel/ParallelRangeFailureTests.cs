using Accel.Runtime;

namespace Accel.Tests.Parallel;

public sealed class ParallelRangeFailureTests : ProcessState
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void TheLowestFailureIsSeen(int threads)
    {
        AccelOptions.MaxDegreeOfParallelism = threads;
        for (int round = 0; round < 200; round++)
        {
            int first = round % 16;
            var body = new CallBody((begin, end) =>
            {
                for (int i = begin; i < end; i++)
                {
                    if (i >= first)
                    {
                        throw new InvalidDataException($"{i}");
                    }
                }
            });

            var error = Assert.Throws<InvalidDataException>(() => ParallelRange.For(16, 1, 1, ref body));
            Assert.Equal($"{first}", error.Message);
        }
    }

    [Fact]
    public void ALaterFailureThatComesEarlierIsNotTheOneSeen()
    {
        AccelOptions.MaxDegreeOfParallelism = 2;
        using var laterHasFailed = new ManualResetEventSlim();
        var body = new CallBody((begin, _) =>
        {
            if (begin == 0)
            {
                laterHasFailed.Wait();
                throw new InvalidDataException("first");
            }

            laterHasFailed.Set();
            throw new InvalidDataException("later");
        });

        Assert.Equal("first", Assert.Throws<InvalidDataException>(() => ParallelRange.For(16, 1, 1, ref body)).Message);
    }

    [Fact]
    public void AllChunksHaveEndedWhenItThrows()
    {
        AccelOptions.MaxDegreeOfParallelism = 3;
        int running = 0;
        var body = new CallBody((begin, _) =>
        {
            Interlocked.Increment(ref running);
            Thread.SpinWait(2000);
            Interlocked.Decrement(ref running);
            if (begin == 1)
            {
                throw new InvalidDataException();
            }
        });

        for (int i = 0; i < 100; i++)
        {
            Assert.Throws<InvalidDataException>(() => ParallelRange.For(24, 1, 1, ref body));
            Assert.Equal(0, Volatile.Read(ref running));
        }
    }

    [Fact]
    public void TheStackTraceShowsWhereItWasThrown()
    {
        AccelOptions.MaxDegreeOfParallelism = 2;
        var body = new CallBody((_, _) => ThrowFromHere());

        var error = Assert.Throws<InvalidDataException>(() => ParallelRange.For(16, 1, 1, ref body));
        Assert.Contains(nameof(ThrowFromHere), error.StackTrace);
    }

    [Fact]
    public void TheNextLoopIsNotAffected()
    {
        AccelOptions.MaxDegreeOfParallelism = 2;
        var failing = new CallBody((_, _) => throw new InvalidDataException());
        Assert.Throws<InvalidDataException>(() => ParallelRange.For(16, 1, 1, ref failing));

        int chunks = 0;
        var body = new CallBody((_, _) => Interlocked.Increment(ref chunks));
        ParallelRange.For(16, 1, 1, ref body);
        Assert.Equal(16, chunks);
    }

    private static void ThrowFromHere() => throw new InvalidDataException();
}
