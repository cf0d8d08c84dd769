using Accel.Compiler.Frontend;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Nests that look at a token.</summary>
public sealed class CancellationTests
{
    private const string Parameters = "Span<float> x, System.Threading.CancellationToken token, System.Threading.CancellationToken other, int n";

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { token.ThrowIfCancellationRequested(); x[i] = 1; }")]
    [InlineData("for (int i = 0; i < n; i++) { if ((i & 7) == 0) token.ThrowIfCancellationRequested(); x[i] = 1; }")]
    [InlineData("var mine = token; for (int i = 0; i < n; i++) { mine.ThrowIfCancellationRequested(); x[i] = 1; }")]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { token.ThrowIfCancellationRequested(); for (int j = 0; j < 9; j++) x[i * 9 + j] = 1; }")]
    [InlineData("float s = 0; for (int i = 0; i < n; i++) { token.ThrowIfCancellationRequested(); s += x[i]; } x[0] = s;")]
    public void AreCutIntoPieces(string body)
    {
        Nest nest = CompilerTest.Kernel(Parameters, body).Nest;

        Assert.True(nest.IsCancellable);
        Assert.DoesNotContain("token", IrPrinter.Print(nest), StringComparison.Ordinal);
    }

    [Fact]
    public void OthersAreNot() => Assert.False(CompilerTest.Kernel(Parameters, "token.ThrowIfCancellationRequested(); for (int i = 0; i < n; i++) x[i] = 1;").Nest.IsCancellable);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { token.ThrowIfCancellationRequested(); other.ThrowIfCancellationRequested(); x[i] = 1; }", "looks at one token")]
    [InlineData("for (int i = 0; i < n; i++) { token = other; token.ThrowIfCancellationRequested(); x[i] = 1; }", "A value of type")]
    [InlineData("for (int i = 1; i < n; i++) { token.ThrowIfCancellationRequested(); x[i] = x[i - 1] + x[i]; }", "To look at a token a nest is cut into pieces")]
    [InlineData("for (int i = 0; i < n; i++) { if (token.IsCancellationRequested) return; x[i] = 1; }", "'token.IsCancellationRequested'")]
    public void SomeStayPlain(string body, string message) =>
        Assert.Contains(message, CompilerTest.Kernel(Parameters, body).Rejections, StringComparison.Ordinal);

    [Fact]
    public void WhereTheOuterLoopCannotBeCutTheInnerOnesAreCompiled()
    {
        var kernel = CompilerTest.Kernel(Parameters, "for (int t = 0; t < n; t++) { token.ThrowIfCancellationRequested(); for (int i = 0; i < n; i++) x[i] = x[i] * 2 + 1; }");

        Nest nest = Assert.Single(kernel.Model.Nests);
        Assert.Equal("i", nest.Loop.Variable.Name);
        Assert.False(nest.IsCancellable);
    }

    [Fact]
    public void TheTokenIsTheLastArgument() => CompilerTest.Kernel(Parameters, "for (int i = 0; i < n; i++) { token.ThrowIfCancellationRequested(); x[i] = 1; }").HasHost("""
        nest 0(x, n, token): for (int i = 0; i < n; i++) { token.ThrowIfCancellationRequested(); x[i] = 1; }
        """);
}
