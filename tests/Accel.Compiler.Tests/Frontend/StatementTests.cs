namespace Accel.Compiler.Tests.Frontend;

/// <summary>Statements that are sugar, as the IR has them.</summary>
public sealed class StatementTests
{
    [Fact]
    public void CompoundAssignmentOfAByteComputesInInt() =>
        CompilerTest.Kernel("Span<byte> x, byte k", "for (int i = 0; i < x.Length; i++) x[i] += k;").HasIr("""
            nest 0(Span<byte> x, byte k.1)
              for i.0 = 0; < x.length; +1
                x[i.0] = byte((int(x[i.0]) + int(k.1)))
            """);

    [Fact]
    public void CompoundShiftOfAShortComputesInInt() =>
        CompilerTest.Kernel("Span<short> x, int k", "for (int i = 0; i < x.Length; i++) x[i] >>= k;").HasIr("""
            nest 0(Span<short> x, int k.1)
              for i.0 = 0; < x.length; +1
                x[i.0] = short((int(x[i.0]) >> k.1))
            """);

    [Fact]
    public void CompoundAssignmentOfAFloatStaysInItsType() =>
        CompilerTest.Kernel("Span<float> x", "for (int i = 0; i < x.Length; i++) x[i] *= 2;").HasIr("""
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = (x[i.0] * f:40000000)
            """);

    [Fact]
    public void IncrementAndDecrementAddAndSubtractOne() =>
        CompilerTest.Kernel("Span<sbyte> x, Span<double> y", "for (int i = 0; i < x.Length; i++) { x[i]++; --y[i]; }").HasIr("""
            nest 0(Span<sbyte> x, Span<double> y)
              for i.0 = 0; < x.length; +1
                x[i.0] = sbyte((int(x[i.0]) + 1))
                y[i.0] = (y[i.0] - d:3ff0000000000000)
            """);

    [Fact]
    public void AnAssignedLocalOfTheMethodIsPassedByRef() =>
        CompilerTest.Kernel(
            "ReadOnlySpan<int> x",
            "int sum = 0; for (int i = 0; i < x.Length; i++) sum += x[i]; return sum;",
            returns: "int").HasIr("""
            nest 0(ReadOnlySpan<int> x, ref int sum.1)
              for i.0 = 0; < x.length; +1
                sum.1 = (sum.1 + x[i.0])
            """);

    [Fact]
    public void ContinueMakesTheRestTheOtherBranch() =>
        CompilerTest.Kernel("Span<int> x", """
            for (int i = 0; i < x.Length; i++)
            {
                if (x[i] < 0) continue;
                x[i] = 1;
                x[i] += 2;
            }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                if (x[i.0] < 0)
                else
                  x[i.0] = 1
                  x[i.0] = (x[i.0] + 2)
            """);

    [Fact]
    public void ContinueInTheElseBranchKeepsTheRestInTheFirst() =>
        CompilerTest.Kernel("Span<int> x", """
            for (int i = 0; i < x.Length; i++)
            {
                if (x[i] < 0) { x[i] = 0; } else { x[i] = 3; continue; }
                x[i] += 2;
            }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                if (x[i.0] < 0)
                  x[i.0] = 0
                  x[i.0] = (x[i.0] + 2)
                else
                  x[i.0] = 3
            """);

    [Fact]
    public void EarlyReturnsOfAnInlinedMethodAssignItsResult() =>
        CompilerTest.Members("""
            private static float Clip(float v)
            {
                if (v < 0) return 0;
                float w = v * 2;
                return w;
            }

            [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = Clip(x[i]); }
            """).HasIr("""
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +1
                float v.1 = x[i.0]
                float ClipResult.2
                if (v.1 < f:00000000)
                  ClipResult.2 = f:00000000
                else
                  float w.3 = (v.1 * f:40000000)
                  ClipResult.2 = w.3
                x[i.0] = ClipResult.2
            """);

    [Fact]
    public void AnInlinedExpressionNeedsNoLocalForItsResult() =>
        CompilerTest.Members("""
            private static float Twice(float v) => v + v;

            [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = Twice(x[i]); }
            """).HasIr("""
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +1
                float v.1 = x[i.0]
                x[i.0] = (v.1 + v.1)
            """);

    [Fact]
    public void AVoidMethodIsInlinedWithItsSpansAndRefs() =>
        CompilerTest.Members("""
            private static void Add(Span<int> target, int at, ref int sum)
            {
                if (at < 3) return;
                target[at] = sum;
                sum += at;
            }

            [Kernel] public static int Run(Span<int> x)
            {
                int total = 0;
                for (int i = 0; i < x.Length; i++) Add(x, i, ref total);
                return total;
            }
            """).HasIr("""
            nest 0(Span<int> x, ref int total.1)
              for i.0 = 0; < x.length; +1
                if (i.0 < 3)
                else
                  x[i.0] = total.1
                  total.1 = (total.1 + i.0)
            """);

    [Fact]
    public void ALocalFunctionReadsTheKernelsVariables() =>
        CompilerTest.Kernel("Span<float> x, float a", """
            float Scale(float v) => v * a;
            for (int i = 0; i < x.Length; i++) x[i] = Scale(x[i]);
            """).HasIr("""
            nest 0(Span<float> x, float a.2)
              for i.0 = 0; < x.length; +1
                float v.1 = x[i.0]
                x[i.0] = (v.1 * a.2)
            """);

    [Fact]
    public void AConstantConditionLeavesOneBranch() =>
        CompilerTest.Kernel("Span<int> x", """
            const bool Wide = false;
            for (int i = 0; i < x.Length; i++)
            {
                if (Wide) x[i] = 1; else x[i] = 2;
            }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = 2
            """);

    [Fact]
    public void AnAliasOfASpanIsTheSpan() =>
        CompilerTest.Kernel("Span<int> x", """
            for (int i = 0; i < x.Length; i++)
            {
                ReadOnlySpan<int> source = x;
                x[i] = source[i] + 1;
            }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                x[i.0] = (x[i.0] + 1)
            """);

    [Fact]
    public void AnArgumentIsReadBeforeTheMethodRuns() =>
        CompilerTest.Members("""
            private static void Set(Span<int> x, int i, int old) { x[i] = 0; x[i + 1] = old; }
            [Kernel] public static void Run(Span<int> x) { for (int i = 0; i < 9; i++) Set(x, i, x[i]); }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < 9; +1
                int old.1 = x[i.0]
                x[i.0] = 0
                x[(i.0 + 1)] = old.1
            """);

    [Fact]
    public void AnAssignedParameterIsACopy() =>
        CompilerTest.Members("""
            private static float Next(float v) { v += 1; return v; }
            [Kernel] public static void Run(Span<float> x, float a) { for (int i = 0; i < 9; i++) x[i] = Next(a) + a; }
            """).HasIr("""
            nest 0(Span<float> x, float a.1)
              for i.0 = 0; < 9; +1
                float v.2 = a.1
                v.2 = (v.2 + f:3f800000)
                x[i.0] = (v.2 + a.1)
            """);

    [Theory]
    [InlineData("if (x[i] < 0) break;")]
    [InlineData("if (x[i] < 0) { Console.WriteLine(i); return; }")]
    [InlineData("if (x[i] < 0) throw new InvalidOperationException();")]
    public void ABranchThatLeavesIsLeftToTheLoopAsWritten(string leave) =>
        CompilerTest.Kernel("float[] x", $"for (int i = 0; i < x.Length; i++) {{ {leave} else x[i] = 1; x[i] += 2; }}").HasIr("""
            nest 0(Array<float> x)
              for i.0 = 0; < x.length; +1
                leave if (x[i.0] < f:00000000)
                x[i.0] = f:3f800000
                x[i.0] = (x[i.0] + f:40000000)
            """);

    [Theory]
    [InlineData("for (int i = 0; i < x.Length; i++) { if (x[i] < 0) { if (i > 3) continue; break; } x[i] = 1; }")]
    [InlineData("foreach (int i in Loop.Parallel(0, x.Length)) { if (x[i] < 0) break; x[i] = 1; }")]
    [InlineData("for (int j = 0; j < 3; j++) for (int i = 0; i < x.Length; i++) { if (x[i] < 0) return; x[i] = 1; }")]
    [InlineData("for (int i = 0; i < x.Length; i++) { switch (i) { case 0: if (x[i] < 0) return; break; default: x[i] = 1; break; } }")]
    [InlineData("for (int j = 0; j < 3; j++) { if (x[j] < 0) return; for (int i = 0; i < x.Length; i++) x[i] = 1; }")]
    public void OthersThatLeaveStayPlain(string body) =>
        Assert.Contains("EarlyExit", CompilerTest.Kernel("float[] x, ref float s", body).Rejections, StringComparison.Ordinal);

    [Fact]
    public void AVariableComputedFromTheOneThatIsSteppedStaysPlain() => Assert.Contains(
        "'j' is computed from 'i'",
        CompilerTest.Kernel("float[] x", "for (int i = 0, j = i + 5; i < j; i++) { if (x[i] < 0) break; x[i] = 1; }").Rejections,
        StringComparison.Ordinal);
}
