using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Which loop of a nest gets the lanes, and why the others do not.</summary>
public sealed class VectorizeLoopsTests
{
    [Fact]
    public void ASimpleLoopIsInterleavedTwice() =>
        Chosen("Span<float> y, ReadOnlySpan<float> x", "for (int i = 0; i < 999; i++) y[i] = x[i] + 1;", "i: vector(x2)");

    [Fact]
    public void AConvolutionTakesTheOuterLoop() =>
        Chosen("Span<float> y, ReadOnlySpan<float> x, ReadOnlySpan<float> w", """
            for (int i = 0; i < y.Length; i++)
            {
                float s = 0;
                for (int k = 0; k < 7; k++) s += w[k] * x[i + k];
                y[i] = s;
            }
            """, "i: vector(x4); k: scalar");

    [Fact]
    public void AMatrixProductTakesTheColumns() =>
        Chosen("double[,] a, double[,] b, double[,] c, int n", """
            for (int i = 0; i < n; i++)
                for (int k = 0; k < n; k++)
                    for (int j = 0; j < n; j++) c[i, j] += a[i, k] * b[k, j];
            """, "i: scalar; k: scalar; j: vector(x2)");

    [Fact]
    public void RowSumsTakeTheInnerLoop() =>
        Chosen("Span<float> y, float[,] a", """
            for (int i = 0; i < a.GetLength(0); i++)
            {
                float s = 0;
                for (int k = 0; k < a.GetLength(1); k++) s += a[i, k];
                y[i] = s;
            }
            """, "i: scalar; k: vector(64 lanes)");

    [Theory]
    [InlineData("float", "s += x[i];", "i: vector(64 lanes)")]
    [InlineData("double", "s += x[i];", "i: vector(32 lanes)")]
    [InlineData("float", "s = MathF.Max(s, x[i]);", "i: vector(x4)")]
    [InlineData("int", "s += x[i];", "i: vector(x4)")]
    public void ReductionsGetLanesByTheirType(string type, string body, string expected) =>
        Chosen($"ReadOnlySpan<{type}> x, ref {type} s", $"for (int i = 0; i < x.Length; i++) {body}", expected);

    [Fact]
    public void AFloatAndADoubleSumHaveTheSmallerNumberOfLanes() =>
        Chosen("ReadOnlySpan<float> x, ref float s, ref double d", "for (int i = 0; i < x.Length; i++) { s += x[i]; d += x[i]; }", "i: vector(32 lanes)");

    [Fact]
    public void ALongBodyIsNotInterleaved() =>
        Chosen("Span<float> y, ReadOnlySpan<float> x", "for (int i = 0; i < 999; i++) y[i] = MathF.Exp(x[i]);", "i: vector(x1)");

    [Fact]
    public void TwoInnerLoopsAreChosenOneByOne() =>
        Chosen("float[,] a, ref float s", """
            for (int i = 1; i < a.GetLength(0); i++)
            {
                for (int j = 0; j < a.GetLength(1); j++) a[i, j] = 1;
                for (int k = 1; k < a.GetLength(1); k++) s = a[i, k] - s;
            }
            """, "i: scalar; j: vector(x2); k: scalar");

    [Theory]
    [InlineData("for (int i = 0; i < 99; i += 2) y[i] = 1;", "its elements are too far apart in memory or its iterations too few for vectors to be faster")]
    [InlineData("for (int i = 1; i < 99; i++) if (i > 7) y[i] = y[i - 1];", "it reads of 'y' what the previous iteration wrote (distance 1)")]
    [InlineData("for (int i = 9; i < 99; i++) { y[i] = y[i - 1]; y[i - 5] = 1; }", "it reads of 'y' what the previous iteration wrote (distance 1)")]
    [InlineData("for (int i = 1; i < 99; i++) y[3 * i] = 1;",
        "its elements are too far apart in memory or its iterations too few for vectors to be faster")]
    [InlineData("for (int i = 0; i < 2; i++) y[i] = 1;", "its elements are too far apart in memory or its iterations too few for vectors to be faster")]
    [InlineData("for (int i = 0; i < 99; i++) s = y[i] - s;", "each iteration needs the value of 's' from the iteration before")]
    public void ALoopStaysScalarForAReason(string loop, string reason) => Refused("Span<float> y, ref float s", loop, ("i", reason));

    [Theory]
    [InlineData("float", "y[i] = y[i - 4] + 1;", "i: vector(at most 4 lanes)")]
    [InlineData("double", "y[i] = y[i - 11] + y[i - 9];", "i: vector(at most 9 lanes)")]
    [InlineData("float", "y[i] = y[i - 3] + 1;", "i: vector(x1, y serial)")]
    [InlineData("byte", "y[i] = (byte)(y[i - 8] + 1);", "i: scalar")]
    [InlineData("float", "y[i] = y[i - 4] + 1; s += y[i];", "i: scalar")]
    public void LanesReachNoFurtherThanTheDistance(string type, string body, string expected) =>
        Chosen($"Span<{type}> y, ref float s", $"for (int i = 16; i < y.Length; i++) {{ {body} }}", expected);

    [Fact]
    public void ATriangleIsNotVectorizedOverItsRows() =>
        Refused("Span<float> y, float[,] a", """
            for (int i = 0; i < 99; i++)
            {
                float s = 0;
                for (int k = 0; k < i; k++) s += a[i, k];
                y[i] = s;
            }
            """, ("i", "the inner loop over 'k' runs differently often for different 'i'"));

    [Fact]
    public void ALoopAroundBetterLanesSaysSo() =>
        Refused("float[,] a", "for (int i = 0; i < 999; i++) for (int j = 0; j < 999; j++) a[i, j] = 1;", ("i", "an inner loop makes better lanes"));

    [Fact]
    public void StrictKeepsTheOrderOfASum() =>
        Refused(
            "ReadOnlySpan<float> x, ref float s",
            "for (int i = 0; i < x.Length; i++) s += x[i];",
            ("i", "FloatMode.Strict keeps the order in which 's' is summed or multiplied"),
            "Kernel(FloatMode = FloatMode.Strict)");

    private static void Chosen(string parameters, string body, string expected)
    {
        Nest nest = CompilerTest.Kernel(parameters, body).After(nameof(VectorizeLoops));
        Assert.Equal(expected, string.Join("; ", StmtFacts.Loops(nest.Loop).Select(loop => $"{loop.Variable.Name}: {Text(loop.Schedule.Vector)}")));
    }

    private static string Text(VectorPlan? plan) =>
        plan is null ? "scalar" : plan.MaxLanes < long.MaxValue ? $"vector(at most {plan.MaxLanes} lanes)" : plan.VirtualLanes > 0 ? $"vector({plan.VirtualLanes} lanes)" : $"vector(x{plan.Interleave}{string.Concat(plan.SerialStores.Select(serial => $", {serial.Buffer.Name} serial"))})";

    private static void Refused(string parameters, string body, (string Loop, string Reason) expected, string attribute = "Kernel")
    {
        CompilerTest test = CompilerTest.Kernel(parameters, body, attribute: attribute);
        Nest nest = test.After(nameof(FuseElementSums));
        IReadOnlyList<VectorRefusal> refusals = VectorizeLoops.Run(nest.Loop, nest.Buffers, test.Model.Options.FloatMode, 100).Refusals;

        Assert.Equal(expected.Reason, refusals.Single(refusal => refusal.Loop == test.Loop(expected.Loop).Id).Reason);
    }
}
