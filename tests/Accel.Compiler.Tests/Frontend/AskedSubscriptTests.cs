using System.Text.RegularExpressions;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Subscripts that are only used where the kernel has found them in range are clamped to what it asked.</summary>
public sealed partial class AskedSubscriptTests
{
    [Theory]
    [InlineData("int j = i - k; if (j >= 0 && j < x.Length) y[i] = x[j];", "min(max((i - k), 0), (-1 + x.length))")]
    [InlineData("int j = i - k; if (!(j < 0 || j >= x.Length)) y[i] = x[j];", "min(max((i - k), 0), (-1 + x.length))")]
    [InlineData("int j = i - k; if (j < 0 || j >= x.Length) continue; y[i] = x[j];", "min(max((i - k), 0), (-1 + x.length))")]
    [InlineData("int j = i - k; if (j is >= 0 and <= 9) y[i] = x[j];", "min(max((i - k), 0), 9)")]
    [InlineData("int j = i - k; if ((uint)j < (uint)x.Length) y[i] = x[j];", "min(max((i - k), 0), (-1 + x.length))")]
    [InlineData("y[i] = i - k >= 0 && x.Length > i - k ? x[i - k] : 0;", "min(max((i - k), 0), (-1 + x.length))")]
    [InlineData("if (i >= k) y[i] = x[i - k];", "max((i - k), 0)")]
    [InlineData("if (i + 1 < k) y[i] = x[i + 1];", "min((i + 1), (-1 + k))")]
    [InlineData("if (i + 3 < k) y[i] = x[i + 1];", "min((i + 1), (-3 + k))")]
    [InlineData("int j = y[i]; y[i] = j >= 0 && j < x.Length ? x[j] : 0;", "min(max(j, 0), (-1 + x.length))")]
    [InlineData("int j = y[i]; if (j >= 0 && j < 9) { j += 5; y[i] = x[j]; }", "min(max(j, 5), 13)")]
    public void AreClamped(string body, string subscript) => Assert.True(Ir(body).Contains($"x[({subscript} ", StringComparison.Ordinal), Ir(body));

    [Theory]
    [InlineData("if (i > 2) y[i] = x[i];")]
    [InlineData("if (k > 2) y[i] = x[i + k];")]
    [InlineData("if (x[i] > 2) y[i] = x[i + 1];")]
    [InlineData("if (i < k || y[i] > 0) y[i] = x[i];")]
    [InlineData("if (2 * i < k) y[i] = x[i];")]
    public void AreLeftWhereNothingIsAskedOfThem(string body) => Assert.DoesNotContain("within", Ir(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("int j = x[i]; if (j >= 0 && j < 9) { j = y[i]; y[i] = x[j]; }")]
    [InlineData("int j = x[i]; if (j >= 0) { y[i] = x[j]; }")]
    [InlineData("int j = x[i]; if (j >= 0 && j + 1 < 9) y[i] = x[j + 1];")]
    [InlineData("float f = i * 0.5f; if ((int)f >= 0) y[i] = x[(int)f];")]
    [InlineData("int j = x[i]; if ((uint)j < (uint)k) y[i] = x[j];")]
    public void AreNotClampedByWhatIsNotKnownOfThem(string body)
    {
        CompilerTest test = CompilerTest.Kernel("ReadOnlySpan<int> x, Span<int> y, int k", $"for (int i = 0; i < y.Length; i++) {{ {body} }}");
        Assert.DoesNotContain(test.Model.Nests, nest => IrPrinter.Print(nest).Contains("within", StringComparison.Ordinal));
    }

    private static string Ir(string body) =>
        LocalNumber().Replace(IrPrinter.Print(CompilerTest.Kernel("ReadOnlySpan<int> x, Span<int> y, int k", $"for (int i = 0; i < y.Length; i++) {{ {body} }}").Nest), "");

    [GeneratedRegex(@"\.\d+")]
    private static partial Regex LocalNumber();
}
