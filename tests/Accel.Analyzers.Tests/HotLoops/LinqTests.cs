using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.HotLoops;
using Fix = Accel.Analyzers.Tests.Verification.FixTest<Accel.Analyzers.HotLoops.LinqAnalyzer, Accel.CodeFixers.HotLoops.LinqFixer>;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.HotLoops.LinqAnalyzer>;

namespace Accel.Analyzers.Tests.HotLoops;

public sealed class LinqTests
{
    [Theory]
    [InlineData("int c = [|ints.Count(x => x > 1)|];")]
    [InlineData("int c = [|Enumerable.Max(ints)|];")]
    [InlineData("var a = [|ints.Where(x => x > i).Select(x => x + 1).ToArray()|];")]
    [InlineData("var q = [|from x in ints where x > i select x|];")]
    [InlineData("foreach (int x in ints) { if ([|ints.Append(x).Any()|]) { } }")]
    [InlineData("foreach (int x in ints) { int[] y = [|ints.Where(z => ints.Any(w => w == z)).ToArray()|]; }")]
    public Task AQueryIsReportedOnce(string statement) => Test.Verify(HotSource.InLoop(statement));

    [Theory]
    [InlineData("int c = ints.Length + list.Count;")]
    [InlineData("bool c = list.Contains(1);")]
    [InlineData("ints.AsSpan().Reverse();")]
    [InlineData("var e = Enumerable.Empty<int>();")]
    [InlineData("if (i < 0) throw new ArgumentException(ints.Sum().ToString());")]
    public Task OtherCallsAreNot(string statement) => Test.Verify(HotSource.InLoop(statement));

    [Fact]
    public Task TheSourceOfALoopIsEvaluatedOnce() => Test.Verify("""
        using System.Linq;
        using Accel;

        public static class Signal
        {
            [Kernel]
            public static void Run(int[] x)
            {
                foreach (int i in x.Where(y => y > 0)) { }
                foreach (int i in Enumerable.Range(0, 3))
                {
                    foreach (int j in [|x.Skip(i)|]) { }
                }
            }
        }
        """);

    [Theory]
    [InlineData("int c = [|ints.Count()|];", "int c = ints.Length;")]
    [InlineData("int c = [|list.Count()|] + 1;", "int c = list.Count + 1;")]
    [InlineData("bool c = [|list.Any()|];", "bool c = list.Count != 0;")]
    [InlineData("while (![|ints.Any()|]) { }", "while (ints.Length == 0) { }")]
    [InlineData("string s = [|ints.Any()|].ToString();", "string s = (ints.Length != 0).ToString();")]
    [InlineData("bool c = [|ints.Any()|] == [|list.Any()|];", "bool c = (ints.Length != 0) == (list.Count != 0);")]
    public Task CountsBecomeLengths(string before, string after) => Fix.Verify(HotSource.InLoop(before), HotSource.InLoop(after));

    [Fact]
    public Task ASumBecomesALoop() => Fix.Verify(
        HotSource.InNest("""
            double item = 1;
            double a = [|doubles.Sum()|];
            """),
        HotSource.InNest("""
            double item = 1;
            double a = 0;
            foreach (double item1 in doubles)
            {
                a += item1;
            }
            """));

    [Fact]
    public Task AnIntegerSumIsCheckedAndAFloatSumIsCarriedInDouble() => Fix.Verify(
        HotSource.InLoop("""
            int a = [|ints.Sum()|];
            float b = [|s_floats.Sum()|];
            """, "private static readonly float[] s_floats = { 1 };"),
        HotSource.InLoop("""
            int a = 0;
            foreach (int item in ints)
            {
                a = checked(a + item);
            }
            double bSum = 0;
            foreach (float item in s_floats)
            {
                bSum += item;
            }

            float b = (float)bSum;
            """, "private static readonly float[] s_floats = { 1 };"));

    [Theory]
    [InlineData("int a = [|ints.Sum()|];")]
    [InlineData("double a = 1 + [|list.Sum()|];")]
    [InlineData("object a = [|list.Sum()|];")]
    [InlineData("int a = [|ints.First()|];")]
    [InlineData("int[]? maybe = null; int a = [|maybe!.Where(x => x > 1).Count()|];")]
    public Task NoFixWhereALoopWouldNotBeTheSameOrNotFaster(string statement) => Fix.VerifyNone(HotSource.InNest(statement));

    [Fact]
    public Task NoFixWhereTheSourceMayBeNull() => Fix.VerifyNone("""
        using System.Linq;
        using Accel;

        public static class Signal
        {
            [Kernel]
            public static void Run(int[][] x, int[]? maybe)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    int c = [|maybe.Count()|];
                }
            }
        }
        """.Replace("maybe.Count()", "(i > 0 ? x[i] : maybe)!.OfType<int>().Count()"));

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Test.VerifyBroken(HotSource.InLoop("""
        int c = [|ints.Count()|];
        int d = ints.Missing();
        int e = ints.Where(
        """));
}
