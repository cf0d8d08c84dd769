using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Subscripts of which only the ends are known, and what these are.</summary>
public sealed class BoundedSubscriptTests
{
    [Theory]
    [InlineData("y[i] = x[i / 2];", "x[((i.0 / 2) within (i.0 / 2) .. (i.0 / 2))]")]
    [InlineData("y[i] = x[Math.Min(i + 1, n - 1)];", "within min(long((i.0 + 1)), long((n.1 - 1)))")]
    [InlineData("y[i] = x[i & n];", "within 0 .. long(uint(n.1))")]
    [InlineData("y[i] = x[b[i] >> 4];", "x[((int(b[i.0]) >> 4) within 0 .. 15)]")]
    [InlineData("y[i] = x[3 * (b[i] & 7) + i];", "x[((3 * ((int(b[i.0]) & 7) within 0 .. 7)) + i.0)]")]
    [InlineData("int k = (int)y[i]; if (k < 0) k = 0; if (k >= n) k = n - 1; y[i] = x[k];", "within ")]
    [InlineData("int k = i - 3; if (k < 0) k += n; y[i] = x[k];", "within ")]
    [InlineData("int k = (i + 1) % n; y[i] = x[k];", "within ")]
    [InlineData("y[i] = x[Math.Clamp((int)y[i], 0, 255)];", "within 0 .. 255")]
    public void AreCompiled(string body, string ir)
    {
        CompilerTest test = Test(body);

        test.HasNoRejections();
        Assert.Contains(ir, Ir(test), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int k = (int)y[i]; if (k < 0) k = 0; y[i] = x[k];")]
    [InlineData("int k = (int)y[i]; if (k >= n) k = n - 1; y[i] = x[k];")]
    [InlineData("int k = (int)y[i]; int m = k; if (k < 0) k = 0; if (k >= n) k = n - 1; y[i] = x[m];")]
    [InlineData("int k = 0; if (b[i] < 10) { b[i] = 200; k = p[i]; } y[i] = x[k];")]
    [InlineData("y[i] = x[(int)y[i] % n];")]
    [InlineData("int k = 0; for (int j = 0; j < n; j++) { k += p[j]; } y[i] = x[k];")]
    [InlineData("int k = 0; for (int j = 0; j < n; j++) { y[i] += x[k]; k = p[j]; }")]
    public void OthersStayPlain(string body)
    {
        CompilerTest test = Test(body);

        Assert.True(test.Model.Nests.Count == 0 || !Ir(test).Contains("within", StringComparison.Ordinal), Ir(test));
    }

    /// <summary>Each part is asked for by what it is part of: without a limit, and each once, these take longer than anyone waits.</summary>
    [Theory]
    [InlineData("{0} / 2", 16)]
    [InlineData("({0} / n)", 12)]
    [InlineData("Math.Clamp({0} + n, 0, n - 1)", 14)]
    [InlineData("(({0} + n) % n)", 14)]
    public void ManyInsideEachOtherAreRead(string part, int depth)
    {
        string subscript = Enumerable.Range(0, depth).Aggregate("i", (inside, _) => part.Replace("{0}", inside, StringComparison.Ordinal));
        CompilerTest test = Test($"y[i] = x[{subscript}];");

        Assert.All(test.Model.Nests, nest => Assert.InRange(CompiledText(test).Length, 1, 200_000));
    }

    private static string CompiledText(CompilerTest test) => Accel.Compiler.Codegen.Host.CompiledNests.Compile(test.Model, emitGpu: false).Nests[0].ClassText!;

    private static CompilerTest Test(string body) =>
        CompilerTest.Kernel("Span<float> y, ReadOnlySpan<float> x, Span<byte> b, int[] p, int n", $"for (int i = 0; i < y.Length; i++) {{ {body} }}");

    private static string Ir(CompilerTest test) => string.Concat(test.Model.Nests.Select(IrPrinter.Print));
}
