using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Which order the statements of a loop get, and when there is none.</summary>
public sealed class ReorderStatementsTests
{
    private const string Parameters = "float[] a, float[] b, float[] c, float[] d, int n";

    [Fact]
    public void TheSourceOfADependenceComesFirst() => HasIr(
        "for (int i = 1; i < n; i++) { a[i] = b[i - 1] + c[i]; b[i] = a[i + 1] * d[i]; }",
        """
        float ahead.101 = a[(i.1 + 1)]
        b[i.1] = (ahead.101 * d[i.1])
        float ahead.100 = b[(i.1 - 1)]
        a[i.1] = (ahead.100 + c[i.1])
        """);

    [Fact]
    public void ALoadGoesAheadOfTheStoreThatWouldOverwriteIt() => HasIr(
        "for (int i = 0; i < n; i++) { a[i] = b[i]; c[i] = a[i] + a[i + 1]; }",
        """
        float ahead.101 = a[(i.1 + 1)]
        a[i.1] = b[i.1]
        float ahead.100 = a[i.1]
        c[i.1] = (ahead.100 + ahead.101)
        """);

    [Fact]
    public void EachValueOfALocalIsALocal() => HasIr(
        "for (int i = 0; i < n; i++) { float t = a[i + 1]; b[i] = t; t = c[i]; a[i] = t * d[i]; }",
        """
        float t_.2 = a[(i.1 + 1)]
        b[i.1] = t_.2
        float t_.100 = c[i.1]
        a[i.1] = (t_.100 * d[i.1])
        """);

    [Theory]

    // Cycles.
    [InlineData("a[i] = b[i - 1]; b[i] = a[i - 1];")]
    [InlineData("a[i] = a[i - 1] + b[i];")]
    [InlineData("a[i] = b[i]; b[i + 1] = a[i];")]
    [InlineData("a[i] = b[i - 1]; b[i] = a[i];")]
    [InlineData("a[i] = c[i] + d[i]; c[i + 1] = a[i];")]

    // One element for all iterations.
    [InlineData("a[0] = b[i]; c[i] = a[0];")]
    public void ACycleHasNoOrder(string body) => Assert.Null(Reordered($"for (int i = 1; i < n; i++) {{ {body} }}"));

    [Theory]
    [InlineData("a[i] = b[i - 1] + c[i]; b[i] = a[i + 1] * d[i];", true)]
    [InlineData("a[i] = b[i]; c[i] = a[i + 1];", false)]
    public void AnOrderThatIsRightForOneBufferOnlyAsksForDistinctOnes(string body, bool asks) =>
        Assert.Equal(asks, Reordered($"for (int i = 1; i < n; i++) {{ {body} }}")!.NeedsDistinctBuffers);

    [Theory]
    [InlineData("a[i] = b[i] + c[i]; d[i] = a[i] * 2;")]
    [InlineData("float t = b[i]; if (t > 0) { c[i] = t; } a[i] = c[i];")]
    public void WhatIsInOrderStaysInOrder(string body)
    {
        ForLoop loop = Reordered($"for (int i = 1; i < n; i++) {{ {body} }}")!;
        Assert.Equal(
            StmtFacts.Descendants(Nest($"for (int i = 1; i < n; i++) {{ {body} }}").Loop.Body).OfType<Store>().Select(store => store.Buffer.Name),
            StmtFacts.Descendants(loop.Body).OfType<Store>().Select(store => store.Buffer.Name));
        Assert.False(loop.NeedsDistinctBuffers);
    }

    private static Nest Nest(string body) => CompilerTest.Kernel(Parameters, body).Nest;

    private static ForLoop? Reordered(string body) => ReorderStatements.Run(Nest(body).Loop, 100);

    private static void HasIr(string body, string expected)
    {
        ForLoop loop = Reordered(body) ?? throw new InvalidOperationException("no order was found");
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Concat(loop.Body.Statements.Select(IrPrinter.Print)).TrimEnd());
    }
}
