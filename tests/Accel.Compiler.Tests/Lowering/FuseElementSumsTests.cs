using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Products added to elements that a loop carries.</summary>
public sealed class FuseElementSumsTests
{
    [Fact]
    public void AMatrixElementCarriedOverKIsFused() =>
        CompilerTest.Kernel("double[,] a, double[,] b, double[,] c, int n", """
            for (int i = 0; i < n; i++)
                for (int k = 0; k < n; k++)
                    for (int j = 0; j < n; j++) c[i, j] += a[i, k] * b[k, j];
            """).HasIrAfter(nameof(FuseElementSums), """
            nest 0(Array2D<double> a, Array2D<double> b, Array2D<double> c, int n.0)
              for i.1 = 0; < n.0; +1
                for k.2 = 0; < n.0; +1
                  for j.3 = 0; < n.0; +1
                    c[i.1, j.3] = fusedmultiplyadd(a[i.1, k.2], b[k.2, j.3], c[i.1, j.3])
            """);

    [Fact]
    public void AProductSubtractedIsFusedNegated() => Row("y[j] -= x[i] * 3;", """
        nest 0(ReadOnlySpan<float> x, Span<float> y)
          for i.0 = 0; < 9; +1
            for j.1 = 0; < 9; +1
              y[j.1] = fusedmultiplyadd(-x[i.0], f:40400000, y[j.1])
        """);

    [Fact]
    public void AnElementThatNoLoopCarriesIsNotFused() =>
        CompilerTest.Kernel("Span<float> y, float a", "for (int i = 0; i < y.Length; i++) y[i] += y[i] * a;").HasIrAfter(nameof(FuseElementSums), """
            nest 0(Span<float> y, float a.1)
              for i.0 = 0; < y.length; +1
                y[i.0] = (y[i.0] + (y[i.0] * a.1))
            """);

    [Fact]
    public void AnotherElementIsNotFused() => Row("y[j] = y[j + 1] + x[i] * 3;", """
        nest 0(Span<float> y, ReadOnlySpan<float> x)
          for i.0 = 0; < 9; +1
            for j.1 = 0; < 9; +1
              y[j.1] = (y[(j.1 + 1)] + (x[i.0] * f:40400000))
        """);

    [Fact]
    public void TheProductInFrontIsNotFused() => Row("y[j] = x[i] * 3 + y[j];", """
        nest 0(ReadOnlySpan<float> x, Span<float> y)
          for i.0 = 0; < 9; +1
            for j.1 = 0; < 9; +1
              y[j.1] = ((x[i.0] * f:40400000) + y[j.1])
        """);

    [Fact]
    public void IntegersAreNotFused() =>
        CompilerTest.Kernel("Span<int> y, ReadOnlySpan<int> x", "for (int i = 0; i < 9; i++) for (int j = 0; j < 9; j++) y[j] += x[i] * 3;")
            .HasIrAfter(nameof(FuseElementSums), """
            nest 0(ReadOnlySpan<int> x, Span<int> y)
              for i.0 = 0; < 9; +1
                for j.1 = 0; < 9; +1
                  y[j.1] = (y[j.1] + (x[i.0] * 3))
            """);

    [Fact]
    public void StrictFusesNothing() =>
        CompilerTest.Kernel(
            "Span<float> y, ReadOnlySpan<float> x",
            "for (int i = 0; i < 9; i++) for (int j = 0; j < 9; j++) y[j] += x[i] * 3;",
            attribute: "Kernel(FloatMode = FloatMode.Strict)").HasIrAfter(nameof(FuseElementSums), """
            nest 0(ReadOnlySpan<float> x, Span<float> y)
              for i.0 = 0; < 9; +1
                for j.1 = 0; < 9; +1
                  y[j.1] = (y[j.1] + (x[i.0] * f:40400000))
            """);

    private static void Row(string body, string expected) =>
        CompilerTest.Kernel("Span<float> y, ReadOnlySpan<float> x", $"for (int i = 0; i < 9; i++) for (int j = 0; j < 9; j++) {body}")
            .HasIrAfter(nameof(FuseElementSums), expected);
}
