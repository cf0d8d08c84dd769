using Accel.Runtime;

namespace Accel.Tests.Runtime;

public class GuardsTests
{
    [Fact]
    public void TheRangeIsThatOfTheElementsBetween()
    {
        var random = new Random(1);
        int[] values = [.. Enumerable.Range(0, 100).Select(_ => random.Next(int.MinValue, int.MaxValue))];
        for (int from = 0; from < 40; from++)
        {
            for (int to = from; to < values.Length; to += 1 + (to % 3))
            {
                Guards.Range(values, from, to, out int low, out int high);
                Assert.Equal((values[from..(to + 1)].Min(), values[from..(to + 1)].Max()), (low, high));
            }
        }
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    [InlineData(0, 4)]
    public void WhatIsNoRangeOfElementsIsEmpty(long from, long to)
    {
        Guards.Range([5, 6, 7, 8], from, to, out int low, out int high);
        Assert.Equal((0, -1), (low, high));
    }

    [Theory]
    [InlineData(0, 10, 0, 1, false)]
    [InlineData(0, 10, 0, 3, false)]
    [InlineData(0, 9, 0, 3, true)]
    [InlineData(0, 10, 4, 4, true)]
    [InlineData(2, 10, 3, 4, false)]
    [InlineData(5, 5, 0, 1, false)]
    [InlineData(5, 5, 0, 1, true)]
    [InlineData(7, 5, 0, 2, true)]
    [InlineData(9, 0, 0, -1, true)]
    [InlineData(9, 0, -1, -2, false)]
    [InlineData(-3, 0, 0, -1, true)]
    [InlineData(int.MinValue, int.MinValue + 4, 0, 3, false)]
    public void TheEndOfALoopIsWhereItStops(int start, int bound, int offset, int step, bool isInclusive)
    {
        long i = start;
        while (step > 0 ? (isInclusive ? i + offset <= bound : i + offset < bound) : isInclusive ? i + offset >= bound : i + offset > bound)
        {
            i += step;
        }

        Assert.Equal(i, Guards.EndOf(start, bound, offset, step, isInclusive));
        Assert.Equal(i, Guards.EndOf((long)start, bound, offset, step, isInclusive));
    }
}
