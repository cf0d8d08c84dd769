using Accel.Runtime;

namespace Accel.Tests.Buffers;

public sealed class ElementArgumentsTests
{
    [Fact]
    public void EqualLengthsAndScalarsAgree()
    {
        var arguments = new ElementArguments();
        arguments.Add<float>(1f, "a");
        arguments.Add<int>(new int[5], "b");
        arguments.Add<double>(new double[5], "c");

        Assert.Equal(5, arguments.Length(5));
        Assert.Equal(5, arguments.Length(9));
    }

    [Fact]
    public void ScalarsAloneFillTheDestination()
    {
        var arguments = new ElementArguments();
        arguments.Add<float>(1f, "a");

        Assert.Equal(9, arguments.Length(9));
    }

    [Fact]
    public void EmptyArgumentsComputeNothing()
    {
        var arguments = new ElementArguments();
        arguments.Add<float>(Array.Empty<float>(), "a");

        Assert.Equal(0, arguments.Length(9));
    }

    [Fact]
    public void DifferentLengthsAreNamed()
    {
        var error = Assert.Throws<ArgumentException>(() =>
        {
            var arguments = new ElementArguments();
            arguments.Add<int>(new int[5], "x");
            arguments.Add<int>(new int[6], "y");
        });

        Assert.Equal("y", error.ParamName);
        Assert.StartsWith("The arguments differ in length: 'x' has 5 elements and 'y' 6.", error.Message);
    }

    [Fact]
    public void AShortDestinationIsNamed()
    {
        var error = Assert.Throws<ArgumentException>(() =>
        {
            var arguments = new ElementArguments();
            arguments.Add<int>(new int[5], "x");
            arguments.Length(4, "result");
        });

        Assert.Equal("result", error.ParamName);
        Assert.StartsWith("The destination is too short: 'result' has 4 elements and 'x' 5.", error.Message);
    }
}
