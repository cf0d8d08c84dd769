using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Which carried locals lanes can hold.</summary>
public sealed class LaneCarriesTests
{
    [Theory]
    [InlineData("y[i] = x[i] + p; p = x[i];", "p from the lane before")]
    [InlineData("float v = x[i]; y[i] = v + p; p = v;", "p from the lane before")]
    [InlineData("if (x[i] > 0) y[i] = p; p = x[i];", "p from the lane before")]
    [InlineData("y[i] = p + s; s = p; p = x[i];", "p from the lane before; s from the lane before")]
    [InlineData("if (x[i] > p) p = x[i];", "first largest p")]
    [InlineData("if (p > x[i]) p = x[i];", "first smallest p")]
    [InlineData("p = x[i] < p ? x[i] : p;", "first smallest p")]
    [InlineData("if (x[i] > p) { k = i; p = x[i]; }", "first largest p with k")]
    [InlineData("if (x[i] > 0 && x[i] < p) { p = x[i]; k = i * 2; s = y[i]; }", "first smallest p with k, s")]
    [InlineData("if (x[i] < 0) k = i;", "last k")]
    [InlineData("if (x[i] < 0) { k = i; p = x[i]; }", "last k; last p")]
    [InlineData("p = x[i]; if (x[i] > 2) p = 0;", "last p")]
    public void WhatLanesHold(string body, string expected) => Assert.Equal(expected, Held(body));

    [Theory]
    [InlineData("y[i] = x[i] + p; p = p * 0.5f + x[i];", "each depends on the one before")]
    [InlineData("y[i] = x[i] + p; if (x[i] > 0) p = x[i];", "the one before is not always the value")]
    [InlineData("if (x[i] >= p) p = x[i];", "the last of equals")]
    [InlineData("if (x[i] > p && y[i] < p) p = x[i];", "a second condition on p")]
    [InlineData("p = p < x[i] ? p : x[i];", "NaN is taken and lost again")]
    public void WhatLanesComputeInTurns(string body, string because) =>
        Assert.True(LaneCarries.Of(Nest(body).Loop).ToList() is [PreviousValue { IsRecurrence: true }], because);

    [Theory]
    [InlineData("bool q = x[i] > 2; if (q) p = (x[i] * 3) - p;", "a condition that is no comparison of numbers")]
    [InlineData("y[i] = p + s; float v = s; s = p; p = v;", "they change places")]
    [InlineData("if (x[i] > p) { p = x[i]; k++; }", "how often depends on the order")]
    [InlineData("if (x[i] > p) { p = x[i]; k = i; } y[i] = p;", "the largest so far is read")]
    [InlineData("if (x[i] > p) { p = x[i]; k = i; } else k = 0;", "k has other values")]
    [InlineData("for (int j = 0; j < 3; j++) if (x[i + j] > p) p = x[i + j];", "an inner loop")]
    public void WhatTheyDoNot(string body, string because)
    {
        Nest nest = Nest(body);

        Assert.True(CarriedScalars.Refusal(nest.Loop, FloatModeOption.Reproducible, LaneCarries.Of(nest.Loop)) is not null, because);
    }

    private static string Held(string body)
    {
        Nest nest = Nest(body);
        Assert.Null(CarriedScalars.Refusal(nest.Loop, FloatModeOption.Reproducible, LaneCarries.Of(nest.Loop)));
        return string.Join("; ", LaneCarries.Of(nest.Loop).Select(Text).Order(StringComparer.Ordinal));
    }

    private static Nest Nest(string body) =>
        CompilerTest.Kernel("Span<float> x, Span<float> y, ref float p, ref float s, ref int k", $"for (int i = 0; i < y.Length; i++) {{ {body} }}").After(nameof(CarryValues));

    private static string Text(LaneCarry carry) => carry switch
    {
        PreviousValue previous => $"{previous.Target.Name} from the lane before",
        FirstExtreme extreme => $"first {(extreme.IsLarger ? "largest" : "smallest")} {extreme.Target.Name}"
            + (extreme.Companions.Count == 0 ? "" : $" with {string.Join(", ", extreme.Companions.Select(companion => companion.Name).Order(StringComparer.Ordinal))}"),
        _ => $"last {carry.Target.Name}",
    };
}
