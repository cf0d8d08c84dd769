using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Iterations of a serial loop side by side inside a vectorized one.</summary>
public sealed class JamLoopsTests
{
    [Fact]
    public void UpdatesOfOneElementFollowEachOther()
    {
        Jam jam = Jammed("for (int k = 0; k < n; k++) { float a = x[k]; for (int j = 0; j < n; j++) c[j] += a * b[k, j]; }").Single();
        Assert.Equal(
            """
            float a.200 = x[k.1]
            float a.201 = x[(k.1 + 1)]
            float a.202 = x[(k.1 + 2)]
            float a.203 = x[(k.1 + 3)]
            vector(x2) for j.3 = 0; < n.0; +1
              float c.204 = fusedmultiplyadd(a.200, b[k.1, j.3], c[j.3])
              float c.205 = fusedmultiplyadd(a.201, b[(k.1 + 1), j.3], c.204)
              float c.206 = fusedmultiplyadd(a.202, b[(k.1 + 2), j.3], c.205)
              float c.207 = fusedmultiplyadd(a.203, b[(k.1 + 3), j.3], c.206)
              c[j.3] = c.207

            """.ReplaceLineEndings("\n"),
            string.Concat(jam.Body.Statements.Select(IrPrinter.Print)));
    }

    [Theory]
    [InlineData("for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) d[j] = c[j] * x[k] + d[j];")]
    [InlineData("for (int i = 0; i < n; i++) for (int k = 0; k <= n; k++) for (int j = 0; j < n; j++) b[i, j] -= x[k] * d[j];")]
    [InlineData("for (int k = 2; k < n; k++) for (int j = 0; j < n; j++) { float t = b[k, j]; c[j] += t; d[j] -= t; }")]
    public void Jams(string loops) => Assert.NotEmpty(Jammed(loops));

    [Theory]
    [InlineData("for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) b[k, j] = c[j];")]
    [InlineData("for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) c[j + k] += x[j];")]
    [InlineData("for (int k = 0; k < n; k++) for (int j = 0; j < k; j++) c[j] += x[k];")]
    [InlineData("for (int k = 0; k < n; k++) for (int j = 0; j < n - 1; j++) c[j] = c[j + 1] * x[k];")]
    [InlineData("for (int k = 0; k < n; k++) { for (int j = 0; j < n; j++) c[j] += x[k]; d[k] = 0; }")]
    [InlineData("for (int k = 0; k < n; k++) { float a = c[k]; for (int j = 0; j < n; j++) c[j] += a; }")]
    [InlineData("for (int k = n; k > 0; k--) for (int j = 0; j < n; j++) c[j] += x[k];")]
    [InlineData("for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) if (x[j] > 0) c[j] += x[k];")]
    public void WhereIterationsMayMeetThemselvesOrAreOtherwiseBoundTheyStayApart(string loops) => Assert.Empty(Jammed(loops));

    private static List<Jam> Jammed(string loops) =>
        [.. StmtFacts.Loops(CompilerTest.Kernel("float[,] b, ReadOnlySpan<float> x, Span<float> c, Span<float> d, int n", loops).After(nameof(JamLoops)).Loop)
            .Select(loop => loop.Schedule.Jam).OfType<Jam>()];
}
