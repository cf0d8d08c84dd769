using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Which pairs of buffers a nest needs apart, and which may be one.</summary>
public sealed class AliasingTests
{
    [Theory]
    [InlineData("y[i] = x[i];", "y/x may start alike")]
    [InlineData("y[i] = x[i + 1];", "y/x apart")]
    [InlineData("y[i] = x[i - 1];", "y/x apart")]
    [InlineData("y[i] = b[i];", "y/b apart")]
    [InlineData("y[i] = x[i] + z[i];", "y/x may start alike; y/z may start alike")]
    [InlineData("y[i] = 1; z[i] = 2;", "y/z may start alike")]
    [InlineData("y[i] = z[i] = 1;", "")]
    public void PairsOfWhichOneIsWritten(string body, string expected)
    {
        CompilerTest test = CompilerTest.Kernel(
            "Span<int> y, ReadOnlySpan<int> x, Span<int> z, ReadOnlySpan<byte> b", $"for (int i = 1; i < 99; i++) {{ {body} }}");
        if (expected.Length == 0)
        {
            Assert.Empty(test.Model.Nests);
            return;
        }

        Assert.Equal(expected, Rules(test.After(nameof(ParallelizeLoops))));
    }

    [Fact]
    public void ALoopThatStaysInOrderNeedsNoneApart() =>
        Assert.Equal("y/x may start alike", Rules(CompilerTest.Kernel(
            "Span<int> y, ReadOnlySpan<int> x", "for (int i = 1; i < 99; i++) y[i] = y[2 * i] + x[i - 1];").After(nameof(ParallelizeLoops))));

    [Fact]
    public void BuffersThatAreOnlyReadMayOverlap() =>
        Assert.Equal("", Rules(CompilerTest.Kernel(
            "ReadOnlySpan<int> y, ReadOnlySpan<int> x, ref int sum", "for (int i = 1; i < 99; i++) sum += y[i] * x[i - 1];").After(nameof(ParallelizeLoops))));

    private static string Rules(Nest nest) => string.Join("; ", Aliasing.Of(nest.Loop, nest.Buffers)
        .Select(rule => $"{rule.Written.Name}/{rule.Other.Name} {(rule.MayStartAlike ? "may start alike" : "apart")}"));
}
