using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Uniformity, carried scalars and trip counts.</summary>
public sealed class ScalarFactsTests
{
    [Theory]
    [InlineData("float w = a; float v = x[i]; x[i] = w * v;", "i v")]
    [InlineData("float w = x[0]; float v = w; x[i] = v;", "i")]
    [InlineData("float w = a; if (x[i] > 0) w = 2; x[i] = w;", "i w")]
    [InlineData("float w = a; if (a > 0) w = 2; x[i] = w;", "i")]
    [InlineData("float w = a; float v = 0; for (int k = 0; k < 3; k++) { v = w; w = x[i + k]; } x[i] = v;", "i v w")]
    [InlineData("float v = 0; for (int k = 0; k < 3; k++) v += x[k]; x[i] = v;", "i")]
    [InlineData("float v = 0; for (int k = i; k < 3; k++) v = a; x[i] = v;", "i k")]
    public void WhatDiffersBetweenLanes(string body, string expected)
    {
        Nest nest = CompilerTest.Kernel("Span<float> x, float a", $"for (int i = 0; i < 99; i++) {{ {body} }}").Nest;
        HashSet<int> varying = Uniformity.Varying(nest.Loop);

        IEnumerable<Local> found = StmtFacts.LocalsDeclared(Block.Of(nest.Loop)).Where(local => varying.Contains(local.Id));
        Assert.Equal(expected, string.Join(' ', found.Select(local => local.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("s += x[i];", "Reproducible", "s: Sum")]
    [InlineData("s += x[i]; p *= x[i];", "Reproducible", "s: Sum, p: Product")]
    [InlineData("s += x[i];", "Strict", "FloatMode.Strict keeps the order in which 's' is summed or multiplied")]
    [InlineData("s = Math.Max(s, x[i]);", "Strict", "s: Max")]
    [InlineData("s = x[i] - s;", "Reproducible", "each iteration needs the value of 's' from the iteration before")]
    [InlineData("s += x[i]; x[i] = s;", "Reproducible", "each iteration needs the value of 's' from the iteration before")]
    [InlineData("s += x[i]; s *= 2;", "Reproducible", "each iteration needs the value of 's' from the iteration before")]
    [InlineData("s = x[i];", "Reproducible", "each iteration needs the value of 's' from the iteration before")]
    [InlineData("if (x[i] >= s) s = x[i];", "Reproducible", "of equal values 's' keeps the last, which may be a zero of another sign; compare with < or >, or write Math.Max or Math.Min")]
    [InlineData("s = x[i] >= s ? x[i] : s;", "Reproducible", "of equal values 's' keeps the last, which may be a zero of another sign; compare with < or >, or write Math.Max or Math.Min")]
    [InlineData("if (x[i] > s) s = x[i];", "Fast", "s: Larger")]
    public void WhatIterationsCarry(string body, string mode, string expected)
    {
        ForLoop loop = CompilerTest.Kernel(
            "Span<float> x, ref float s, ref float p",
            $"for (int i = 0; i < 99; i++) {{ {body} }}",
            attribute: $"Kernel(FloatMode = FloatMode.{mode})").After(nameof(RecognizeReductions)).Loop;

        Assert.Equal(expected, CarriedScalars.Refusal(loop, Enum.Parse<FloatModeOption>(mode), EquatableArray<LaneCarry>.Empty)?.Reason
            ?? string.Join(", ", CarriedScalars.Reductions(loop, EquatableArray<LaneCarry>.Empty).Select(reduction => $"{reduction.Target.Name}: {reduction.Op}")));
    }

    [Fact]
    public void WhatOnlyIsAssignedIsNoAccumulator()
    {
        ForLoop loop = CompilerTest.Kernel("Span<float> x, ref float s, ref float p", "for (int i = 0; i < 99; i++) { s += x[i]; p = x[i] - p; }").After(nameof(RecognizeReductions)).Loop;

        Assert.Equal(["s"], CarriedScalars.Reductions(loop, EquatableArray<LaneCarry>.Empty).Select(reduction => reduction.Target.Name));
    }

    [Theory]
    [InlineData("int i = 0; i < 10; i++", 10)]
    [InlineData("int i = 2; i <= 10; i++", 9)]
    [InlineData("int i = 0; i < 10; i += 3", 4)]
    [InlineData("int i = 0; i <= 9; i += 3", 4)]
    [InlineData("int i = 9; i >= 0; i--", 10)]
    [InlineData("int i = 9; i > 0; i -= 4", 3)]
    [InlineData("int i = 9; i < 3; i++", 0)]
    [InlineData("int i = 5; i > 9; i -= 2", 0)]
    [InlineData("int i = n; i < n + 7; i++", 7)]
    [InlineData("int i = 0; i < n; i++", 512)]
    public void TripCounts(string header, long expected) =>
        Assert.Equal(expected, LoopCosts.Trip(CompilerTest.Kernel("Span<int> x, int n", $"for ({header}) x[i] = 1;").Nest.Loop));
}
