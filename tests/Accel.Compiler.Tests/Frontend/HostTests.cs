using Accel.Compiler.IR;
using Accel.Testing.Sources;

namespace Accel.Compiler.Tests.Frontend;

/// <summary>The code outside the nests, and what it needs around it.</summary>
public sealed class HostTests
{
    [Fact]
    public void TheBodyIsCutAtTheNests() =>
        CompilerTest.Kernel("Span<int> x, int k", """
            int sum = k;
            for (int i = 0; i < x.Length; i++) { sum += x[i]; }
            Console.WriteLine(sum);
            """).HasHost("""
            text: int sum = k;
            nest 0(x, ref sum): for (int i = 0; i < x.Length; i++) { sum += x[i]; }
            text: Console.WriteLine(sum);
            """);

    [Fact]
    public void AnExpressionBodyReturns() =>
        CompilerTest.Members("[Kernel] public static int Run(Span<int> x) => x.Length + 1;").HasHost("""
            text: return
            text: x.Length + 1;
            """);

    [Fact]
    public void CommentsAndBlankLinesDoNotChangeTheModel()
    {
        KernelModel plain = CompilerTest.Kernel("Span<int> x", "int n = x.Length;\nfor (int i = 0; i < n; i++) x[i] = 1;").Model;
        KernelModel commented = CompilerTest.Kernel(
            "Span<int> x", "int n = x.Length; // all\n\n\n// one by one\nfor (int i = 0; i < n; i++) x[i] = 1; /* done */").Model;

        Assert.Equal(plain, commented);
    }

    [Fact]
    public void LinesAboveTheKernelDoNotChangeTheModel()
    {
        string source = KernelSource.Method("Span<int> x", "for (int i = 0; i < x.Length; i++) x[i] = 1;");

        Assert.Equal(CompilerTest.Source(source).Model, CompilerTest.Source("// first\n\n" + source).Model);
    }

    [Fact]
    public void ACallOfAnotherKernelBecomesACallOfItsEntry()
    {
        CompilerTest test = CompilerTest.Members("""
            [Kernel] public static void Clear(Span<int> x) { for (int i = 0; i < x.Length; i++) x[i] = 0; }
            [Kernel] public static float Half(float x) => x / 2;
            [Kernel] public static void Run(Span<int> x) { Clear(x); Console.WriteLine(Half(3)); }
            """);

        CompilerTest.Equal("""
            global::Accel.Generated.Test_Kernels_Clear_HASH.Invoke(x); Console.WriteLine(Half(3));
            """, System.Text.RegularExpressions.Regex.Replace(((HostText)test.Model.Body[0]).Text, "_[0-9A-F]{8}", "_HASH"));
    }

    [Fact]
    public void UsingsAreKeptByScopeWithoutTheGlobalOnes()
    {
        HostContext host = CompilerTest.Source("""
            global using System.Text;
            using System;
            using M = System.Math;

            namespace Outer.Middle
            {
                using static System.Console;

                namespace Inner
                {
                    public static class Kernels
                    {
                        [Accel.Kernel] public static void Run(Span<int> x) { for (int i = 0; i < x.Length; i++) x[i] = 1; }
                    }
                }
            }
            """, "Outer.Middle.Inner.Kernels").Model.Host;

        Assert.Equal(
            [
                new("", EquatableArray.Of("using System;", "using M = System.Math;")),
                new("Outer.Middle", EquatableArray.Of("using static System.Console;")),
                new UsingScope("Inner", EquatableArray<string>.Empty),
            ],
            host.UsingScopes);
    }

    [Theory]
    [InlineData("Console.WriteLine(1);", false)]
    [InlineData("Kernels.Visible(1);", false)]
    [InlineData("Visible(1);", true)]
    [InlineData("Kernels.Hidden(1);", true)]
    [InlineData("int Local() => 1; Local();", false)]
    public void MembersOfTheTypeNeedTheTypeAround(string body, bool expected) =>
        Assert.Equal(expected, CompilerTest.Members($$"""
            public static int Visible(int x) => x;
            private static int Hidden(int x) => x;
            [Kernel] public static void Run(Span<int> x) { {{body}} }
            """).Model.Host.NeedsContainingType);

    [Theory]
    [InlineData("int n = x.Length; bool b = x.IsEmpty;", false)]
    [InlineData("x[0] = 1;", true)]
    [InlineData("x.Clear();", true)]
    [InlineData("for (int i = 0; i < x.Length; i++) x[i] = 1;", false)]
    [InlineData("a[0] = 1;", false)]
    public void UseOfElementsOutsideTheNestsIsSeen(string body, bool expected) =>
        Assert.Equal(expected, CompilerTest.Kernel("Span<int> x, int[] a", body).Model.Host.TouchesBuffersOutsideNests);

    [Fact]
    public void AStaticReadonlyArrayIsPassedByItsFullName() =>
        CompilerTest.Members("""
            internal static readonly int[] Table = [1, 2];
            [Kernel] public static void Run(Span<int> x) { for (int i = 0; i < x.Length; i++) x[i] = Table[1]; }
            """).HasHost("""
            nest 0(x, global::Test.Kernels.Table): for (int i = 0; i < x.Length; i++) x[i] = Table[1];
            """);
}
