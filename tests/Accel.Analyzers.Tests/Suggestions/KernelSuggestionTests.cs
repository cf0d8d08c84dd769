using Accel.Analyzers.Suggestions;
using Accel.Analyzers.Tests.Verification;
using Accel.CodeFixers.Kernels;

namespace Accel.Analyzers.Tests.Suggestions;

/// <summary>ACC5001: loops that only lack the attribute.</summary>
public sealed class KernelSuggestionTests
{
    [Theory]
    [InlineData("public static void Run(Span<float> x, float a) { [|for (int i = 0; i < x.Length; i++)|] x[i] *= a; }")]
    [InlineData("public static int Run(int[] x) { int n = 0; [|foreach (int v in x)|] n += v; return n; }")]
    [InlineData("internal static void Run(double[,] x) { [|for (int i = 0; i < x.GetLength(0); i++)|] for (int j = 0; j < x.GetLength(1); j++) x[i, j] = 0; }")]
    [InlineData("public static void Run(byte[] x) { Console.WriteLine(x.Length); [|for (int i = 0; i < 1000; i++)|] x[i] = 1; }")]
    public Task ALoopThatCouldBeVectorized(string method) => RuleTest<KernelSuggestionAnalyzer>.Verify(Source(method));

    [Theory]
    [InlineData("[Kernel] public static void Run(Span<float> x, float a) { for (int i = 0; i < x.Length; i++) x[i] *= a; }")]
    [InlineData("public static void Run(float[] x) { for (int i = 1; i < x.Length; i++) x[i] = x[i] * x[2 * i]; }")]
    [InlineData("public static void Run(float[] x) { for (int i = 0; i < 16; i++) x[i] = 1; }")]
    [InlineData("public static void Run(float[] x) { for (int i = 0; i < x.Length; i++) Console.WriteLine(x[i]); }")]
    [InlineData("public static int Run(int n) { int s = 0; for (int i = 0; i < n; i++) s += i; return s; }")]
    [InlineData("private static void Run(float[] x) { for (int i = 0; i < x.Length; i++) x[i] = 1; }")]
    [InlineData("public static T[] Run<T>(T[] x) { for (int i = 0; i < x.Length; i++) x[i] = default!; return x; }")]
    [InlineData("public static void Main() { var x = new float[99]; for (int i = 0; i < x.Length; i++) x[i] = i; }")]
    [InlineData("public static async System.Threading.Tasks.Task Run(float[] x) { for (int i = 0; i < x.Length; i++) x[i] = i; await System.Threading.Tasks.Task.Yield(); }")]
    public Task OtherLoops(string method) => RuleTest<KernelSuggestionAnalyzer>.Verify(Source(method));

    [Fact]
    public Task ProjectsOfTestsAreLeftAlone() => RuleTest<KernelSuggestionAnalyzer>.VerifyWith(
        Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
        Source("public static void Run(float[] x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } public static Type Used() => typeof(Xunit.FactAttribute);"));

    [Fact]
    public Task TheFixMarksTheMethod() => FixTest<KernelSuggestionAnalyzer, AddKernelAttributeFixer>.Verify(
        Source("/// <summary>Text.</summary>\n    public static void Run(float[] x) { [|for (int i = 0; i < x.Length; i++)|] x[i] = 1; }"),
        Source("/// <summary>Text.</summary>\n    [Kernel]\n    public static void Run(float[] x) { for (int i = 0; i < x.Length; i++) x[i] = 1; }"));

    [Fact]
    public Task TheFixNeedsNoUsing() => FixTest<KernelSuggestionAnalyzer, AddKernelAttributeFixer>.Verify(
        "public static class Plain { public static void Run(float[] x) { [|for (int i = 0; i < x.Length; i++)|] x[i] = 1; } }",
        "public static class Plain { [Accel.Kernel] public static void Run(float[] x) { for (int i = 0; i < x.Length; i++) x[i] = 1; } }");

    private static string Source(string method) => "using System;\nusing Accel;\n\npublic static class Plain\n{\n    " + method + "\n}\n";
}
