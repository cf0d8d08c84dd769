using Accel.Analyzers.Kernels;
using Accel.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Accel.Analyzers.Tests.Kernels;

using Test = RuleTest<UncompiledAssemblyAnalyzer>;

public sealed class UncompiledAssemblyTests
{
    private const string Kernels = """
        namespace Library;

        public static class Signal
        {
            [Accel.Kernel] public static float Square(float x) => x * x;
            [Accel.Kernel] public static T Generic<T>(T x) => x;
            public static float Plain(float x) => x;
        }
        """;

    private const string User = """
        using Library;

        public class User
        {
            public float Run(float x) => {0} + Signal.Plain(x) + Signal.Generic(x);
        }
        """;

    [Fact]
    public Task AKernelOfALibraryBuiltWithoutTheGeneratorIsReported() =>
        Test.VerifyWith(Compile(Kernels), User.Replace("{0}", "[|Signal.Square(x)|]"));

    [Fact]
    public Task AKernelOfALibraryBuiltWithTheGeneratorIsFine() => Test.VerifyWith(
        Compile(Kernels, "namespace Accel.Generated { public static class Library_Signal_Square_12345678 { } }"),
        User.Replace("{0}", "Signal.Square(x)"));

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

    private static MetadataReference Compile(params string[] sources) =>
        TestReferences.Compile("Library", sources, [.. TestReferences.Net, TestReferences.Accel]);
}
