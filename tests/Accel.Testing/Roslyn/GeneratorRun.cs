using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace Accel.Testing.Roslyn;

/// <summary>One run of the generator over a compilation, and what can be done with its result.</summary>
public sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation)
    {
        Driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Input = compilation;
        Output = (CSharpCompilation)output;
        Diagnostics = diagnostics;
        GeneratorRunResult result = Driver.GetRunResult().Results.Single();
        if (result.Exception is not null)
        {
            throw new XunitException($"the generator threw: {result.Exception}");
        }

        Result = result;
    }

    /// <summary>The driver after the run.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The compilation without generated files.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The compilation with generated files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the generator reported; it is meant to be silent.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The generator's part of the result, with its steps.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The generated files, by hint name without <c>.g.cs</c>.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(
        file => file.HintName.EndsWith(".g.cs", StringComparison.Ordinal) ? file.HintName[..^".g.cs".Length] : file.HintName,
        file => file.SourceText.ToString());

    /// <summary>Runs the generator over one file.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="options">The default is a library.</param>
    public static GeneratorRun Of(string source, CompileOptions? options = null) => Of([source], options);

    /// <summary>Runs the generator over several files.</summary>
    /// <param name="sources">The files' texts.</param>
    /// <param name="options">The default is a library.</param>
    public static GeneratorRun Of(IReadOnlyList<string> sources, CompileOptions? options = null) =>
        new(CreateDriver(options ?? CompileOptions.Default), TestCompilation.Create(sources, options));

    /// <summary>Runs the generator again, on a changed compilation, with what it kept from this run.</summary>
    /// <param name="compilation">Usually <see cref="Input"/> with a tree replaced.</param>
    public GeneratorRun Again(CSharpCompilation compilation) => new(Driver, compilation);

    /// <summary>Runs the generator again after the text of one file changed.</summary>
    /// <param name="source">The file's new text.</param>
    /// <param name="file">The file's index.</param>
    public GeneratorRun AfterEdit(string source, int file = 0)
    {
        SyntaxTree before = Input.SyntaxTrees[file];
        return Again(Input.ReplaceSyntaxTree(before, TestCompilation.Parse(source, $"File{file}.cs")));
    }

    /// <summary>Fails unless sources and generated files compile without errors and warnings, and the generator was silent.</summary>
    /// <returns>This run.</returns>
    /// <exception cref="XunitException">With each diagnostic, its line and its file.</exception>
    public GeneratorRun AssertCompiles()
    {
        if (!Diagnostics.IsEmpty)
        {
            throw new XunitException(DiagnosticText.Describe("the generator reported", Diagnostics));
        }

        Output.AssertNoErrors(alsoWarnings: true);
        return this;
    }

    /// <summary>Compiles and loads the result. Dispose to unload.</summary>
    /// <param name="dependencies">Other assemblies of the test that this one references.</param>
    /// <exception cref="XunitException">It does not compile.</exception>
    public LoadedAssembly Load(params GeneratorRun[] dependencies) =>
        LoadedAssembly.Of(AssertCompiles().Output, [.. dependencies.Select(dependency => dependency.Output)]);

    private static CSharpGeneratorDriver CreateDriver(CompileOptions options) => CSharpGeneratorDriver.Create(
        [CreateGenerator(options.Generator)],
        parseOptions: TestCompilation.ParseOptions.WithLanguageVersion(options.LanguageVersion),
        optionsProvider: new TestAnalyzerOptions(options.Properties),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    // Found as the compiler finds it: the type of the assembly that carries [Generator].
    private static ISourceGenerator CreateGenerator(string name)
    {
        Type generator = Assembly.Load("Accel.Generators").GetTypes()
            .Single(type => type.GetCustomAttribute<GeneratorAttribute>() is not null && type.Name == name);
        return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
    }
}
