using Accel.Testing.Comparing;
using Xunit;
using Xunit.Sdk;

namespace Accel.Testing.Tests.Comparing;

public sealed class SameTests
{
    [Fact]
    public void AnyNaNEqualsAnyOther()
    {
        float other = BitConverter.UInt32BitsToSingle(0xFFC12345);
        Same.Bits([1f, float.NaN], [1f, other]);
    }

    [Fact]
    public void ZerosOfDifferentSignDiffer() => Assert.Throws<XunitException>(() => Same.Bits([0.0], [-0.0]));

    [Fact]
    public void TheMessageNamesIndexValuesAndDistance()
    {
        XunitException failure = Assert.Throws<XunitException>(() => Same.Bits([1f, 2f, 3f], [1f, MathF.BitIncrement(2f), 4f], "Saxpy"));
        Assert.Equal(
            "Saxpy: first difference at index 1 of 3: expected 2 (0x40000000), actual 2.0000002 (0x40000001), 1 ulp apart.", failure.Message);
    }

    [Fact]
    public void LengthsMustAgree() => Assert.Throws<XunitException>(() => Same.Bits([1, 2], [1]));

    [Fact]
    public void WithinAllowsTheBoundAndNoMore()
    {
        Same.Within(1, [2f], [MathF.BitIncrement(2f)]);
        Assert.Throws<XunitException>(() => Same.Within(1, [2f], [MathF.BitIncrement(MathF.BitIncrement(2f))]));
    }
}
