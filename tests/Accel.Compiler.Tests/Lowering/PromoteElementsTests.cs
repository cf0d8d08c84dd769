using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Elements that an inner loop keeps in a local.</summary>
public sealed class PromoteElementsTests
{
    [Fact]
    public void AnElementThatTheLoopAccumulatesInto() => Nest("for (int k = 0; k < n; k++) y[i] += a[i, k] * x[k];", """
        nest 0(Array2D<double> a, ReadOnlySpan<double> x, Span<double> y, int n.0)
          for i.1 = 0; < n.0; +1
            double y.300 = y[i.1]
            for k.2 = 0; < n.0; +1
              y.300 = (y.300 + (a[i.1, k.2] * x[k.2]))
            if (0 < n.0)
              y[i.1] = y.300
        """);

    [Fact]
    public void StoredInFrontOfTheLoopItIsStoredBehindItWithoutCondition() => Nest("y[i] = 0; for (int k = 0; k < n; k++) y[i] += x[k];", """
        nest 0(Span<double> y, ReadOnlySpan<double> x, int n.0)
          for i.1 = 0; < n.0; +1
            y[i.1] = d:0000000000000000
            double y.300 = y[i.1]
            for k.2 = 0; < n.0; +1
              y.300 = (y.300 + x[k.2])
            y[i.1] = y.300
        """);

    [Fact]
    public void TheOutermostLoopThatAllowsItHoldsTheLocal() =>
        Nest("for (int k = 0; k < n; k++) for (int m = 0; m < n; m++) y[i] += a[k, m];", """
        nest 0(Array2D<double> a, Span<double> y, int n.0)
          for i.1 = 0; < n.0; +1
            double y.300 = y[i.1]
            for k.2 = 0; < n.0; +1
              for m.3 = 0; < n.0; +1
                y.300 = (y.300 + a[k.2, m.3])
            if (0 < n.0)
              y[i.1] = y.300
        """);

    [Fact]
    public void OtherElementsOfTheBufferThatAreApartStay() => Nest("for (int k = 0; k < i; k++) y[i] -= x[k] * y[k];", """
        nest 0(ReadOnlySpan<double> x, Span<double> y, int n.0)
          for i.1 = 0; < n.0; +1
            double y.300 = y[i.1]
            for k.2 = 0; < i.1; +1
              y.300 = (y.300 - (x[k.2] * y[k.2]))
            if (0 < i.1)
              y[i.1] = y.300
        """);

    [Fact]
    public void AConditionalUpdateIsOneOfTheLocal() => Nest("for (int k = 0; k < n; k++) if (x[k] > 0) y[i] += x[k];", """
        nest 0(ReadOnlySpan<double> x, Span<double> y, int n.0)
          for i.1 = 0; < n.0; +1
            double y.300 = y[i.1]
            for k.2 = 0; < n.0; +1
              if (x[k.2] > d:0000000000000000)
                y.300 = (y.300 + x[k.2])
            if (0 < n.0)
              y[i.1] = y.300
        """);

    [Theory]
    [InlineData("for (int k = 0; k <= i; k++) y[i] -= x[k] * y[k];")]
    [InlineData("for (int k = 0; k < n; k++) y[i] += y[k];")]
    [InlineData("for (int k = 0; k < n; k++) y[k] += x[i];")]
    [InlineData("for (int k = 0; k < n; k++) y[i] = x[k];")]
    [InlineData("y[i] += x[i];")]
    public void AnElementThatAnotherAccessMayMeetOrThatIsNotOneStays(string body)
    {
        CompilerTest test = Of(body);
        Assert.Equal(test.Nest.Loop, test.After(nameof(PromoteElements)).Loop);
    }

    [Fact]
    public void OtherBuffersAreAskedToBeApart()
    {
        Assert.True(Of("for (int k = 0; k < n; k++) y[i] += x[k];").After(nameof(PromoteElements)).Loop.Body.Statements.OfType<ForLoop>().Single().NeedsDistinctBuffers);
        Assert.True(Of("for (int k = 0; k < n; k++) { y[i] += k; a[k, i] = 0; }").After(nameof(PromoteElements)).Loop.Body.Statements.OfType<ForLoop>().Single().NeedsDistinctBuffers);
        Assert.False(Of("for (int k = 0; k < n; k++) y[i] += k;").After(nameof(PromoteElements)).Loop.Body.Statements.OfType<ForLoop>().Single().NeedsDistinctBuffers);
    }

    [Fact]
    public void IterationsThatAreSaidToBeIndependentAreLeftAlone()
    {
        CompilerTest test = CompilerTest.Kernel(
            "Span<double> y, ReadOnlySpan<double> x, int n",
            "for (int i = 0; i < n; i++) foreach (int k in Accel.Loop.Parallel(0, n)) y[i] += x[k];");
        Assert.Equal(test.Nest.Loop, test.After(nameof(PromoteElements)).Loop);
    }

    private static void Nest(string body, string expected) => Of(body).HasIrAfter(nameof(PromoteElements), expected);

    private static CompilerTest Of(string body) => CompilerTest.Kernel(
        "double[,] a, ReadOnlySpan<double> x, Span<double> y, int n", $"for (int i = 0; i < n; i++) {{ {body} }}");
}
