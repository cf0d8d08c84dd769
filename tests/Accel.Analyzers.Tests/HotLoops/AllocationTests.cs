using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.HotLoops;
using Fix = Accel.Analyzers.Tests.Verification.FixTest<Accel.Analyzers.HotLoops.AllocationAnalyzer, Accel.CodeFixers.HotLoops.HoistAllocationFixer>;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.HotLoops.AllocationAnalyzer>;

namespace Accel.Analyzers.Tests.HotLoops;

public sealed class AllocationTests
{
    private const string Members = """
        private sealed record Pair(int A, int B);
        private static int s_count;
        private static void Params(params int[] values) { }
        private static void ParamsSpan(params ReadOnlySpan<int> values) { }
        private static void Keep(ref int value) { }
        private static void Read(in int value) { }
        private static void Take(int[] value) { }
        private static T Make<T>() where T : class, new() => new T();
        """;

    [Theory]
    [InlineData("var a = [|new int[3]|];")]
    [InlineData("var a = [|new int[0]|];")]
    [InlineData("var a = [|new[] { 1, 2, i }|];")]
    [InlineData("int[] a = [|{ 1, i }|];")]
    [InlineData("var a = [|new int[3, i]|];")]
    [InlineData("int[] a = [|[i]|];")]
    [InlineData("List<int> a = [|[]|];")]
    [InlineData("IEnumerable<int> a = [|[i]|];")]
    [InlineData("var a = [|new List<int>()|];")]
    [InlineData("List<int> a = [|new()|];")]
    [InlineData("var a = [|new { i }|];")]
    [InlineData("var a = [|new Pair(1, i)|]; var b = [|a with { A = 2 }|];")]
    [InlineData("var a = [|new string('a', i)|];")]
    [InlineData("[|Params(1, i)|];")]
    [InlineData("ReadOnlySpan<int> a = [|new[] { 1, i }|];")]
    public Task AnObjectIsReported(string statement) => Test.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("var a = new Bare();")]
    [InlineData("Bare a = new() { X = 1 };")]
    [InlineData("var a = (i, n);")]
    [InlineData("Span<int> a = [1, i];")]
    [InlineData("ReadOnlySpan<int> a = [1, 2];")]
    [InlineData("ReadOnlySpan<int> a = new[] { 1, 2 };")]
    [InlineData("ReadOnlySpan<byte> a = new byte[] { 1, 2 };")]
    [InlineData("int[] a = [];")]
    [InlineData("IEnumerable<int> a = [];")]
    [InlineData("var a = Array.Empty<int>();")]
    [InlineData("Params();")]
    [InlineData("ParamsSpan(1, i);")]
    [InlineData("DateTime d = new DateTime(2000, 1, 1);")]
    [InlineData("if (i < 0) throw new ArgumentException(new string('a', 3));")]
    public Task ValuesAndSharedOrStaticDataAreNot(string statement) => Test.Verify(HotSource.InLoop(statement, Members));

    [Fact]
    public Task ATypeParameterIsReportedWhereItIsAClass() => Test.Verify("""
        public static class Generic
        {
            public static void Run<T, C>(int n)
                where T : new()
                where C : class, new()
            {
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                    {
                        var a = new T();
                        var b = [|new C()|];
                    }
            }
        }
        """);

    [Theory]
    [InlineData("4")]
    [InlineData("2 * 8")]
    [InlineData("span.Length")]
    public Task AScratchArrayMovesOutOfTheLoop(string size) => Fix.Verify(
        Loop($$"""
            int[] t = [|new int[{{size}}]|];
            for (int j = 0; j < t.Length; j++) t[j] += i;
            x[i] = t[0]; // the first
            Read(t[1].CompareTo(2));
            """),
        Loop(
            """
            Array.Clear(t);
            for (int j = 0; j < t.Length; j++) t[j] += i;
            x[i] = t[0]; // the first
            Read(t[1].CompareTo(2));
            """,
            $"int[] t = new int[{size}];\n        "));

    [Theory]
    [InlineData("var t = [|new int[n]|]; t[0] = i;")]
    [InlineData("var t = [|new int[x.Length]|]; t[0] = i;")]
    [InlineData("var t = [|new int[i]|]; t[0] = i;")]
    [InlineData("var t = [|new int[4]|]; Take(t);")]
    [InlineData("var t = [|new int[4]|]; y = t;")]
    [InlineData("var t = [|new int[4]|]; t = x;")]
    [InlineData("var t = [|new int[4]|]; Keep(ref t[0]);")]
    [InlineData("var t = [|new int[4]|]; Read(in t[0]);")]
    [InlineData("var t = [|new int[4]|]; Read(t[0]);")]
    [InlineData("var t = [|new int[4]|]; ref int r = ref t[0];")]
    [InlineData("var t = [|new int[4]|]; Span<int> s = t;")]
    [InlineData("var t = [|new int[4]|]; foreach (int v in t) { }")]
    [InlineData("var t = [|new int[4]|]; Action a = () => t[0] = 1;")]
    [InlineData("var t = [|new int[4, 4]|]; t[0, 0] = i;")]
    [InlineData("var t = [|new int[4][]|]; t[0] = x;")]
    [InlineData("int[] t = [|new int[4]|], u = [|new int[4]|]; t[0] = u[0];")]
    [InlineData("span = default; var t = [|new int[span.Length]|]; t[0] = i;")]
    [InlineData("if (i > 0)\n{\n    var t = [|new int[4]|]; t[0] = i;\n}")]
    [InlineData("var o = [|new object()|];")]
    public Task NoFixWhereAnIterationCouldSeeTheDifference(string statements) => Fix.VerifyNone(Loop(statements));

    [Fact]
    public Task NoFixWhereTheNameIsTaken() => Fix.VerifyNone(Loop("var t = [|new int[4]|]; t[0] = i;", string.Empty, "{ int t = 1; }"));

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Test.VerifyBroken(HotSource.InLoop("""
        var a = [|new int[3]|];
        var b = new Missing[3]
        var c = new
        """));

    private static string Loop(string statements, string before = "", string after = "") => $$"""
        using System;
        using Accel;

        public static class Signal
        {
            private static void Keep(ref int value) { }
            private static void Read(in int value) { }
            private static void Take(int[] value) { }

            [Kernel]
            public static void Run(int n, int[] x, int[] y, Span<float> span)
            {
                {{before}}for (int i = 0; i < n; i++)
                {
                    {{HotSource.Indent(statements, 12)}}
                }

                {{after}}
            }
        }
        """;
}
