using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Accel.Testing.Roslyn;

/// <summary>Compilations of C# text as a user's build makes them.</summary>
public static class TestCompilation
{
    /// <summary>Latest C#, with interception of calls by code in <c>Accel.Generated</c> allowed, as the package's props do.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("InterceptorsNamespaces", "Accel.Generated")]);

    /// <summary>A compilation of one file.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="options">The default is a library.</param>
    public static CSharpCompilation Create(string source, CompileOptions? options = null) => Create([source], options);

    /// <summary>A compilation of files named <c>File0.cs</c>, <c>File1.cs</c>, …</summary>
    /// <param name="sources">The files' texts.</param>
    /// <param name="options">The default is a library.</param>
    public static CSharpCompilation Create(IReadOnlyList<string> sources, CompileOptions? options = null)
    {
        options ??= CompileOptions.Default;
        return CSharpCompilation.Create(
            options.AssemblyName,
            sources.Select((source, index) => Parse(source, $"File{index}.cs", ParseOptions.WithLanguageVersion(options.LanguageVersion))),
            [.. options.Gpu ? TestReferences.Gpu : TestReferences.Accel, .. options.References],
            new CSharpCompilationOptions(
                options.Executable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: options.Debug ? OptimizationLevel.Debug : OptimizationLevel.Release,
                checkOverflow: options.CheckOverflow,
                allowUnsafe: options.AllowUnsafe,
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true));
    }

    /// <summary>A tree of one file. The path is absolute, as a build's is: interception depends on it.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="options">The default is <see cref="ParseOptions"/>.</param>
    public static SyntaxTree Parse(string source, string fileName, CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(
            SourceText.From(source.ReplaceLineEndings("\n"), System.Text.Encoding.UTF8, SourceHashAlgorithm.Sha256),
            options ?? ParseOptions,
            OperatingSystem.IsWindows() ? $@"C:\src\{fileName}" : $"/src/{fileName}");

    /// <summary>Fails if the compilation has errors, or warnings as a user's build would treat as errors.</summary>
    /// <param name="compilation">Any compilation.</param>
    /// <param name="alsoWarnings">Whether warnings fail too.</param>
    /// <exception cref="Xunit.Sdk.XunitException">With each diagnostic and the file it is in.</exception>
    public static void AssertNoErrors(this Compilation compilation, bool alsoWarnings = false)
    {
        DiagnosticSeverity least = alsoWarnings ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        List<Diagnostic> found = [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= least && !diagnostic.IsSuppressed)];
        if (found.Count > 0)
        {
            throw new Xunit.Sdk.XunitException(DiagnosticText.Describe($"{found.Count} diagnostics in the compilation", found));
        }
    }

    /// <summary>A reference to this compilation's metadata and code, for another compilation of the test.</summary>
    public static MetadataReference ToReferenceWithCode(this Compilation compilation) => MetadataReference.CreateFromImage(compilation.EmitImage());

    /// <summary>The compiled assembly's bytes.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It does not compile.</exception>
    public static byte[] EmitImage(this Compilation compilation)
    {
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            IEnumerable<Diagnostic> errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new Xunit.Sdk.XunitException(DiagnosticText.Describe("the compilation cannot be emitted", errors));
        }

        return image.ToArray();
    }
}
