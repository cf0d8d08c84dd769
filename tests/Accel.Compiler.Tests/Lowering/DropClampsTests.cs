using Accel.Compiler.IR;
using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Clamps of subscripts that are in range anyway.</summary>
public sealed class DropClampsTests
{
    [Theory]
    [InlineData("for (int i = 0; i < x.Length; i++) if (i < k) x[i] = 0;")]
    [InlineData("for (int i = 1; i < x.Length; i++) if (i - 1 >= k) x[i - 1] = 0;")]
    [InlineData("for (int i = 0; i < k; i++) { x[i] = 1; if (i < k / 2) x[i] = 0; }")]
    [InlineData("for (int i = 0; i < k; i++) { x[i] = x[i + 2]; if (i + 1 < k) x[i + 1] = 0; }")]
    [InlineData("for (int i = 0; i < k; i++) { x[i] = 1; for (int j = 0; j < k; j++) if (i < j) x[i] += j; }")]
    public void AreDropped(string body) => Assert.DoesNotContain("within", After(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("for (int i = 0; i < k; i++) if (i < x.Length) x[i] = 0;")]
    [InlineData("for (int i = 0; i < x.Length; i++) if (i >= k) x[i - k] = 0;")]
    [InlineData("for (int i = 0; i < k; i++) { x[i] = 1; if (i + 1 < k) x[i + 1] = 0; }")]
    [InlineData("for (int i = 0; i < k; i++) { if (i < 9) x[i] = 1; for (int j = 0; j < k; j++) x[i] += j; }")]
    [InlineData("for (int i = 0; i < k; i++) { if (i < 9) x[i] = 1; x[2 * i] = 3; }")]
    [InlineData("for (int i = 0; i < k; i++) x[Math.Clamp(i, 0, k)] = 3;")]
    public void Stay(string body) => Assert.Contains("within", After(body), StringComparison.Ordinal);

    private static string After(string body) => IrPrinter.Print(CompilerTest.Kernel("Span<int> x, int k", body).After(nameof(DropClamps)));
}
