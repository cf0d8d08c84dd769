using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReferenceSet = System.Collections.Generic.IEnumerable<Microsoft.CodeAnalysis.MetadataReference>;

namespace Accel.Analyzers.Tests.Hostile;

/// <summary>All analyzers over one file, and then every fix of what they found, each on its own.</summary>
internal static class AnalysisRun
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [.. Instances<DiagnosticAnalyzer>(typeof(DiagnosticIds).Assembly)];
    private static readonly ImmutableArray<CodeFixProvider> s_fixers = [.. Instances<CodeFixProvider>(typeof(CodeFixers.RuleFixer).Assembly)];

    /// <summary>The references of ordinary tests.</summary>
    public static ReferenceSet References => Testing.Roslyn.TestReferences.Accel;

    /// <summary>
    /// Fails where an analyzer or a fix throws, where a diagnostic is nowhere in the file, and where a fix makes code that does not compile of code that does.
    /// </summary>
    /// <returns>Whether the file compiles, and how much was found and fixed, so that a test can see that there was something.</returns>
    public static async Task<(bool IsValid, int Diagnostics, int Fixes)> Verify(string text, string about, ReferenceSet? references = null, CSharpParseOptions? options = null)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Add(workspace, text, references ?? References, options ?? new CSharpParseOptions(LanguageVersion.Latest));
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        bool isValid = !HasErrors(compilation);
        ImmutableArray<Diagnostic> diagnostics = await Analyze(compilation, about);
        int fixes = 0;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Assert.True(!diagnostic.Location.IsInSource || diagnostic.Location.SourceSpan.End <= text.Length, $"{about}: {diagnostic} lies outside the file");
            foreach (CodeFixProvider fixer in s_fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                fixes += await Fix(document, diagnostic, fixer, isValid, about);
            }
        }

        return (isValid, diagnostics.Length, fixes);
    }

    /// <summary>What the analyzers say: id, space, message.</summary>
    public static async Task<IReadOnlyList<string>> Messages(string text, string about)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Add(workspace, text, References, new CSharpParseOptions(LanguageVersion.Latest));
        return [.. (await Analyze((await document.Project.GetCompilationAsync())!, about)).Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(null)}")];
    }

    /// <summary>What the analyzers say, each with the source at the other places that it names: id, space, message, and the places behind bars.</summary>
    public static async Task<IReadOnlyList<string>> MessagesWithPlaces(string text, string about) =>
        [.. (await AnalyzeValid(text, about)).Select(diagnostic => string.Join(" | ", diagnostic.AdditionalLocations.Select(place => text.Substring(place.SourceSpan.Start, place.SourceSpan.Length)).Prepend($"{diagnostic.Id} {diagnostic.GetMessage(null)}")))];

    /// <summary>The lines of what the analyzers say, from 1. The file must compile.</summary>
    public static async Task<IReadOnlyList<(int Line, string Id)>> Places(string text, string about) =>
        [.. (await AnalyzeValid(text, about)).Select(diagnostic => (diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.Id))];

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeValid(string text, string about)
    {
        using var workspace = new AdhocWorkspace();
        Document document = Add(workspace, text, References, new CSharpParseOptions(LanguageVersion.Latest));
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await Analyze(compilation, about);
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, string about)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(s_analyzers, options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.True(thrown is null, $"{about}: {thrown}");
        return found;
    }

    private static async Task<int> Fix(Document document, Diagnostic diagnostic, CodeFixProvider fixer, bool isValid, string about)
    {
        var actions = new List<CodeAction>();
        await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        foreach (CodeAction action in actions)
        {
            foreach (ApplyChangesOperation change in (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>())
            {
                Compilation changed = (await change.ChangedSolution.GetProject(document.Project.Id)!.GetCompilationAsync())!;
                Assert.True(!isValid || !HasErrors(changed), $"{about}: the fix of {diagnostic} does not compile:\n{changed.SyntaxTrees.First()}");
            }
        }

        return actions.Count;
    }

    private static Document Add(AdhocWorkspace workspace, string text, ReferenceSet references, CSharpParseOptions options)
    {
        var id = ProjectId.CreateNewId();
        var compilationOptions = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        workspace.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "Test", "Test", LanguageNames.CSharp, compilationOptions: compilationOptions, parseOptions: options, metadataReferences: references));
        return workspace.AddDocument(id, "Test.cs", SourceText.From(text));
    }

    private static bool HasErrors(Compilation compilation) => compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<T> Instances<T>(System.Reflection.Assembly assembly) =>
        assembly.GetTypes().Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type)).Select(type => (T)Activator.CreateInstance(type)!);
}
