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
}
