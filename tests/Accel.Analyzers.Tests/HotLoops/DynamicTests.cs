using Accel.Analyzers.HotLoops;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.HotLoops;
using Fix = Accel.Analyzers.Tests.Verification.FixTest<Accel.Analyzers.HotLoops.DynamicAnalyzer, Accel.CodeFixers.HotLoops.DynamicLocalFixer>;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.HotLoops.DynamicAnalyzer>;

namespace Accel.Analyzers.Tests.HotLoops;

public sealed class DynamicTests
{
    private const string Dynamic = "private static dynamic s_d = 1; private static int M(int x) => x; private static object O(object x) => x;";

    [Theory]
    [InlineData("var a = [|s_d + 1|];")]
    [InlineData("var a = [|-s_d|];")]
    [InlineData("[|s_d += 1|];")]
    [InlineData("[|s_d++|];")]
    [InlineData("[|s_d.Run(i)|];")]
    [InlineData("var a = [|s_d.Name|];")]
    [InlineData("var a = [|s_d[i]|];")]
    [InlineData("int a = [|s_d|];")]
    [InlineData("int a = [|(int)s_d|];")]
    [InlineData("var a = [|M(s_d)|];")]
    [InlineData("if ([|s_d > 1|]) { }")]
    [InlineData("var a = [|new Random(s_d)|];")]
    [InlineData("int a = [|s_d.Next[i].Run(s_d + 1).Name|];")]
    public Task AnOperationIsReportedOnce(string statement) => Test.Verify(HotSource.InLoop(statement, Dynamic));

    [Theory]
    [InlineData("object o = s_d;")]
    [InlineData("dynamic d = s_d;")]
    [InlineData("s_d = text;")]
    [InlineData("UseObject((object)s_d);")]
    [InlineData("string s = nameof(s_d);")]
    [InlineData("if (i < 0) throw new ArgumentException(s_d.Name);")]
    public Task PassingAReferenceIsNotAnOperation(string statement) => Test.Verify(HotSource.InLoop(statement, Dynamic));

    [Theory]
    [InlineData("dynamic s = 1; [|s += i|];", "var s = 1; s += i;")]
    [InlineData("dynamic s = 0.0; [|s += i|]; double r = [|s * 2|];", "var s = 0.0; s += i; double r = s * 2;")]
    [InlineData("dynamic s = text; int r = [|s.Length|];", "var s = text; int r = s.Length;")]
    [InlineData("dynamic s = 1; [|s++|]; [|M(s)|];", "var s = 1; s++; M(s);")]
    [InlineData("dynamic s = bare; int r = [|s.X|];", "var s = bare; int r = s.X;")]
    public Task ALocalOfAKnownTypeBecomesStatic(string before, string after) =>
        Fix.Verify(HotSource.InLoop(before, Dynamic), HotSource.InLoop(after, Dynamic));

    [Theory]
    [InlineData("dynamic s = 1; [|s += 0.5|];")]
    [InlineData("dynamic s = (byte)1; [|s += (byte)1|];")]
    [InlineData("dynamic s = 1; s = text; var r = [|s + text|];")]
    [InlineData("dynamic s = new List<int>(); [|s.Add(i)|];")]
    [InlineData("dynamic s = (int?)i; int r = [|s + 1|];")]
    [InlineData("dynamic s = s_d; int r = [|s + 1|];")]
    [InlineData("dynamic s = 1; var r = [|O(s)|];")]
    [InlineData("dynamic s = 1; [|s.Missing()|];")]
    [InlineData("dynamic s = 1; string r = [|s|];")]
    [InlineData("var r = [|s_d + 1|];")]
    public Task NoFixWhereBindingMightDiffer(string statement) => Fix.VerifyNone(HotSource.InLoop(statement, Dynamic));

    [Fact]
    public Task TopLevelStatementsAreSeen() => Fix.VerifyProgram(
        """
        dynamic sum = 0L;
        for (int i = 0; i < 10; i++)
            for (int j = 0; j < 10; j++)
                [|sum += j|];
        """,
        """
        var sum = 0L;
        for (int i = 0; i < 10; i++)
            for (int j = 0; j < 10; j++)
                sum += j;
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Fix.VerifyNone("""
        using Accel;

        public static class Signal
        {
            [Kernel]
            public static void Run(int n)
            {
                for (int i = 0; i < n; i++)
                {
                    dynamic d = 1;
                    int r = [|d + {|CS0103:missing|}|];
                }
            }
        }
        """);
}
