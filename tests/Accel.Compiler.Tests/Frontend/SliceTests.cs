using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Slices that are made inside the nest, and what must hold for them.</summary>
public sealed class SliceTests
{
    [Fact]
    public void ElementsAreThoseOfTheBuffer() =>
        Test("for (int r = 0; r < h; r++) { var row = x.Slice(r * w, w); for (int c = 0; c < row.Length; c++) row[c] += row[^1]; }").HasIr("""
            nest 0(Span<float> x, int h.0, int w.2)
              for r.1 = 0; < h.0; +1
                for c.3 = 0; < w.2; +1
                  x[((r.1 * w.2) + c.3)] = (x[((r.1 * w.2) + c.3)] + x[((r.1 * w.2) + (w.2 - 1))])
            """);

    [Theory]
    [InlineData("var row = x.Slice(r * w, w); for (int c = 0; c < w; c++) row[c] = 1;", "(r.1 * w.2) | w.2 | (x.length - (r.1 * w.2)) - w.2 | c.3 | (w.2 - c.3) + -1")]
    [InlineData("x[r..][0] = 1;", "r.1 | (x.length - r.1) | (x.length - r.1) - (x.length - r.1) | 0 | ((x.length - r.1) - 0) + -1")]
    [InlineData("foreach (ref float v in x[r..(r + 3)]) v = 1;", "r.1 | ((r.1 + 3) - r.1) | (x.length - r.1) - ((r.1 + 3) - r.1)")]
    public void LimitsAreAsked(string body, string limits)
    {
        Nest nest = Test($"for (int r = 0; r < h; r++) {{ {body} }}").Nest;

        Assert.Equal(Plain(limits), Plain(string.Join(" | ", nest.Limits.Select(limit => IrPrinter.Print(limit.Value)))));
        Assert.All(nest.Limits, limit => Assert.NotEmpty(limit.Around));
    }

    [Theory]
    [InlineData("x.Slice(p[r])[0] = 1;")]
    [InlineData("x.Slice(r * r, 1)[0] = 1;")]
    [InlineData("var row = x[r..]; row[p[r]] = 1;")]
    public void OthersStayPlain(string body) => Assert.Empty(Test($"for (int r = 0; r < h; r++) {{ {body} }}").Model.Nests);

    private static CompilerTest Test(string body) => CompilerTest.Kernel("Span<float> x, int[] p, int w, int h", body);

    private static string Plain(string text) => text.Replace("long", "", StringComparison.Ordinal).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
}
