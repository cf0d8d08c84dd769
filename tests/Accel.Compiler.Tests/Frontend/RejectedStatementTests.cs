using Accel.Compiler.Frontend;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>Statements, headers and calls that leave a nest plain: the reason, the place and the message.</summary>
public sealed class RejectedStatementTests
{
    [Theory]
    [InlineData("while (i < x.Length) { i++; x[i] = 1; }")]
    [InlineData("while (i < x.Length) { if (x[i] > 3) { i++; continue; } x[i] = 1; i++; }")]
    [InlineData("while (i < x.Length) { x[i] = 1; i--; }")]
    [InlineData("while (i < x.Length) { x[i] = 1; i *= 2; }")]
    [InlineData("while (i != x.Length) { x[i] = 1; i++; }")]
    [InlineData("while (x[i] > 0) { x[i] = 1; i++; }")]
    [InlineData("do { x[i] = 1; i++; } while (i < x.Length);")]
    public void WhileThatDoesNotCount(string loop) =>
        CompilerTest.Kernel("Span<int> x", $"int i = 1; {loop}").HasRejections($$"""
            UncountedLoop at {{loop}}
                A while or do loop that is not inside a counted loop is compiled only if it counts itself (while (i < n) { …; i++; }), so the nest stays plain; write a counted for loop.

            """.TrimEnd('\n'));

    [Theory]
    [InlineData("for (int r = 0; r < 3; r++) { int n = 9; for (int j = 0; j < n; j++) { x[j] = 1; n--; } }", "n")]
    [InlineData("for (int r = 0; r < 3; r++) { int n = 9; for (int j = 0; 2 * n + r > j; j++) { if (x[j] > 2) { n = j; x[j] = 0; } } }", "n")]
    [InlineData("for (int r = 0; r < 3; r++) { int j = 0; while (j < 9 - j) { x[j] = 1; j++; } }", "j")]
    [InlineData("for (int r = 0; r < 3; r++) { int n = 9; int j = 0; while (j < n) { x[j] = 1; Less(ref n); j++; } }", "n")]
    public void BoundThatChanges(string loops, string variable)
    {
        var kernel = CompilerTest.Members($"[Kernel] public static void Run(Span<int> x) {{ {loops} }} static void Less(ref int n) => n--;");
        Assert.Contains($"The bound of this loop changes inside it, since '{variable}' is assigned there", kernel.Rejections, StringComparison.Ordinal);
    }

    [Fact]
    public void BreakAlone() => Body("break;", """
        EarlyExit at break;
            This break leaves the nest, which is compiled only as an if of its own that ends in one, in a for or foreach loop with no loops inside or around it, so the nest stays plain; end inner loops with a local and test that behind them.
        """);

    [Fact]
    public void Return() => Body("return;", """
        EarlyExit at return;
            This return leaves the nest, which is compiled only as an if of its own that ends in one, in a for or foreach loop with no loops inside or around it, so the nest stays plain; end inner loops with a local and test that behind them.
        """);

    [Fact]
    public void Throw() => Body("throw new Exception();", """
        UnsupportedStatement at throw new Exception();
            'throw new Exception();' inside a kernel's nest is not compiled, so the nest stays plain; move it out of the loop.
        """);

    [Fact]
    public void Try() => Body("try { x[i] = 1; } finally { }", """
        UnsupportedStatement at try { x[i] = 1; } finally { }
            'try { x[i] = 1; } finally { }' inside a kernel's nest is not compiled, so the nest stays plain; move it out of the loop.
        """);

    [Fact]
    public void LocalOfAnUnsupportedType() => Body("string s = \"a\";", """
        UnsupportedType at s = "a"
            A local of type 'string' inside a kernel's nest is not compiled, so the nest stays plain; use numbers, bool and structs of them inside, and declare spans and arrays in front of the nest.
        """);

    [Fact]
    public void UnknownCall() => Body("Console.WriteLine(i);", """
        UnsupportedCall at Console.WriteLine(i)
            'Console.WriteLine' is none of the functions of .NET that are compiled (those of Math, MathF, BitOperations and the number types), so the nest stays plain; take the call out of the loop, or write out what it does.
        """);

    [Fact]
    public void Recursion() =>
        CompilerTest.Members("""
            private static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
            [Kernel] public static void Run(Span<int> x) { for (int i = 0; i < x.Length; i++) x[i] = Fib(i); }
            """).HasRejections("""
            UnsupportedCall at Fib(n - 1)
                'Fib' calls itself or nests too deep to be inlined, so the nest stays plain; write the recursion as a loop.
            """);

    [Fact]
    public void ACallInTheMiddleThatWrites() =>
        CompilerTest.Members("""
            private static int Next(Span<int> x) { x[0] += 1; return x[0]; }
            [Kernel] public static void Run(Span<int> x) { for (int i = 0; i < x.Length; i++) x[i] = x[0] + Next(x); }
            """).HasRejections("""
            UnsupportedCall at Next(x)
                'Next' writes memory or variables in the middle of an expression that may depend on them, so the nest stays plain; call it as a statement of its own.
            """);

    [Fact]
    public void ACallInTheMiddleThatChangesACapturedLocal() => Body("int t = x[i]; int Next() { t += 1; return t; } x[i] = t + Next();", """
        UnsupportedCall at Next()
            'Next' writes memory or variables in the middle of an expression that may depend on them, so the nest stays plain; call it as a statement of its own.
        """);

    [Fact]
    public void ALiveOutWithoutAValueInFront() =>
        CompilerTest.Kernel("Span<int> x", "int last; for (int i = 0; i < x.Length; i++) { if (x[i] > 0) last = x[i]; x[i] = 1; }").HasRejections("""
            NotAssignedBefore at last
                'last' lives longer than the nest and has no value in front of it, so the nest stays plain; initialise it where it is declared.
            """);

    [Theory]
    [InlineData("for (uint i = 8; i > 0; i--) x[(int)i] = 1;", "'i' must be an int or a long, or go up from a constant to what it can hold")]
    [InlineData("for (int i = 0; 2 * i < 9; i++) x[i] = 1;", "its condition must compare 'i' with <, <=, > or >= to a bound")]
    [InlineData("for (int i = 10; i != 9; i++) x[i] = 1;", "with !=, 'i' must step by 1 from 0 to a length, or to a constant; compare with <, <=, > or >=")]
    [InlineData("for (int i = 1; i != x.Length; i++) x[i] = 1;", "with !=, 'i' must step by 1 from 0 to a length, or to a constant; compare with <, <=, > or >=")]
    [InlineData("for (int i = 1; i < 9; i *= 2) x[i] = 1;", "it must step 'i' by a constant, or by a variable that the nest does not assign")]
    [InlineData("for (int i = 0; i < 9; i--) x[i] = 1;", "the step and the comparison run in opposite directions")]
    [InlineData("for (int i = 0; i < 9; i++) { x[i] = 1; i++; }", "'i' is assigned inside the loop")]
    [InlineData("int i, j; for (i = 0, j = 1; i < 9; i++) x[i] = j;", "it must declare and initialise its variable")]
    [InlineData("for (int i = 0, j = 9; i < 9; i++) x[i] = j--;", "'j' must be stepped once, by a constant, in the header alone and not checked for overflow")]
    [InlineData("for (int i = 0, j = i; i < 9; i++, j++) x[i] = j;", "'j' is computed from 'i'")]
    [InlineData("int k = 3; for (int i = k, j = 0; i < x.Length; i++, j++) { if (x[i] == 7) break; k = x[i]; x[i] = j; }", "'k', which its variables begin with, is assigned inside it")]
    [InlineData("for (int i = 0, j = 0; i < 9; i += 2, j++) x[i] = j;", "'j' does not move on by a multiple of what 'i' does")]
    [InlineData("foreach (long v in x) System.Math.Abs(v);", "its variable must have the element type of the span, without a conversion; index with a for loop instead")]
    public void HeadersSayWhatIsWrong(string loop, string why)
    {
        string header = loop[loop.IndexOf("for", StringComparison.Ordinal)..(loop.IndexOf(')', StringComparison.Ordinal) + 1)];
        CompilerTest.Kernel("Span<int> x", loop).HasRejections(
            $"{nameof(RejectionReason.LoopHeader)} at {header}\n    This loop is not a counted loop that Accel compiles: {why}. The nest stays plain.");
    }

    [Fact]
    public void ABoundReadFromMemory() =>
        CompilerTest.Kernel("Span<int> x", "for (int i = 0; i < x[0]; i++) x[i] = 1;").HasRejections("""
            LoopHeader at x[0]
                The bound of this loop is not a sum of loop variables and values fixed before the nest, so the nest stays plain; compute it into a local in front of the outermost loop.
            """);

    [Fact]
    public void AForEachOverASequence() =>
        CompilerTest.Kernel("System.Collections.Generic.IEnumerable<int> list, ref int sum", "foreach (int v in list) sum += v;").HasRejections("""
            LoopHeader at list
                A foreach inside a kernel must run over a span, a one-dimensional array, a list or a string that is there in front of the nest and stays the same (a parameter, a local, a field, or a slice of such), or the nest stays plain.
            """);

    [Fact]
    public void InnerLoopsAreCompiledWhereTheOuterIsRejected()
    {
        CompilerTest test = CompilerTest.Kernel("Span<int> x", """
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < x.Length; j++) x[j] = i;
                Console.WriteLine(i);
            }
            """);

        test.HasRejections("""
            UnsupportedCall at Console.WriteLine(i) (inner loops compiled)
                'Console.WriteLine' is none of the functions of .NET that are compiled (those of Math, MathF, BitOperations and the number types), so the nest stays plain; take the call out of the loop, or write out what it does.
            """);
        Assert.Equal("for (int j = 0; j < x.Length; j++)", Assert.Single(test.Model.Nests).Label);
    }

    [Fact]
    public void AReasonInsideAnInnerLoopIsToldOnce() =>
        CompilerTest.Kernel("Span<int> x", "for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) Console.WriteLine(i);").HasRejections("""
            UnsupportedCall at Console.WriteLine(i)
                'Console.WriteLine' is none of the functions of .NET that are compiled (those of Math, MathF, BitOperations and the number types), so the nest stays plain; take the call out of the loop, or write out what it does.
            """);

    [Fact]
    public void ALongBodyIsTooLarge() =>
        CompilerTest.Kernel("Span<int> x", $"for (int i = 0; i < 3; i++) {{ {string.Concat(Enumerable.Repeat("x[i] = 1; ", 2001))} }}").HasRejections("""
            TooLarge at x[i] = 1;
                The nest has more than 2000 statements after inlining, so it stays plain; split it into several loops.
            """);

    private static void Body(string statements, string expected) =>
        CompilerTest.Kernel("Span<int> x", $"for (int i = 0; i < x.Length; i++) {{ {statements} }}").HasRejections(expected);
}
