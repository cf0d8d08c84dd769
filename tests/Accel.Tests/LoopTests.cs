namespace Accel.Tests;

public sealed class LoopTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(-3, 2)]
    [InlineData(int.MaxValue - 2, int.MaxValue)]
    [InlineData(5, 5)]
    [InlineData(5, -5)]
    [InlineData(int.MaxValue, int.MinValue)]
    public void ParallelCountsUp(int from, int to)
    {
        List<int> seen = [];
        foreach (int i in Loop.Parallel(from, to))
        {
            Loop.ExpectVectorized();
            seen.Add(i);
        }

        List<int> expected = [];
        for (long i = from; i < to; i++)
        {
            expected.Add((int)i);
        }

        Assert.Equal(expected, seen);
    }
}
