using Accel.Fuzz.Generating;

namespace Accel.Fuzz.Tests.Generating;

public class ArgumentHintsTests
{
    [Theory]
    [InlineData("2*(n-1)+3", 21)]
    [InlineData("(n-1)*w+n", 46)]
    [InlineData("-n+k", -5)]
    [InlineData("7", 7)]
    public void ExpressionsAreSumsAndProducts(string expression, long expected)
    {
        var known = new Dictionary<string, long> { ["n"] = 10, ["w"] = 4, ["k"] = 5 };
        Assert.Equal(expected, ArgumentHints.Of($"//@ x = {expression}\n").Value("x", known, new Dice(1)));
    }

    [Fact]
    public void TheLargestCounts() =>
        Assert.Equal(12, ArgumentHints.Of("//@ x = n\n//@ x = n+2\n//@ x = 3\n").Value("x", new Dictionary<string, long> { ["n"] = 10 }, new Dice(1)));

    [Fact]
    public void FlagsAndBoundsAreRead()
    {
        ArgumentHints hints = ArgumentHints.Of("//@ exact\n//@ n < 70\n[Kernel]");
        Assert.True(hints.IsExact);
        Assert.Equal(70, hints.MostSize);
    }
}
