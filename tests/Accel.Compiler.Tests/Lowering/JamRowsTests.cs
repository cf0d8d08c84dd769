using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Iterations of an outermost loop side by side inside the loops that they share.</summary>
public sealed class JamRowsTests
{
    [Fact]
    public void WhatIterationsShareIsLoadedOnce()
    {
        ForLoop root = Lowered("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { float s = 0; for (int k = 0; k < 8; k++) s += a[i, k] * b[k, j]; c[i, j] = s; }");
        Assert.Equal(
            """
            parallel vector(x2) for j.2 = 0; < n.0; +1
              float s.700 = f:00000000
              float s.701 = f:00000000
              float s.702 = f:00000000
              float s.703 = f:00000000
              for k.4 = 0; < 8; +1
                float b.704 = b[k.4, j.2]
                s.700 sum= fused (a[i.1, k.4] * b.704)
                s.701 sum= fused (a[(i.1 + 1), k.4] * b.704)
                s.702 sum= fused (a[(i.1 + 2), k.4] * b.704)
                s.703 sum= fused (a[(i.1 + 3), k.4] * b.704)
              float c.706 = s.700
              float c.707 = s.701
              float c.708 = s.702
              float c.709 = s.703
              c[i.1, j.2] = c.706
              c[(i.1 + 1), j.2] = c.707
              c[(i.1 + 2), j.2] = c.708
              c[(i.1 + 3), j.2] = c.709

            """.ReplaceLineEndings("\n"),
            string.Concat(root.Schedule.Jam!.Body.Statements.Select(IrPrinter.Print)));
        Assert.True(root.Schedule.Jam.NeedsIndependence);
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) c[i, j] += a[i, k] * b[k, j];")]
    [InlineData("for (int i = n - 1; i >= 0; i -= 2) for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) c[i, j] += a[i, k] * b[k, j];")]
    [InlineData("for (int i = 2; i < n; i++) { float t = x[i]; for (int j = 0; j < n; j++) c[i, j] = t * x[j] + y[j]; }")]
    [InlineData("for (int i = 1; i < n; i++) for (int j = 1; j < n; j++) c[i, j] = a[i - 1, j] + a[i, j] + a[i + 1, j];")]
    public void Jams(string loops) => Assert.NotNull(Lowered(loops).Schedule.Jam);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) c[i, j] = a[i, j];")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) c[i, j] = x[j];")]
    [InlineData("for (int i = 1; i < n; i++) for (int j = 0; j < n; j++) c[i, j] = c[i - 1, j] + x[j];")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) if (x[j] > 0) c[i, j] = x[j];")]
    [InlineData("for (int i = 0; i < n; i++) { float s = 0; for (int j = 0; j < n; j++) s += a[i, j] * x[j]; y[i] = s; }")]
    public void WhereIterationsDependOnEachOtherOrShareLittleTheyStayApart(string loops) => Assert.Null(Lowered(loops).Schedule.Jam);

    private static ForLoop Lowered(string loops) =>
        CompilerTest.Kernel("float[,] a, float[,] b, float[,] c, ReadOnlySpan<float> x, Span<float> y, int n", loops).After(nameof(JamRows)).Loop;
}
