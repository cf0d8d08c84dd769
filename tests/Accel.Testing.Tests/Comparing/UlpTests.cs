using Accel.Testing.Comparing;
using Xunit;

namespace Accel.Testing.Tests.Comparing;

public sealed class UlpTests
{
    [Theory]
    [InlineData(1f, 1f, 0)]
    [InlineData(0f, -0f, 0)]
    [InlineData(float.NaN, float.NaN, 0)]
    [InlineData(float.NaN, 1f, long.MaxValue)]
    [InlineData(float.MaxValue, float.PositiveInfinity, 1)]
    [InlineData(float.Epsilon, -float.Epsilon, 2)]
    [InlineData(1f, 2f, 1 << 23)]
    [InlineData(float.NegativeInfinity, float.PositiveInfinity, 2L * 0x7F800000)]
    public void FloatsCountTheNumbersBetween(float x, float y, long distance)
    {
        Assert.Equal(distance, Ulp.Distance(x, y));
        Assert.Equal(distance, Ulp.Distance(y, x));
    }

    [Theory]
    [InlineData(1.0, 1.0, 0)]
    [InlineData(0.0, -0.0, 0)]
    [InlineData(double.NaN, 1.0, long.MaxValue)]
    [InlineData(double.MaxValue, double.PositiveInfinity, 1)]
    [InlineData(double.Epsilon, -double.Epsilon, 2)]
    [InlineData(1.0, 2.0, 1L << 52)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, long.MaxValue)]
    public void DoublesCountTheNumbersBetween(double x, double y, long distance)
    {
        Assert.Equal(distance, Ulp.Distance(x, y));
        Assert.Equal(distance, Ulp.Distance(y, x));
    }
}
