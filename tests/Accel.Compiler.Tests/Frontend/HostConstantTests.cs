using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Locals in front of a nest that never change are constants.</summary>
public sealed class HostConstantTests
{
    [Fact]
    public void SumsOfThemAreConstants() =>
        CompilerTest.Kernel("Span<float> x", """
            int m = 1;
            int k = m * 2 + 1;
            for (int i = 0; i < x.Length - k; i++) x[i] = x[i + k];
            """).HasIr("""
            nest 0(Span<float> x)
              for i.0 = 0; < (x.length - 3); +1
                x[i.0] = x[(i.0 + 3)]
            """);

    [Fact]
    public void ASubscriptOfWhatIsAssignedDoesNotChange() =>
        CompilerTest.Kernel("float[,] x", """
            int row = 2;
            for (int i = 0; i < x.GetLength(1); i++) x[row, i] = 1;
            """).HasIr("""
            nest 0(Array2D<float> x)
              for i.0 = 0; < x.length1; +1
                x[2, i.0] = f:3f800000
            """);

    [Theory]
    [InlineData("int m = 1; m++;")]
    [InlineData("int m = 1; (m) = 3;")]
    [InlineData("int m = 1; if (x.Length > 3) m = 2;")]
    [InlineData("int m = 1; Set(ref m);")]
    [InlineData("int m = 1; Set(out m, 1);")]
    [InlineData("int m = 1; ref int r = ref m; r = 3;")]
    [InlineData("int m = 1, n = 2; ref int r = ref (x.Length > 3 ? ref m : ref n); r = 3;")]
    [InlineData("int m = 1; (m, _) = (2, 3);")]
    [InlineData("int m = 1; Action change = () => m = 2; change();")]
    [InlineData("int m = 1; void Change() => m = 2; Change();")]
    [InlineData("int m = 1; new Span<int>(ref m)[0] = 4;")]
    [InlineData("int m = x.Length;")]
    [InlineData("int n = int.MaxValue; int m = n + 1;")]
    public void WhatChangesIsNone(string before) =>
        Assert.Contains("int m.1", IrPrinter.Print(CompilerTest.Members($$"""
            private static void Set(ref int m) => m = 4;
            private static void Set(out int m, int k) => m = k;
            [Kernel] public static void Run(Span<int> x) { {{before}} for (int i = 0; i < x.Length; i++) x[i] = m; }
            """).Nest), StringComparison.Ordinal);
}
