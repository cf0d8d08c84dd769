using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Analysis;

/// <summary>Subscripts as sums: the first store's, of a nest over y and x with the inputs w and h.</summary>
public sealed class AffineFormTests
{
    /// <summary>The numbers that the frontend gives them.</summary>
    private static readonly Local[] s_locals =
        [new(0, "w", ScalarType.Int32), new(1, "y", ScalarType.Int32), new(2, "h", ScalarType.Int32), new(3, "x", ScalarType.Int32)];

    [Theory]
    [InlineData("x", "x")]
    [InlineData("x + 1 - 3", "-2 + x")]
    [InlineData("(y + 1) * w + x - 3", "-3 + w*y + w + x")]
    [InlineData("x - x", "0")]
    [InlineData("2 * (x + y) - 2 * y", "2*x")]
    [InlineData("-(x - w)", "w - x")]
    [InlineData("w * h * y + x", "h*w*y + x")]
    [InlineData("(w + 1) * (y - 1) + x", "-1 - w + w*y + x + y")]
    [InlineData("a.Length - 1 - x", "-1 + a.length - x")]
    [InlineData("Math.Min(w, h) + x", "min(w, h) + x")]
    [InlineData("(w >> 1) + x", "(w >> 1) + x")]
    [InlineData("(w / 2) * y + (w / 2) * x", "(w / 2)*x + (w / 2)*y")]
    public void ASubscriptIsASumOfProducts(string subscript, string expected) => Assert.Equal(Sorted(expected), Sorted(Text(FormOf(subscript))));

    [Fact]
    public void EqualSumsAreEqualWhateverTheirText() => Assert.Equal(FormOf("(y + 1) * w + x"), FormOf("x + w + w * y"));

    [Fact]
    public void TheCoefficientOfAVariableIsAConstantOrUnknown()
    {
        AffineForm form = FormOf("3 * x - x + w * y + 7");

        Assert.Equal(2, form.CoefficientOf(Variable("x")));
        Assert.Null(form.CoefficientOf(Variable("y")));
        Assert.Equal(7, form.Constant);
        Assert.Equal("w", Text(form.FactorOf(Variable("y"))));
        Assert.Equal("7 + w*y", Text(form.Without(Variable("x"))));
    }

    [Theory]
    [InlineData("x + w * y", true)]
    [InlineData("x * y", false)]
    [InlineData("x * x", false)]
    [InlineData("w * w + x", true)]
    [InlineData("x / 2", false)]
    public void LinearInTheLoopVariables(string subscript, bool expected) =>
        Assert.Equal(expected, AffineForm.Of(ExpressionOf(subscript))!.IsLinearIn([Variable("x"), Variable("y")]));

    [Fact]
    public void MemoryFloatsAndLargeConstantsAreNotForms()
    {
        var buffer = new Accel.Compiler.IR.Buffer(0, "a", BufferKind.Span, ScalarType.Int32);

        Assert.Null(AffineForm.Of(new Load(buffer, EquatableArray.Of<Expr>(Constant.Int(0)))));
        Assert.Null(AffineForm.Of(new Constant(ScalarType.Single, 0)));
        Assert.Null(AffineForm.Of(Constant.Int(1L << 40, ScalarType.Int64)));
        Assert.NotNull(AffineForm.Of(Constant.Int((1L << 40) - 1, ScalarType.Int64)));
    }

    [Fact]
    public void WideningKeepsTheValueAndNarrowingDoesNot()
    {
        Expr x = new Read(new Local(0, "x", ScalarType.Int32));
        Expr wide = new Read(new Local(1, "n", ScalarType.Int64));

        Assert.Equal(AffineForm.Of(x), AffineForm.Of(new Accel.Compiler.IR.Convert(ScalarType.Int64, x)));
        Assert.Equal("int(n)", Text(AffineForm.Of(new Accel.Compiler.IR.Convert(ScalarType.Int32, wide))!));
    }

    [Fact]
    public void AFormIsWrittenBackAsALong() =>
        Assert.Equal("((-3 + (long(w.0) * long(y.1))) + long(x.3))", IrPrinter.Print(FormOf("y * w + x - 3").ToExpr()));

    private static Local Variable(string name) => s_locals.Single(local => local.Name == name);

    private static AffineForm FormOf(string subscript) => AffineForm.Of(ExpressionOf(subscript))!;

    /// <summary>As the value stored, so that the frontend does not ask for linearity.</summary>
    private static Expr ExpressionOf(string subscript)
    {
        Nest nest = CompilerTest.Kernel(
            "Span<int> a, int w, int h",
            $"for (int y = 0; y < w; y++) for (int x = 0; x < h; x++) a[0] = {subscript};").Nest;
        return StmtFacts.Descendants(nest.Loop.Body).OfType<Store>().Single().Value;
    }

    private static string Text(AffineForm form) =>
        form.Terms.Count == 0 ? "0" : string.Join(" + ", form.Terms.Select(Text)).Replace("+ -", "- ", StringComparison.Ordinal);

    private static string Text(AffineTerm term)
    {
        string atoms = string.Join("*", term.Atoms.Select(atom => System.Text.RegularExpressions.Regex.Replace(IrPrinter.Print(atom), @"\b([a-z])\.\d", "$1")));
        return atoms.Length == 0 ? $"{term.Coefficient}" : term.Coefficient == 1 ? atoms : term.Coefficient == -1 ? "-" + atoms : $"{term.Coefficient}*{atoms}";
    }

    /// <summary>The order of terms says nothing.</summary>
    private static string Sorted(string sum) =>
        string.Join(" + ", sum.Replace(" - ", " + -", StringComparison.Ordinal).Split(" + ").Order(StringComparer.Ordinal));
}
