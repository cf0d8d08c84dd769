using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Generators.Tests.Interception;

/// <summary>Calls that must run the method itself, and compile all the same.</summary>
public class CallsAsWrittenTests
{
    [Theory]
    [InlineData("public static string Run() => ((Func<float[], float, int[], string>)Traced.Where)(x, 1f, []);")]
    [InlineData("public static string Run() => nameof(Traced.Where);")]
    [InlineData("public static string Run() { Expression<Func<string>> tree = () => Traced.Where(x, 2f, new int[0]); return tree.Compile()(); }")]
    [InlineData("public static string Run() => new[] { x }.AsQueryable().Select(y => Traced.Where(y, 2f, new int[0])).First();")]
    [InlineData("public static string Run() => (from y in new[] { x }.AsQueryable() select Traced.Where(y, 2f, new int[0])).First();")]
    [InlineData("[Kernel] public static string Run() => x.Where();")]
    [InlineData("[Kernel] public static string Run() { return Local(); string Local() => x.Where(); }")]
    public void TheMethodItselfRuns(string members)
    {
        GeneratorRun run = GeneratorRun.Of(TracedKernel.CalledBy(members));

        using LoadedAssembly assembly = run.Load();

        Assert.Equal(TracedKernel.AsWritten, assembly.Invoke("Run"));
        Assert.DoesNotContain("Accel.Interceptors", run.Files.Keys);
    }

    [Fact]
    public void APropertySwitchesRedirectionOff()
    {
        string source = TracedKernel.CalledBy("public static string Run() => Traced.Where(x);");
        GeneratorRun run = GeneratorRun.Of(source, new() { Properties = [("AccelInterception", "false")] });

        using LoadedAssembly assembly = run.Load();

        Assert.Equal(TracedKernel.AsWritten, assembly.Invoke("Run"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("Other;Accel.Generated.Inner", false)]
    [InlineData("Other; Accel.Generated", false)]
    [InlineData("Other;Accel.Generated", true)]
    [InlineData("Accel", true)]
    public void OnlyAnAllowedNamespaceIsUsed(string namespaces, bool isRedirected)
    {
        GeneratorRun before = GeneratorRun.Of(TracedKernel.CalledBy("public static string Run() => Traced.Where(x);"));
        CSharpParseOptions options = TestCompilation.ParseOptions.WithFeatures([new("InterceptorsNamespaces", namespaces)]);
        SyntaxTree tree = before.Input.SyntaxTrees[0];
        var compilation = before.Input.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(tree.GetRoot(), options));

        GeneratorDriverRunResult result = CSharpGeneratorDriver.Create([new KernelGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _)
            .GetRunResult();

        output.AssertNoErrors(alsoWarnings: true);
        Assert.Equal(isRedirected, result.Results[0].GeneratedSources.Any(file => file.HintName == InterceptorsFile.HintName));
    }

    [Fact]
    public void AnElementKernelsOwnCallIsLeftAlone()
    {
        string source = TracedKernel.CalledBy("""
                [Kernel] public static float Twice(float x) => x + x;
                public static float Run() => Twice(2f);
            """);

        Assert.DoesNotContain("Accel.Interceptors", GeneratorRun.Of(source).AssertCompiles().Files.Keys);
    }

    [Fact]
    public void AMethodOfTheSameNameIsLeftAlone()
    {
        string source = TracedKernel.CalledBy("""
                public static string Run() => Where(1);
                private static string Where(int i) => "other" + i;
            """);

        Assert.DoesNotContain("Accel.Interceptors", GeneratorRun.Of(source).AssertCompiles().Files.Keys);
    }
}
