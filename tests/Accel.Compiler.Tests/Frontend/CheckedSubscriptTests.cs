using System.Text.RegularExpressions;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Subscripts that are asked where they are used, in nests of which lanes can be made.</summary>
public sealed class CheckedSubscriptTests
{
    private const string Halves = "int low = 0, high = x.Length; while (low < high) { int middle = (low + high) / 2; if (x[middle] < y[i]) low = middle + 1; else high = middle; }";

    [Theory]
    [InlineData(Halves + " p[i] = low;", "leave if fails\n    p[i] = low")]
    [InlineData(Halves + " p[i] = low;", "running = (running & ~fails)")]
    [InlineData("float f = y[i] * 9; float g = x[(int)f]; y[i] = g / f / (1 + g);", "leave if ((subscript < 0) | (subscript > (x.length - 1)))")]
    [InlineData("float f = y[i] * 9; float g = x[(int)f]; y[i] = g / f / (1 + g);", "checked to be in 0 .. (x.length - 1)")]
    public void AreCompiled(string body, string ir)
    {
        CompilerTest test = Test(body);

        test.HasNoRejections();
        Assert.Contains(ir, Ir(test), StringComparison.Ordinal);
    }

    /// <summary>What the iteration has stored by then stays stored; and where lanes would not be faster, the loop is left alone.</summary>
    [Theory]
    [InlineData("p[i] = 7; " + Halves + " p[i] = low;")]
    [InlineData("int at = i; for (int k = 0; k < n; k++) at = p[at]; y[i] = at;")]
    [InlineData("float sum = 0; for (int k = 0; k < n; k++) { y[i] = k; sum += x[(int)sum]; } y[i] += sum;")]
    [InlineData("int v = p[i]; while (v > 9) v = 1000 % v; y[i] = v;")]
    public void OthersStayPlain(string body) => Assert.DoesNotContain("checked", Ir(Test(body)), StringComparison.Ordinal);

    private static CompilerTest Test(string body) =>
        CompilerTest.Kernel("Span<float> y, ReadOnlySpan<float> x, Span<int> p, int n", $"for (int i = 0; i < y.Length; i++) {{ {body} }}");

    /// <summary>Without the numbers of locals.</summary>
    private static string Ir(CompilerTest test) => Regex.Replace(string.Concat(test.Model.Nests.Select(IrPrinter.Print)), @"\.\d+", "");
}
