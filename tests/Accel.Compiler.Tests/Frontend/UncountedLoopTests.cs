using System.Text.RegularExpressions;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Loops inside a counted one that end where their iterations say so, and jumps out of loops and statements.</summary>
public sealed class UncountedLoopTests
{
    [Fact]
    public void AConditionIsAskedInFrontOfTheLoopAndAtTheEndOfEachIteration() => Body("float v = x[i]; while (v > 1) v *= 0.5f; x[i] = v;", """
            float v.1 = x[i.0]
            bool running.2 = (v.1 > f:3f800000)
            for iteration.3 = 0; < 2147483647; +1 while running.2
              v.1 = (v.1 * f:3f000000)
              running.2 = (v.1 > f:3f800000)
            x[i.0] = v.1
        """);

    [Fact]
    public void ADoLoopAsksAtTheEndOnly() => Body("float v = x[i]; do { v *= 0.5f; } while (v > 1); x[i] = v;", """
            float v.1 = x[i.0]
            bool running.2 = true
            for iteration.3 = 0; < 2147483647; +1 while running.2
              v.1 = (v.1 * f:3f000000)
              running.2 = (v.1 > f:3f800000)
            x[i.0] = v.1
        """);

    [Fact]
    public void ACountedLoopThatABreakEndsStillCounts() => Body("float v = 0; for (int k = 0; k < 9; k++) { if (x[i] < v) break; v += k; } x[i] = v;", """
            float v.1 = f:00000000
            bool running.3 = true
            for k.2 = 0; < 9; +1 while running.3
              if (x[i.0] < v.1)
                running.3 = false
              else
                v.1 = (v.1 + float(k.2))
            x[i.0] = v.1
        """);

    [Fact]
    public void WhatABreakEndsDoesNotComeToTheEndOfTheIteration() => Body("float v = x[i]; for (int k = 1; k < n; k *= 2) { v -= k; if (v < 0) break; } x[i] = v;", """
            float v.1 = x[i.0]
            int k.2 = 1
            bool running.3 = (1 < n.5)
            for iteration.4 = 0; < 2147483647; +1 while running.3
              v.1 = (v.1 - float(k.2))
              if (v.1 < f:00000000)
                running.3 = false
              if running.3
                k.2 = (k.2 * 2)
                running.3 = (k.2 < n.5)
            x[i.0] = v.1
        """);

    [Fact]
    public void ContinueGoesToTheEndOfTheIteration() => Body("float v = x[i]; for (int k = 1; k < n; k *= 2) { if (v < 0) continue; v -= k; } x[i] = v;", """
            float v.1 = x[i.0]
            int k.2 = 1
            bool running.3 = (1 < n.5)
            for iteration.4 = 0; < 2147483647; +1 while running.3
              if (v.1 < f:00000000)
              else
                v.1 = (v.1 - float(k.2))
              k.2 = (k.2 * 2)
              running.3 = (k.2 < n.5)
            x[i.0] = v.1
        """);

    [Fact]
    public void WhatAStatementMayLeaveAsksWhetherItDid() => Body("if (x[i] > 0) { if (x[i] > 5) continue; } x[i] = 1;", """
            bool left.1 = false
            if (x[i.0] > f:00000000)
              if (x[i.0] > f:40a00000)
                left.1 = true
            if ~left.1
              x[i.0] = f:3f800000
        """);

    [Fact]
    public void AReturnOfAnInlinedMethodEndsItsLoops() =>
        CompilerTest.Members("""
            private static int Log(float v) { for (int k = 0; ; k++) { if (v < 1) return k; v *= 0.5f; } }
            [Kernel] public static void Run(Span<float> x) { for (int i = 0; i < x.Length; i++) x[i] = Log(x[i]); }
            """).HasIr("""
            nest 0(Span<float> x)
              for i.0 = 0; < x.length; +1
                float v.1 = x[i.0]
                int LogResult.2
                int k.3 = 0
                bool running.4 = true
                for iteration.5 = 0; < 2147483647; +1 while running.4
                  if (v.1 < f:3f800000)
                    LogResult.2 = k.3
                    running.4 = false
                  else
                    v.1 = (v.1 * f:3f000000)
                  if running.4
                    k.3 = (k.3 + 1)
                x[i.0] = float(LogResult.2)
            """);

    [Fact]
    public void ABoundThatChangesIsAskedAnew() => Body("int m = n; for (int k = 0; k < m; k++) { x[i] += k; m--; }", """
            int m.1 = n.2
            int k.3 = 0
            bool running.4 = (0 < n.2)
            for iteration.5 = 0; < 2147483647; +1 while running.4
              x[i.0] = (x[i.0] + float(k.3))
              m.1 = (m.1 - 1)
              k.3 = (k.3 + 1)
              running.4 = (k.3 < m.1)
        """);

    [Fact]
    public void WhatAConditionAsksBehindTheBoundIsAskedInTheLoop() => Body("float v = 0; for (int k = 0; k < 9 && v < x[i]; k++) v += k; x[i] = v;", """
            float v.1 = f:00000000
            bool running.3 = true
            for k.2 = 0; < 9; +1 while running.3
              if ~(v.1 < x[i.0])
                running.3 = false
              else
                v.1 = (v.1 + float(k.2))
            x[i.0] = v.1
        """);

    [Fact]
    public void AnAssignmentInAConditionRunsWhereItIsAsked() => Body("int k = i; float v = x[i]; if (v > 1 && --k > 3) v = k; x[i] = v + k;", """
            int k.1 = i.0
            float v.2 = x[i.0]
            bool condition.3 = (v.2 > f:3f800000)
            if condition.3
              k.1 = (i.0 - 1)
              int k.4 = (i.0 - 1)
              condition.3 = (k.4 > 3)
            if condition.3
              v.2 = float(k.1)
            x[i.0] = (v.2 + float(k.1))
        """);

    [Theory]
    [InlineData("int k = i; x[i] = k + k++;")]
    [InlineData("int k = i; x[i] = k > 3 ? k++ : 2;")]
    [InlineData("int k = 0; x[k++] = k;")]
    [InlineData("int k = i; x[i] = k switch { 3 => k++, _ => 4 };")]
    public void AnAssignmentThatTheStatementDependsOnIsRefused(string body) => Assert.Contains(
        "UnsupportedExpression at k++",
        CompilerTest.Kernel("Span<float> x", $"for (int i = 0; i < x.Length; i++) {{ {body} }}").Rejections,
        StringComparison.Ordinal);

    [Fact]
    public void ACallThatChangesWhatItIsGivenMayBePartOfAnExpression() =>
        CompilerTest.Members("""
            private static int Next(ref int s) { s = s * 3; return s; }
            [Kernel] public static void Run(Span<int> x) { for (int i = 0; i < x.Length; i++) { int s = x[i]; x[i] = Next(ref s) - Next(ref s); } }
            """).HasIr("""
            nest 0(Span<int> x)
              for i.0 = 0; < x.length; +1
                int s.1 = x[i.0]
                s.1 = (s.1 * 3)
                int NextResult.2 = s.1
                s.1 = (s.1 * 3)
                int NextResult.3 = s.1
                x[i.0] = (NextResult.2 - NextResult.3)
            """);

    [Theory]
    [InlineData("x[i] = s + Next(ref s);")]
    [InlineData("x[i] = s > 3 && Next(ref s) > 5 ? 1 : 2;")]
    [InlineData("s += Next(ref s); x[i] = s;")]
    [InlineData("x[i] = Two(s, Next(ref s));")]
    public void ACallThatChangesWhatWasReadBeforeIsRefused(string statement) => Assert.Contains(
        "UnsupportedCall at Next(ref s)",
        CompilerTest.Members($$"""
            private static int Next(ref int s) { s = s * 3; return s; }
            private static int Two(int a, int b) => a - b;
            [Kernel] public static void Run(Span<int> x) { for (int i = 0; i < x.Length; i++) { int s = x[i]; {{statement}} } }
            """).Rejections,
        StringComparison.Ordinal);

    [Fact]
    public void OfALoopThatCannotBeReadTheUncountedOnesInsideAreNotTold() =>
        CompilerTest.Kernel("Span<float> x", "for (int i = 0; i < x.Length; i++) { float v = x[i]; while (v > 1) v *= 0.5f; x[i] = v; Console.Write(i); }").HasRejections("""
            UnsupportedCall at Console.Write(i)
                'Console.Write' is none of the functions of .NET that are compiled (those of Math, MathF, BitOperations and the number types), so the nest stays plain; take the call out of the loop, or write out what it does.
            """);

    private static void Body(string body, string expected)
    {
        Match n = Regex.Match(expected, @"\bn\.\d+");
        CompilerTest.Kernel("Span<float> x, int n", $"for (int i = 0; i < x.Length; i++) {{ {body} }}")
            .HasIr($"nest 0(Span<float> x{(n.Success ? ", int " + n.Value : "")})\n  for i.0 = 0; < x.length; +1\n{expected}");
    }

    [Theory]
    [InlineData("for (int i = 0; i < x.Length; i++) { int k = 0; while (k < (int)x[i]) { x[i] += 1; k++; if (k > 9) break; } }")]
    [InlineData("for (int i = 0; i < x.Length; i++) { float v = x[i]; int most = (int)v; int k = 0; while (k < most && v > 1) { v *= 0.5f; k++; } x[i] = v; }")]
    public void AnEndThatIsDataIsACondition(string body)
    {
        var kernel = CompilerTest.Kernel("Span<float> x", body);

        kernel.HasNoRejections();
        Assert.True(Accel.Compiler.Analysis.StmtFacts.Loops(kernel.Nest.Loop.Body).Single().IsUnbounded);
    }
}
