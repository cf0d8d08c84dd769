using System.Text.RegularExpressions;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Which subscripts of flat memory are known to be rows and columns.</summary>
public sealed class DelinearizationTests
{
    private const string Parameters = "Span<int> a, int n, int m, int k";

    [Theory]
    [InlineData("for (int y = 0; y < m; y++) for (int i = 0; i < n; i++) a[y * n + i] = a[k * n + i];", "y, i | k, i")]
    [InlineData("for (int y = 1; y < m; y++) for (int i = 1; i < n; i++) a[y * n + i] = a[(y - 1) * n + i - 1];", "y, i | y - 1, i - 1")]
    [InlineData("for (int y = 1; y < m; y++) for (int i = 0; i < n - 1; i++) a[y * n + i] = a[y * n - n + i + 1];", "y, i | y - 1, i + 1")]
    [InlineData("for (int y = 1; y < m; y++) for (int i = 0; i < 8; i++) a[8 * y + i] = a[i];", "y, i | 0, i")]
    [InlineData("for (int y = 0; y < n; y++) for (int i = 0; i < y; i++) a[y * n + i] = a[i * n + y];", "y, i | i, y")]
    public void RowsAreWhatTheColumnsDoNotReach(string body, string subscripts) => Assert.Equal(subscripts, Subscripts(body));

    [Theory]
    [InlineData("for (int y = 0; y < m; y++) for (int i = 0; i < m; i++) a[y * n + i] = a[k * n + i];")]
    [InlineData("for (int y = 0; y < m; y++) for (int i = 0; i <= n; i++) a[y * n + i] = a[k * n + i];")]
    [InlineData("for (int y = 0; y < m; y++) for (int i = 0; i < n; i++) a[y * n + i] = a[k * n + i + 1];")]
    [InlineData("for (int y = 0; y < m; y++) for (int i = 0; i < n; i++) a[y * n + i] = a[y * n + i - 1];")]
    [InlineData("for (int y = 0; y < m; y++) for (int i = k; i < n; i++) a[y * n + i] = a[k * n + i];")]
    [InlineData("for (int y = 1; y < m; y++) for (int i = 0; i < 9; i++) a[8 * y + i] = a[i];")]
    public void ColumnsThatMayReachIntoAnotherRowAreNone(string body) => Assert.Equal("", Subscripts(body));

    private static string Subscripts(string body)
    {
        IReadOnlyList<Access> accesses = Accesses.Of(CompilerTest.Kernel(Parameters, body).Nest.Loop);
        return Delinearization.Of(accesses.First(access => access.IsWrite), accesses.First(access => !access.IsWrite)) is var (first, second)
            ? $"{Text(first)} | {Text(second)}"
            : "";
    }

    private static string Text(Access access) => string.Join(", ", access.Subscripts.Select(form => form.Terms.Count == 0 ? "0" : string.Join(" + ", form.Terms.OrderBy(term => term.Atoms.Count == 0).Select(term =>
        term.Atoms.Count == 0 ? $"{term.Coefficient}" : (term.Coefficient == 1 ? "" : $"{term.Coefficient} * ") + string.Join(" * ", term.Atoms.Select(atom => Regex.Replace(IrPrinter.Print(atom), @"\.\d+", ""))))).Replace("+ -", "- ", StringComparison.Ordinal)));
}
