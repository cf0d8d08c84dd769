using Accel.Analyzers.Kernels;
using Accel.Analyzers.Tests.Verification;
using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Test = Accel.Analyzers.Tests.Verification.RuleTest<Accel.Analyzers.Kernels.UncompiledAssemblyAnalyzer>;

namespace Accel.Analyzers.Tests.Kernels;

public sealed class UncompiledAssemblyTests
{
    private const string Kernels = """
        namespace Library;

        public static class Signal
        {
            [Accel.Kernel] public static float Sum(float[] x) { float s = 0; foreach (float v in x) s += v; return s; }
            [Accel.Kernel] public static float Square(float x) => x * x;
            [Accel.Kernel] public static T Generic<T>(T x) => x;
            public static float Plain(float x) => x;
        }
        """;

    private const string User = """
        using Library;

        public class User
        {
            public float Run(float x, float[] xs) => {0} + Signal.Plain(x) + Signal.Generic(x) + Signal.Square(x);
        }
        """;

    [Fact]
    public Task AKernelOfALibraryBuiltWithoutTheGeneratorIsReported() =>
        Test.VerifyWith(Compile(Kernels), User.Replace("{0}", "[|Signal.Sum(xs)|]"));

    [Fact]
    public Task AKernelOfALibraryBuiltWithTheGeneratorIsFine() => Test.VerifyWith(
        Compile(Kernels, $"namespace Accel.Generated {{ public static class {EntryClass()} {{ }} }}"),
        User.Replace("{0}", "Signal.Sum(xs)"));

    [Fact]
    public Task AKernelOfTheSameProjectIsFine() => Test.Verify(Kernels + """
        public class User
        {
            public float Run(float x) => Signal.Square(x) + Missing();
            private static float Missing() => 0;
        }
        """);

    [Fact]
    public Task CodeThatDoesNotCompileIsReadAsFarAsItGoes() => Test.VerifyBroken(Kernels + """
        public class User
        {
            public float Run(float x) => Signal.Square(x, missing) + Signal.
        """);

    private static string EntryClass()
    {
        var library = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(Kernels)], [.. TestReferences.Net, TestReferences.Accel]);
        return KernelNames.UniqueName(library.GetTypeByMetadataName("Library.Signal")!.GetMembers("Sum").OfType<IMethodSymbol>().Single());
    }

    private static MetadataReference Compile(params string[] sources) =>
        TestReferences.Compile("Library", sources, [.. TestReferences.Net, TestReferences.Accel]);
}
