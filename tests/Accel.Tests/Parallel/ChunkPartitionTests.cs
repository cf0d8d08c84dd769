using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Accel.Tests.Parallel;

public sealed class ChunkPartitionTests
{
    [Property(MaxTest = 500)]
    public Property ChunksTileTheRangeAtMultiples() => Prop.ForAll(
        Arb.From(Gen.Choose(1, 2_000_000)),
        Arb.From(Gen.Choose(1, 20_000)),
        Arb.From(Gen.Choose(-1, 100_000)),
        (iterations, multiple, minimum) => Enumerable.Range(1, 9).All(threads => IsTiling(iterations, multiple, minimum, threads)));

    [Theory]
    [InlineData(long.MaxValue, 1, 0)]
    [InlineData(long.MaxValue, 16384, 5)]
    [InlineData(long.MaxValue, long.MaxValue, 1)]
    [InlineData(long.MaxValue - 1, long.MaxValue, long.MaxValue)]
    [InlineData(10, 3, long.MaxValue)]
    public void ExtremesDoNotOverflow(long iterations, long multiple, long minimum)
    {
        var chunks = ChunkPartition.Of((nint)iterations, (nint)multiple, (nint)minimum, 1024);

        Assert.True(chunks.Count >= 1);
        Assert.Equal((nint)iterations, chunks.End(chunks.Count - 1));
        Assert.True(chunks.Begin(chunks.Count - 1) >= 0);
        Assert.True(chunks.Begin(chunks.Count - 1) < (nint)iterations);
    }

    [Fact]
    public void EnoughChunksForEveryThreadWhereTheRangeAllows() =>
        Assert.Equal(32, ChunkPartition.Of(1_000_000, 1, 1, threads: 4).Count);

    private static bool IsTiling(int iterations, int multiple, int minimum, int threads)
    {
        var chunks = ChunkPartition.Of(iterations, multiple, minimum, threads);
        nint next = 0;
        for (nint i = 0; i < chunks.Count; i++)
        {
            nint begin = chunks.Begin(i);
            nint end = chunks.End(i);
            bool isLast = i == chunks.Count - 1;
            if (begin != next || end <= begin || begin % multiple != 0 || (!isLast && end - begin < minimum))
            {
                return false;
            }

            next = end;
        }

        return next == iterations;
    }
}
