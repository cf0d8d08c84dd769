namespace Accel.Compiler.Tests.Frontend;

/// <summary>Loop headers, and what becomes of them.</summary>
public sealed class LoopTests
{
    [Fact]
    public void ForEachOverASpanCountsAndLoads() =>
        CompilerTest.Kernel("ReadOnlySpan<float> x, ref float sum", "foreach (float v in x) sum += v;").HasIr("""
            nest 0(ReadOnlySpan<float> x, ref float sum.2)
              for vIndex.0 = 0; < x.length; +1
                float v.1 = x[vIndex.0]
                sum.2 = (sum.2 + v.1)
            """);

    [Fact]
    public void ForEachOverAnArray() =>
        CompilerTest.Kernel("int[] x, ref int sum", "foreach (int v in x) sum += v;").HasIr("""
            nest 0(Array<int> x, ref int sum.2)
              for vIndex.0 = 0; < x.length; +1
                int v.1 = x[vIndex.0]
                sum.2 = (sum.2 + v.1)
            """);

    [Fact]
    public void AWhileLoopThatCountsHasAVariableOfItsOwn() =>
        CompilerTest.Kernel("Span<int> x, int n", "int i = 1; while (i <= n) { x[i] = 3; i += 2; }").HasIr("""
            nest 0(Span<int> x, int iBefore.0, int n.2)
              for i.3 = iBefore.0; <= n.2; +2
                x[(iBefore.0 + (i.3 - iBefore.0))] = 3
            """);

    [Fact]
    public void WhatAWhileLoopCountsIsAssignedWhereItIsReadBehind() =>
        CompilerTest.Kernel("Span<int> x, ref int last", "int i = 0; while (i < x.Length) { x[i] = 3; i++; } last = i;").HasIr("""
            nest 0(Span<int> x, int iBefore.0, ref int i.1)
              for i.2 = iBefore.0; < x.length; +1
                x[(iBefore.0 + (i.2 - iBefore.0))] = 3
                i.1 = ((iBefore.0 + (i.2 - iBefore.0)) + 1)
            """);

    [Fact]
    public void AForLoopMayGoOnUntilItsVariableIsALength() =>
        CompilerTest.Kernel("Span<int> x", "for (int i = 0; i != x.Length; i++) x[i] = 0; for (int i = 2; 9 != i; i++) x[i] = 0;").HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = 0
            nest 1(Span<int> x)
              for i.0 = 2; < 9; +1
                x[i.0] = 0
            """);

    [Fact]
    public void ATupleIsAssignedBehindItsValues() =>
        CompilerTest.Kernel("Span<int> x, Span<long> y", "for (int i = 0; i < 9; i++) { (x[i], y[i]) = (x[i + 1], x[i]); }").HasIr("""
            nest 0(Span<int> x, Span<long> y)
              for i.0 = 0; < 9; +1
                int value.1 = x[(i.0 + 1)]
                long value.2 = long(x[i.0])
                x[i.0] = value.1
                y[i.0] = value.2
            """);

    [Fact]
    public void ASecondVariableOfTheHeaderIsItsValue() =>
        CompilerTest.Kernel("Span<int> x", "for (int i = 0, n = x.Length - 1; i < n; i++) x[i] = n;").HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < (x.length - 1); +1
                x[i.0] = (x.length - 1)
            """);

    [Fact]
    public void TheBoundMayStandOnTheLeft() =>
        CompilerTest.Kernel("Span<int> x", "for (int i = 0; x.Length > i; i++) x[i] = 0;").HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = 0
            """);

    [Fact]
    public void DownwardLoopsKeepTheirDirection() =>
        CompilerTest.Kernel("Span<int> x", "for (int i = x.Length - 1; i >= 0; i -= 2) x[i] = 0;").HasIr("""
            nest 0(Span<int> x)
              for i.0 = (x.length - 1); >= 0; -2
                x[i.0] = 0
            """);

    [Fact]
    public void TheStepMayBeAnAssignment() =>
        CompilerTest.Kernel("Span<int> x", "for (int i = 0; i <= 10; i = i + 3) x[i] = 0;").HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; <= 10; +3
                x[i.0] = 0
            """);

    [Fact]
    public void ALongVariableComparesInLong() =>
        CompilerTest.Kernel("int[] x", "for (long i = 0; i < x.Length; i++) x[i] = 0;").HasIr("""
            nest 0(Array<int> x)
              for i.0 = 0; < long(x.length); +1
                x[i.0] = 0
            """);

    [Fact]
    public void NestedLoopsOverAMatrixUseItsLengths() =>
        CompilerTest.Kernel("double[,] a", """
            for (int i = 0; i < a.GetLength(0); i++)
            {
                for (int j = i; j < a.GetLength(1); j++) a[i, j] = 0;
            }
            """).HasIr("""
            nest 0(Array2D<double> a)
              for i.0 = 0; < a.length0; +1
                for j.1 = i.0; < a.length1; +1
                  a[i.0, j.1] = d:0000000000000000
            """);

    [Fact]
    public void TwoNestsAreReadOneByOne() =>
        CompilerTest.Kernel("Span<int> x", """
            for (int i = 0; i < x.Length; i++) x[i] = 0;
            if (x.Length > 3)
            {
                for (int i = 1; i < x.Length; i++) x[i] = 1;
            }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = 0
            nest 1(Span<int> x)
              for i.0 = 1; < x.length; +1
                x[i.0] = 1
            """);

    [Fact]
    public void LoopsOfLambdasAndLocalFunctionsAreNotNests() =>
        Assert.Empty(CompilerTest.Kernel("int[] x", """
            void Clear() { for (int i = 0; i < x.Length; i++) x[i] = 0; }
            Action other = () => { for (int i = 0; i < x.Length; i++) x[i] = 0; };
            Clear();
            other();
            """).Model.Nests);

    [Fact]
    public void NamesThatGeneratedCodeUsesGetAnUnderscore() =>
        CompilerTest.Kernel("Span<int> frame, int begin, int @class", "for (int t = 0; t < frame.Length; t++) frame[t] = begin + @class;").HasIr("""
            nest 0(Span<int> frame_, int begin_.1, int class_.2)
              for t_.0 = 0; < frame_.length; +1
                frame_[t_.0] = (begin_.1 + class_.2)
            """);
}
