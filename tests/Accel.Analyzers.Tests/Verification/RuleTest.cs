using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Accel.Analyzers.Tests.Verification;

/// <summary>Checks one analyzer on a source whose findings are marked <c>[|…|]</c> or, where it has several rules, <c>{|ACC0000:…|}</c>.</summary>
internal static class RuleTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The marked findings and no other are reported; the source has no errors but those marked.</summary>
    public static Task Verify(string source, params DiagnosticResult[] expected) => Create(source, expected).RunAsync();

    /// <summary>As <see cref="Verify"/>, for a program with top-level statements.</summary>
    public static Task VerifyProgram(string source)
    {
        Test test = Create(source, []);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        return test.RunAsync();
    }

    /// <summary>As <see cref="Verify"/>, for a source that does not compile: what the compiler says is not checked.</summary>
    public static Task VerifyBroken(string source)
    {
        Test test = Create(source, []);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    /// <summary>As <see cref="Verify"/>, with a reference to a library.</summary>
    public static Task VerifyWith(MetadataReference library, string source)
    {
        Test test = Create(source, []);
        test.TestState.AdditionalReferences.Add(library);
        return test.RunAsync();
    }

    /// <summary>As <see cref="Verify"/>, in an older version of C#.</summary>
    public static Task VerifyIn(LanguageVersion version, string source)
    {
        Test test = Create(source, []);
        test.LanguageVersion = version;
        return test.RunAsync();
    }

    /// <summary>As <see cref="Verify"/>, in a project that does not refer to Accel.</summary>
    public static Task VerifyWithoutAccel(string source)
    {
        Test test = Create(source, []);
        test.TestState.AdditionalReferences.Remove(TestReferences.Accel);
        return test.RunAsync();
    }

    private static Test Create(string source, DiagnosticResult[] expected)
    {
        var test = new Test { TestCode = source };
        test.TestState.AdditionalReferences.AddRange(TestReferences.Net);
        test.TestState.AdditionalReferences.Add(TestReferences.Accel);
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = TestReferences.None;

            // Rules are suggestions in some places and warnings in others; the tests of severities ask for them by name.
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
        }

        public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.Latest;

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithAllowUnsafe(true).WithNullableContextOptions(NullableContextOptions.Enable);
    }
}
