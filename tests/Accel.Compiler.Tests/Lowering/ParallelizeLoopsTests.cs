using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Which loops cores may share, and what must hold for it at run time.</summary>
public sealed class ParallelizeLoopsTests
{
    [Theory]
    [InlineData("for (int i = 0; i < 999; i++) y[i] = x[i];", "i")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 0; j < 99; j++) a[i, j] = 1;", "i j")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 0; j < i; j++) a[i, j] = 1;", "i")]
    [InlineData("for (int i = 0; i < 999; i++) { y[i] = 1; for (int j = 0; j < 99; j++) a[i, j] = 1; }", "i")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 1; j < 99; j++) a[i, j] = a[i, j - 1];", "i")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 0; j < 9; j++) for (int k = 0; k < 9; k++) a[i, j] += x[k];", "i j")]
    [InlineData("for (int i = 0; i < 999; i++) s += x[i];", "i")]
    public void TheOutermostLoopsAreShared(string loops, string expected)
    {
        Nest nest = CompilerTest.Kernel("Span<float> y, ReadOnlySpan<float> x, float[,] a, ref float s", loops).After(nameof(ParallelizeLoops));

        Assert.Equal(expected, string.Join(' ', StmtFacts.Loops(nest.Loop).Where(loop => loop.Schedule.IsParallel).Select(loop => loop.Variable.Name)));
    }

    [Theory]
    [InlineData("for (int i = 0; i < 999; i++) y[i] = y[i + 1];", "it overwrites of 'y' what the previous iteration read (distance 1)")]
    [InlineData("for (int i = 0; i < 999; i++) y[0] = x[i];",
        "iterations of the loop over 'i' may touch the same element of 'y', at least one of them writing")]
    [InlineData("for (int i = 0; i < 999; i++) s = x[i] - s;", "each iteration needs the value of 's' from the iteration before")]
    [InlineData("for (int i = 0; i < 999; i++) for (int j = 0; j < 99; j++) s += a[i, j];",
        "'s' is accumulated over the whole nest, which is shared among cores only where its loop is vectorized itself")]
    [InlineData("int n = 0; for (int i = 0; i < x.Length; i++) if (x[i] > 0) { y[i] = b[n] * x[i]; n++; }", "each iteration needs the value of 'n' from the iteration before")]
    public void ANestStaysOnOneCoreForAReason(string loops, string reason)
    {
        ParallelizedNest result = Run("Span<float> y, ReadOnlySpan<float> x, ReadOnlySpan<float> b, float[,] a, ref float s", loops);

        Assert.Equal(reason, result.Refusal?.Reason);
        Assert.DoesNotContain(StmtFacts.Loops(result.Root), loop => loop.Schedule.IsParallel);
        Assert.Empty(result.Conditions);
    }

    [Fact]
    public void RowsOfAFlatPictureAreSharedIfTheStrideCoversARow()
    {
        ParallelizedNest result = Run("Span<float> y, int w, int h", "for (int r = 0; r < h; r++) for (int i = 0; i < w; i++) y[r * w + i] = 1;");

        Assert.Null(result.Refusal);
        StrideCondition condition = Assert.Single(result.Conditions);
        Assert.Equal(("y", "y", 0), (condition.First.Buffer.Name, condition.Second.Buffer.Name, condition.Dimension));
    }

    private static ParallelizedNest Run(string parameters, string loops)
    {
        CompilerTest test = CompilerTest.Kernel(parameters, loops);
        Nest nest = test.After(nameof(VectorizeLoops));
        return ParallelizeLoops.Run(nest.Loop, nest.Buffers, test.Model.Options.FloatMode);
    }
}
