using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Nests that report their progress.</summary>
public sealed class ProgressTests
{
    private const string Parameters = "Span<float> x, IProgress<double> progress, IProgress<double> other, IProgress<int> count, System.Threading.CancellationToken token, int n";

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { x[i] = 1; progress.Report((i + 1) / (double)n); }", false)]
    [InlineData("for (int i = 0; i < n; i++) { if (i % 1000 == 0) progress.Report(100.0 * i / x.Length); x[i] = 1; }", false)]
    [InlineData("for (int i = 0; i < n; i++) { progress?.Report(i); x[i] = 1; }", true)]
    [InlineData("foreach (int i in Loop.Parallel(0, n)) { for (int j = 0; j < 9; j++) x[i * 9 + j] = 1; progress?.Report(i); }", true)]
    [InlineData("float s = 0; for (int i = 0; i < n; i++) { s += x[i]; progress.Report(i); } x[0] = s;", false)]
    [InlineData("for (int i = 0; i < n; i++) { token.ThrowIfCancellationRequested(); progress.Report(i); x[i] = 1; }", false)]
    public void AreCutIntoPieces(string body, bool mayBeNobody)
    {
        Nest nest = CompilerTest.Kernel(Parameters, body).Nest;

        Assert.True(nest.RunsInPieces);
        Assert.Equal(mayBeNobody, nest.Progress!.MayBeNobody);
        Assert.Equal(ScalarType.Double, nest.Progress.Value.Type);
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { progress.Report(i); other.Report(i); x[i] = 1; }", "reports its progress by one call")]
    [InlineData("for (int i = 0; i < n; i++) { progress.Report(x[i]); x[i] = 1; }", "must be computed of that loop's variable and fixed values alone")]
    [InlineData("for (int i = 0; i < n; i++) { for (int j = 0; j < 9; j++) { progress.Report(j); x[i * 9 + j] = 1; } }", "must be computed of that loop's variable and fixed values alone")]
    [InlineData("for (int i = 0; i < n; i++) { progress = other; progress.Report(i); x[i] = 1; }", "A value of type")]
    [InlineData("for (int i = 1; i < n; i++) { progress.Report(i); x[i] = x[i - 1] + x[i]; }", "To report its progress a nest is cut into pieces")]
    [InlineData("for (int i = 0; i < n; i++) { count.Report(i); x[i] = 1; }", "'Report'")]
    public void SomeStayPlain(string body, string message) =>
        Assert.Contains(message, CompilerTest.Kernel(Parameters, body).Rejections, StringComparison.Ordinal);

    [Fact]
    public void WhoIsToldIsTheLastArgument() => CompilerTest.Kernel(Parameters, "for (int i = 0; i < n; i++) { token.ThrowIfCancellationRequested(); progress?.Report(i); x[i] = 1; }").HasHost("""
        nest 0(x, n, token, progress): for (int i = 0; i < n; i++) { token.ThrowIfCancellationRequested(); progress?.Report(i); x[i] = 1; }
        """);
}
