using System.Text.RegularExpressions;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Loops whose start or bound is no sum of loop variables, but has ends that guards can find.</summary>
public sealed class RaggedLoopTests
{
    [Theory]
    [InlineData("for (int k = p[i]; k < p[i + 1]; k++) x[k] = i;", "for k = start; < bound; +1 ragged")]
    [InlineData("for (int k = 0; k < b[i]; k++) x[k] = i;", "for k = 0; < bound; +1 ragged")]
    [InlineData("for (int k = n; k > (b[i] & 15); k -= 2) x[k] = i;", "> bound; -2 ragged")]
    [InlineData("int end = p[i] + i; for (int k = i; k <= end; k++) x[k] = i;", "<= bound; +1 ragged")]
    [InlineData("for (int k = 16 * i; k < Math.Min((16 * i) + 16, n); k++) x[k] = i;", "< bound; +1 ragged")]
    [InlineData("for (int k = i; k < Math.Min(i + 16, n); k++) { for (int j = 0; j < n; j++) x[k] += j; }", "< bound; +1 ragged")]
    public void AreCounted(string body, string ir)
    {
        CompilerTest test = Test(body);

        test.HasNoRejections();
        Assert.Contains(ir, Ir(test), StringComparison.Ordinal);
    }

    /// <summary>As many iterations each time, some of which do nothing: so the loop around them can have lanes.</summary>
    [Theory]
    [InlineData("for (int k = Math.Max(0, i - n); k <= Math.Min(x.Length - 1, i + n); k++) y[i] += x[k];", "<= (2 * long(n))")]
    [InlineData("for (int k = Math.Max(i - 1, 0); k < Math.Min(i + 2, n); k++) y[i] += x[k];", "= 0; <= 2; +1")]
    [InlineData("for (int k = Math.Max(i - 4, 0); k < i; k++) { if (x[k] == 0) break; y[i] += x[k]; }", "= 0; <= 3; +1 while")]
    public void WindowsAreAsLongEachTime(string body, string ir)
    {
        CompilerTest test = Test(body);

        test.HasNoRejections();
        Assert.Contains(ir, Ir(test), StringComparison.Ordinal);
        Assert.DoesNotContain("ragged", Ir(test), StringComparison.Ordinal);
    }

    /// <summary>What the ends are read from must stay, and be known to exist.</summary>
    [Theory]
    [InlineData("for (int k = 0; k < p[i]; k++) { x[k] = i; } p[i] = 0;")]
    [InlineData("for (int k = 0; k < p[k]; k++) x[k] = i;")]
    [InlineData("for (int k = 0; k < q[i]; k++) x[k] = i;")]
    [InlineData("int end = n; for (int k = 0; k < end; k++) { x[k] = i; end = p[k]; }")]
    public void OthersStayPlain(string body) => Assert.DoesNotContain("ragged", Ir(Test(body)), StringComparison.Ordinal);

    /// <summary>Such a loop comes second: ended by what its iterations say, the one around it can have lanes.</summary>
    [Fact]
    public void WhatCanBeReadWithoutStaysAsItWas()
    {
        CompilerTest test = Test("int v = 1; for (int k = 0; k < p[i]; k++) v = (v * 3) + i; y[i] = v;");

        test.HasNoRejections();
        Assert.Contains("while running", Ir(test), StringComparison.Ordinal);
        Assert.DoesNotContain("ragged", Ir(test), StringComparison.Ordinal);
    }

    private static CompilerTest Test(string body) =>
        CompilerTest.Kernel("Span<int> y, Span<int> x, byte[] b, int[] p, long[] q, int n", $"for (int i = 0; i < y.Length; i++) {{ {body} }}");

    /// <summary>Without the numbers of locals.</summary>
    private static string Ir(CompilerTest test) => Regex.Replace(string.Concat(test.Model.Nests.Select(IrPrinter.Print)), @"\.\d+", "");
}
