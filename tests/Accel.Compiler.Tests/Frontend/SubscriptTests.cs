namespace Accel.Compiler.Tests.Frontend;

/// <summary>Subscripts, made canonical.</summary>
public sealed class SubscriptTests
{
    [Fact]
    public void FromTheEndIsTheLengthMinus() =>
        CompilerTest.Kernel("Span<int> x", "for (int i = 1; i <= x.Length; i++) x[^i] = x[^1];").HasIr("""
            nest 0(Span<int> x)
              for i.0 = 1; <= x.length; +1
                x[(x.length - i.0)] = x[(x.length - 1)]
            """);

    [Fact]
    public void ALocalWithOneDefinitionIsReplacedByIt() =>
        CompilerTest.Kernel("Span<int> x, int w, int h", """
            for (int y = 0; y < h; y++)
            {
                int row = y * w;
                for (int i = 0; i < w; i++) { int at = row + i; x[at] = at; }
            }
            """).HasIr("""
            nest 0(Span<int> x, int h.0, int w.3)
              for y.1 = 0; < h.0; +1
                int row.2 = (y.1 * w.3)
                for i.4 = 0; < w.3; +1
                  int at.5 = (row.2 + i.4)
                  x[((y.1 * w.3) + i.4)] = at.5
            """);

    [Fact]
    public void AnInlinedIndexFunctionIsAffine() =>
        CompilerTest.Members("""
            private static int At(int y, int x, int width) { int row = y * width; return row + x; }

            [Kernel] public static void Run(Span<int> a, int w, int h)
            {
                for (int y = 0; y < h; y++) for (int i = 0; i < w; i++) a[At(y, i, w)] = 1;
            }
            """).HasIr("""
            nest 0(Span<int> a, int h.0, int w.2)
              for y.1 = 0; < h.0; +1
                for i.3 = 0; < w.2; +1
                  a[((y.1 * w.2) + i.3)] = 1
            """);

    [Fact]
    public void AConstantFactorOfALocalStaysSymbolic() =>
        CompilerTest.Kernel("Span<int> x, int k", "for (int i = 0; i < 9; i++) x[2 * (i + k) - 1] = x[k * 3];").HasIr("""
            nest 0(Span<int> x, int k.1)
              for i.0 = 0; < 9; +1
                x[((2 * (i.0 + k.1)) - 1)] = x[(k.1 * 3)]
            """);

    [Fact]
    public void ANarrowSubscriptIsWidened() =>
        CompilerTest.Kernel("Span<int> x, byte k", "for (int i = 0; i < 9; i++) x[i] = x[k];").HasIr("""
            nest 0(Span<int> x, byte k.1)
              for i.0 = 0; < 9; +1
                x[i.0] = x[int(k.1)]
            """);

    [Fact]
    public void AnElementOfAnIntBufferMayBeRead() =>
        CompilerTest.Kernel("Span<float> y, float[] x, ReadOnlySpan<int> p", "for (int i = 0; i < y.Length; i++) { int at = p[i + 1]; y[i] = x[2 * at - 3]; }").HasIr("""
            nest 0(Span<float> y, ReadOnlySpan<int> p, Array<float> x)
              for i.0 = 0; < y.length; +1
                int at.1 = p[(i.0 + 1)]
                y[i.0] = x[((2 * p[(i.0 + 1)]) - 3)]
            """);

    [Fact]
    public void AnElementOfAnIntBufferMayBeWrittenAt() =>
        CompilerTest.Kernel("Span<float> y, float[] x, ReadOnlySpan<int> p", "for (int i = 0; i < x.Length; i++) { y[p[i]] = x[i]; }").HasIr("""
            nest 0(Array<float> x, Span<float> y, ReadOnlySpan<int> p)
              for i.0 = 0; < x.length; +1
                y[p[i.0]] = x[i.0]
            """);

    [Theory]
    [InlineData("y[i] = x[p[p[i]]];", "is no sum of ints")]
    [InlineData("y[i] = x[p[i] * p[i]];", "is no sum of ints")]
    [InlineData("y[i] = x[p[i] >> 1];", "is no sum of ints")]
    [InlineData("y[i] = x[(int)y[i]];", "is no sum of ints")]
    [InlineData("b[b[i]] = 1;", "the nest writes 'b'")]
    [InlineData("int at = b[i]; b[i] = 0; y[i] = x[at];", "the nest writes 'b'")]
    [InlineData("y[i] = x[q[i, 0]];", "is no sum of ints")]
    [InlineData("y[i] = x[p[i] * i];", "is no sum of ints")]
    [InlineData("p[p[i]] = i;", "the nest writes 'p'")]
    [InlineData("y[i] = x[i * i];", "not linear in the loop variables")]
    [InlineData("y[i] = x[p[i]]; p[i] = 3;", "the nest writes 'p'")]
    [InlineData("int at = p[i]; if (i > 2) at++; y[i] = x[at];", "which changes inside the nest")]
    [InlineData("int at = p[i]; p[i] = 0; y[i] = x[at];", "the nest writes 'p'")]
    public void OthersStayPlain(string body, string reason)
    {
        CompilerTest test = CompilerTest.Kernel("Span<float> y, float[] x, Span<int> p, byte[] b, int[,] q", $"for (int i = 0; i < y.Length; i++) {{ {body} }}");
        Assert.Empty(test.Model.Nests);
        Assert.Contains(reason, test.Rejections, StringComparison.Ordinal);
    }
}
