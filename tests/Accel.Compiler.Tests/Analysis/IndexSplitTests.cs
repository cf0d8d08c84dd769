using System.Text.RegularExpressions;
using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>At which values of its variable a loop's range is split, so that no two iterations of one part meet in <c>a</c>.</summary>
public sealed class IndexSplitTests
{
    private const string Parameters = "Span<int> a, Span<int> b, int[,] c, int n, int k, long wide";

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[k] + 1;", "k + 1")]
    [InlineData("for (int i = 0; i < n; i++) { a[i] = 1; b[i] = a[k]; }", "k")]
    [InlineData("for (int i = 0; i < n; i++) { int v = a[k]; a[i] = v; b[i] = a[k]; }", "k, k + 1")]
    [InlineData("for (int i = 0; i < n; i++) a[i + 3] = a[k] + 1;", "k - 2")]
    [InlineData("for (int i = n; i >= 0; i--) a[i] = a[k] + 1;", "k")]
    [InlineData("for (int i = n; i >= 0; i--) { a[i] = 1; b[i] = a[k]; }", "k + 1")]
    [InlineData("for (int i = 0; i < n; i++) a[2 * i] = a[k];", "(k + 1) / 2")]
    [InlineData("for (int i = 0; i < n; i++) a[k - i] = a[5];", "k - 4")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[k] + a[n / 2];", "k + 1, n / 2 + 1")]
    public void AnElementThatAllReadSplitsTheRangeWhereItIsWritten(string body, string splits) => Assert.Equal(splits, Splits(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[k - i];", "k / 2")]
    [InlineData("for (int i = 0; i < n; i++) a[k - i] = a[i] + 1;", "k / 2")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[n - 1 - i];", "(n - 1) / 2")]
    [InlineData("for (int i = 0; i < n; i++) a[2 * i] = a[k - 2 * i];", "k / 4")]
    [InlineData("for (int i = n; i >= 0; i--) a[i] = a[k - i];", "k / 2")]
    public void TheMirrorSplitsTheRangeInTheMiddle(string body, string splits) => Assert.Equal(splits, Splits(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) c[k, i] = c[k, 5] + 1;", "6")]
    [InlineData("for (int i = 0; i < n; i++) c[i, k] = c[5, 3];", "6")]
    public void OneDimensionIsEnough(string body, string splits) => Assert.Equal(splits, Splits(body, "c"));

    [Fact]
    public void RowsOfAFlatMatrixAreDimensions() =>
        Assert.Equal("k + 1", Splits("for (int q = 0; q < n; q++) for (int i = 0; i < n; i++) a[q * n + i] = Math.Min(a[q * n + i], a[q * n + k] + a[k * n + i]);"));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) a[k] = a[i] + 1;")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[2 * i];")]
    [InlineData("for (int i = 0; i < n; i++) a[i] = a[i - 1];")]
    [InlineData("for (long i = 0; i < n; i++) a[(int)i] = b[0];")]
    public void ElsewhereNothingIsSplit(string body) => Assert.Equal("", Splits(body));

    [Fact]
    public void FloatSumsKeepTheirOrderOverTheWholeRange() =>
        Assert.False(IndexSplit.IsPossible(CompilerTest.Kernel("Span<float> a, int k", "float s = 0; for (int i = 0; i < a.Length; i++) { a[i] -= a[k]; s += a[i]; } a[0] = s;").After(nameof(RecognizeReductions)).Loop));

    private static string Splits(string body, string buffer = "a")
    {
        CompilerTest test = CompilerTest.Kernel(Parameters, body);
        Buffer tested = test.Nest.Buffers.First(one => one.Name == buffer);
        return string.Join(", ", LoopCarried.Test(test.Loop("i"), Accesses.Of(test.Nest.Loop), tested, tested).Splits.Select(Print));
    }

    private static string Named(string text) => Regex.Replace(text, @"\.\d+", "").Trim('(', ')');

    private static string Print(IndexSplit split)
    {
        string dividend = string.Join(" + ", split.Dividend.Terms.OrderBy(term => term.Atoms.Count == 0).Select(term =>
            term.Atoms.Count == 0 ? $"{term.Coefficient}" : (term.Coefficient == 1 ? "" : $"{term.Coefficient} * ") + Named(IrPrinter.Print(term.Atoms[0])))).Replace("+ -", "- ", StringComparison.Ordinal);
        return split.Divisor == 1 ? dividend : $"{(split.Dividend.Terms.Count > 1 ? $"({dividend})" : dividend)} / {split.Divisor}";
    }
}
