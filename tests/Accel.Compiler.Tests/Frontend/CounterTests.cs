using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Variables that count: what their values lie between, in the subscripts that use them.</summary>
public sealed class CounterTests
{
    [Fact]
    public void ACounterLiesBetweenItsStartAndTheIterations() =>
        CompilerTest.Kernel("ReadOnlySpan<int> x, Span<int> y, int k", "for (int i = 0; i < x.Length; i++) if (x[i] > 0) { y[k] = x[i]; k++; }").HasIr("""
            nest 0(ReadOnlySpan<int> x, Span<int> y, int kBefore.1, ref int k.2)
              for i.0 = 0; < x.length; +1
                if (x[i.0] > 0)
                  y[(k.2 within kBefore.1 .. (long(kBefore.1) + long(i.0)))] = x[i.0]
                  k.2 = (k.2 + 1)
            """);

    [Fact]
    public void WhatIsAssignedToComesBeforeItsEffect() =>
        CompilerTest.Kernel("ReadOnlySpan<int> x, Span<int> y, int k", "for (int i = 0; i < x.Length; i++) if (x[i] > 0) y[k++] = x[i];").HasIr("""
            nest 0(ReadOnlySpan<int> x, Span<int> y, int kBefore.1, ref int k.2)
              for i.0 = 0; < x.length; +1
                if (x[i.0] > 0)
                  y[(k.2 within kBefore.1 .. (long(kBefore.1) + long(i.0)))] = x[i.0]
                  k.2 = (k.2 + 1)
            """);

    [Theory]
    [InlineData("if (x[i] > 0) { k++; y[k] = 1; }", "(long(kBefore) + long(1))", "((long(kBefore) + long(i)) + long(1))")]
    [InlineData("if (x[i] > 0) { k -= 2; y[k] = 1; }", "", "")]
    [InlineData("y[k] = 1; if (x[i] > 0) k++; else k += 2;", "kBefore", "(long(kBefore) + (3 * long(i)))")]
    [InlineData("y[k] = 1; if (x[i] > 0) continue; k = k + 1;", "kBefore", "(long(kBefore) + long(i))")]
    [InlineData("y[k] = 1; switch (x[i]) { case 1: k++; break; default: k--; break; }", "(long(kBefore) + (-1 * long(i)))", "(long(kBefore) + long(i))")]
    public void MovesAddUp(string body, string low, string high)
    {
        string ir = Ir(CompilerTest.Kernel("ReadOnlySpan<int> x, Span<int> y, int k", $"for (int i = 0; i < x.Length; i++) {{ {body} }}"));
        Assert.True(ir.Contains($"{low} .. {high}", StringComparison.Ordinal), ir);
    }

    [Theory]
    [InlineData("if (x[i] > 0) k *= 2;")]
    [InlineData("if (x[i] > 0) k = x[i];")]
    [InlineData("if (x[i] > 0) k += x[i];")]
    [InlineData("for (int j = 0; j < x[i]; j++) k++;")]
    [InlineData("for (int j = 0; j < 3; j++) if (x[j] > 0) k++;")]
    [InlineData("if (x[i] > 0) checked { k++; }")]
    [InlineData("if (x[i] > 0) Move(ref k);")]
    public void OthersStayPlain(string moves) => Assert.NotEmpty(CompilerTest.Members($$"""
        private static void Move(ref int k) => k++;
        [Kernel] public static void Run(ReadOnlySpan<int> x, Span<int> y, int k) { for (int i = 0; i < 9; i++) { y[k] = i; {{moves}} } }
        """).Rejections);

    [Theory]
    [InlineData("y[k++] = x[k];")]
    [InlineData("y[k++] = k++;")]
    [InlineData("y[k++ + k] = 1;")]
    [InlineData("y[x[i] > 0 ? k++ : 0] = 1;")]
    [InlineData("y[k++] += 1;")]
    public void AnEffectThatOtherPartsOfTheStatementSeeIsNone(string statement) =>
        Assert.NotEmpty(CompilerTest.Kernel("ReadOnlySpan<int> x, Span<int> y, int k", $"for (int i = 0; i < x.Length; i++) {{ if (x[i] > 0) {statement} }}").Rejections);

    private static string Ir(CompilerTest test) => System.Text.RegularExpressions.Regex.Replace(IrPrinter.Print(test.Nest), @"\.\d+", "");
}
