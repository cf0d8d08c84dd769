using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Iterations of an outermost loop that go over what they share tile by tile.</summary>
public sealed class TileLoopsTests
{
    [Fact]
    public void AnAccumulatorOfLanesBecomesAnUpdateOfItsElement()
    {
        ForLoop root = Lowered("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { float s = x[j]; for (int k = 0; k < n; k++) s += a[i, k] * b[k, j]; c[i, j] = s; }");
        Assert.Equal(
            """
            parallel vector(x4) for j.2 = 0; < n.0; +1
              c[i.1, j.2] = x[j.2]
            jammed(x4) for k.4 = 0; < n.0; +1
              parallel vector(x4) for j.2 = 0; < n.0; +1
                c[i.1, j.2] = fusedmultiplyadd(a[i.1, k.4], b[k.4, j.2], c[i.1, j.2])

            """.ReplaceLineEndings("\n"),
            string.Concat(root.Schedule.Tiling!.Body.Statements.Select(IrPrinter.Print)));
        Assert.True(root.NeedsDistinctBuffers);
        Assert.NotNull(root.Schedule.Jam);
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) c[i, j] += a[i, k] * b[k, j];")]
    [InlineData("for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) c[i, j] += a[i, k] * b[k, j];")]
    [InlineData("for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) c[i, j] = 0; for (int k = 1; k <= n; k++) { float t = a[i, k]; for (int j = 2; j < n; j++) c[i, j] += t * b[k, j]; } y[i] = 1; }")]
    public void Tiles(string loops) => Assert.NotNull(Lowered(loops).Schedule.Tiling);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) c[i, j] += a[i, k] * x[j];")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { float s = 0; for (int k = 0; k < 8; k++) s += a[i, k] * b[k, j]; c[i, j] = s; }")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { float s = c[i, j] + c[i, 0]; for (int k = 0; k < n; k++) s += a[i, k] * b[k, j]; c[i, j] = s; }")]
    [InlineData("for (int i = 0; i < n; i++) { float t = x[i]; for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) c[i, j] += t * b[k, j]; }")]
    public void WhereNothingIsGoneOverAgainThereAreNoTiles(string loops) => Assert.Null(Lowered(loops).Schedule.Tiling);

    private static ForLoop Lowered(string loops) =>
        CompilerTest.Kernel("float[,] a, float[,] b, float[,] c, ReadOnlySpan<float> x, Span<float> y, int n", loops).After(nameof(JamRows)).Loop;
}
