using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.HotLoops.DelegateAnalyzer>;

namespace Accel.Analyzers.Tests.HotLoops;

public sealed class DelegateTests
{
    private const string Members = """
        private int _field;
        private static int Static(int x) => x;
        private int Instance(int x) => x;
        private static void Call(Func<int, int> f) { }
        private static void Tree(System.Linq.Expressions.Expression<Func<int, int>> f) { }
        """;

    [Theory]
    [InlineData("Call([|x => x + i|]);")]
    [InlineData("Func<int, int> f = [|delegate(int x) { return x + n; }|];")]
    [InlineData("var f = [|(int x) => { int y = n; return y; }|];")]
    [InlineData("Func<int, int> f = [|x => ints[x]|];")]
    [InlineData("var o = new Signal(); Call([|o.Instance|]);")]
    [InlineData("int Local(int x) => x + i; Call([|Local|]);")]
    [InlineData("int Inner() => i; int Local(int x) => x + Inner(); Call([|Local|]);")]
    [InlineData("Tree([|x => x + 1|]);")]
    [InlineData("Func<int, Func<int>> f = static x => () => x; Func<Func<int>> g = [|() => () => n|];")]
    public Task ADelegateThatCapturesIsReported(string statement) => Test.Verify(HotSource.InLoop(statement, Members));

    [Theory]
    [InlineData("Call(x => x + 1);")]
    [InlineData("Call(static x => x + 1);")]
    [InlineData("Call(Static);")]
    [InlineData("Func<int, int> f = Static;")]
    [InlineData("const int c = 3; Call(x => x + c);")]
    [InlineData("Call(x => { int y = x; int Inner() => y; return Inner(); });")]
    [InlineData("int Local(int x) => x; Call(Local);")]
    [InlineData("static int Local(int x) => x; Call(Local);")]
    [InlineData("Call(x => Static(x));")]
    [InlineData("int Local(int x) => x + i; int y = Local(3);")]
    [InlineData("var q = ints.Where(x => x > i);")]
    public Task ADelegateThatTheCompilerCachesIsNot(string statement) => Test.Verify(HotSource.InLoop(statement, Members));

    [Fact]
    public Task AnInstanceIsCapturedToo() => Test.Verify("""
        using System;

        public class User
        {
            private int _field;
            private int Instance(int x) => x;
            private static void Call(Func<int, int> f) { }

            public void Run(int n)
            {
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++)
                    {
                        Call([|x => x + _field|]);
                        Call([|Instance|]);
                    }
            }
        }
        """);

    [Fact]
    public Task BeforeCSharp11MethodGroupsAreNotCached() => Test.VerifyIn(LanguageVersion.CSharp10, """
        using System;

        public class User
        {
            private static int Static(int x) => x;
            private static void Call(Func<int, int> f) { }

            public void Run(int n)
            {
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < n; j++) Call([|Static|]);
            }
        }
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Test.VerifyBroken(HotSource.InLoop("""
        Call([|x => x + i|]);
        Call(missing);
        Call(x => x +
        """, Members));
}
