using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Accel.Analyzers.Tests.Verification;

/// <summary>Checks a rule and its fix, one by one and with Fix All.</summary>
internal static class FixTest<TAnalyzer, TFixer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFixer : CodeFixProvider, new()
{
    /// <summary>The fix makes one source of the other. Findings that remain are marked in the second.</summary>
    public static Task Verify(string source, string fixedSource) => Create(source, fixedSource).RunAsync();

    /// <summary>As <see cref="Verify"/>, for a program with top-level statements.</summary>
    public static Task VerifyProgram(string source, string fixedSource)
    {
        Test test = Create(source, fixedSource);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        return test.RunAsync();
    }

    /// <summary>No fix is offered for what is found.</summary>
    public static Task VerifyNone(string source) => Create(source, source).RunAsync();

    private static Test Create(string source, string fixedSource)
    {
        var test = new Test { TestCode = source, FixedCode = fixedSource };
        test.TestState.AdditionalReferences.AddRange(TestReferences.Net);
        test.TestState.AdditionalReferences.Add(TestReferences.Accel);
        return test;
    }

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TFixer, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = TestReferences.None;
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            FixedState.MarkupHandling = MarkupMode.Allow;
        }

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);

        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithAllowUnsafe(true).WithNullableContextOptions(NullableContextOptions.Enable);
    }
}
