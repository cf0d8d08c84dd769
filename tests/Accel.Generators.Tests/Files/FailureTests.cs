using Accel.Compiler.Codegen.Host;
using Accel.Compiler.Frontend;
using Accel.Testing;
using Accel.Testing.Roslyn;
using Accel.Testing.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Generators.Tests.Files;

/// <summary>A defect of the compiler's costs speed, never a build.</summary>
public class FailureTests
{
    private static readonly string s_source = KernelSource.Members("""
        [Kernel]
        private static string Run(Span<float> y)
        {
            for (int i = 0; i < y.Length; i++)
            {
                y[i] *= 2;
            }

            return "as written";
        }

        [Kernel]
        public static float Twice(float x) => x + x;

        public static string Call(float[] y) => Run(y) + Run(y, Backend.Auto);

        public static float Elements(float[] y) { Twice(y, y); return y[0]; }
        """);

    public static TheoryData<string> Stages => ["frontend", "compiler"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void AKernelThatTheCompilerFailsOnRunsAsWritten(string stage)
    {
        (Compilation output, _) = Run(stage);

        using LoadedAssembly assembly = LoadedAssembly.Of(output, []);

        Assert.Equal("as writtenas written", assembly.Invoke("Call", new float[3]));
        Assert.Equal(6f, assembly.Invoke("Elements", new float[] { 3 }));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void TheFailureIsReportedAtTheMethod(string stage)
    {
        (_, IReadOnlyList<Diagnostic> diagnostics) = Run(stage);

        Assert.Equal(["ACC9001", "ACC9001"], diagnostics.Select(diagnostic => diagnostic.Id));
        Diagnostic first = diagnostics.MinBy(diagnostic => diagnostic.Location.SourceSpan.Start)!;
        Assert.Equal("Run", s_source.Substring(first.Location.SourceSpan.Start, first.Location.SourceSpan.Length));
        Assert.Contains($"InvalidOperationException: the {stage} is broken", first.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, first.Severity);
    }

    [Fact]
    public void TheDiagnosticHasAPage()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "rules", $"{GeneratorDiagnostics.InternalError.Id}.md"));

        Assert.StartsWith($"# ACC9001: {GeneratorDiagnostics.InternalError.Title}\n", page, StringComparison.Ordinal);
        Assert.EndsWith("/docs/rules/ACC9001.md", GeneratorDiagnostics.InternalError.HelpLinkUri, StringComparison.Ordinal);
    }

    private static (Compilation Output, IReadOnlyList<Diagnostic> Diagnostics) Run(string stage)
    {
        KernelStages stages = stage == "frontend"
            ? new((_, _, _) => throw new InvalidOperationException("the frontend is broken"), CompiledNests.Compile)
            : new(KernelFrontend.Build, (_, _) => throw new InvalidOperationException("the compiler is broken"));
        CSharpGeneratorDriver.Create([new KernelGenerator(stages).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(TestCompilation.Create(s_source), out Compilation output, out var diagnostics);
        output.AssertNoErrors(alsoWarnings: true);
        return (output, diagnostics);
    }
}
