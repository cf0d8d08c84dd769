using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>New values of carried locals, in front of the reads of the old ones.</summary>
public sealed class CarryValuesTests
{
    [Fact]
    public void TheNewValueComesFirst() => After("y[i] = x[i] + t; t = x[i] * 2;").HasIrAfter(nameof(CarryValues), """
            nest 0(Span<float> y, Span<float> x, ref float t_.1)
              for i.0 = 0; < y.length; +1
                float t_.400 = (x[i.0] * f:40000000)
                y[i.0] = (x[i.0] + t_.1)
                t_.1 = t_.400
            """);

    [Fact]
    public void LocalsOnTheWayAreReplaced() => After("y[i] = x[i] + t; float v = x[i] * 2; t = v + 1;").HasIrAfter(nameof(CarryValues), """
            nest 0(Span<float> y, Span<float> x, ref float t_.1)
              for i.0 = 0; < y.length; +1
                float t_.400 = ((x[i.0] * f:40000000) + f:3f800000)
                y[i.0] = (x[i.0] + t_.1)
                float v.2 = (x[i.0] * f:40000000)
                t_.1 = t_.400
            """);

    [Fact]
    public void ReadsBehindTheAssignmentReadTheNewValue() => After("t = x[i]; y[i] = t;").HasIrAfter(nameof(CarryValues), """
            nest 0(Span<float> y, Span<float> x, ref float t_.1)
              for i.0 = 0; < y.length; +1
                float t_.400 = x[i.0]
                y[i.0] = t_.400
                t_.1 = t_.400
            """);

    [Fact]
    public void OneValueMayBeThatOfAnother() => After("y[i] = x[i] + t + s; s = t; t = x[i];").HasIrAfter(nameof(CarryValues), """
            nest 0(Span<float> y, Span<float> x, ref float t_.1, ref float s.2)
              for i.0 = 0; < y.length; +1
                float t_.400 = x[i.0]
                float s.401 = t_.1
                y[i.0] = ((x[i.0] + t_.1) + s.2)
                t_.1 = t_.400
                s.2 = s.401
            """);

    [Fact]
    public void AConditionBecomesAChoice() => After("if (x[i] > 0) t = x[i]; y[i] = t;").HasIrAfter(nameof(CarryValues), """
            nest 0(Span<float> y, Span<float> x, ref float t_.1)
              for i.0 = 0; < y.length; +1
                float t_.400 = select((x[i.0] > f:00000000), x[i.0], t_.1)
                y[i.0] = t_.400
                t_.1 = t_.400
            """);

    [Fact]
    public void APassedStoreAsksForDistinctBuffers()
    {
        Assert.True(After("y[i] = t; t = x[i];").After(nameof(CarryValues)).Loop.NeedsDistinctBuffers);
        Assert.False(After("y[i] = t; t = i;").After(nameof(CarryValues)).Loop.NeedsDistinctBuffers);
    }

    [Theory]
    [InlineData("y[i] = t; t = y[i + 1];")]
    [InlineData("y[i] = t; if (x[i] > 0) { t = x[i]; y[i] = 2; }")]
    [InlineData("y[i] = t; float v = x[i]; if (v > 0) v = 1; t = v;")]
    [InlineData("y[i] = t; t = x[i]; t = t + 1;")]
    public void WhatCannotComeFirstStays(string body)
    {
        CompilerTest kernel = After(body);
        Assert.Equal(kernel.After(nameof(RerollLoops)), kernel.After(nameof(CarryValues)));
    }

    private static CompilerTest After(string body) =>
        CompilerTest.Kernel("Span<float> x, Span<float> y, ref float t, ref float s", $"for (int i = 0; i < y.Length; i++) {{ {body} }}");
}
