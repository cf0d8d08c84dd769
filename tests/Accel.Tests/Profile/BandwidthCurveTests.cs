namespace Accel.Tests.Profile;

public sealed class BandwidthCurveTests
{
    private readonly BandwidthCurve _curve = new((100, 50), (200, 30), (400, 10));

    [Theory]
    [InlineData(0, 50)]
    [InlineData(100, 50)]
    [InlineData(150, 40)]
    [InlineData(200, 30)]
    [InlineData(300, 20)]
    [InlineData(400, 10)]
    [InlineData(1e12, 10)]
    public void LinesBetweenPoints(double bytes, double expected) => Assert.Equal(expected, _curve.At(bytes));

    [Fact]
    public void NoPointsAreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new BandwidthCurve());
}
