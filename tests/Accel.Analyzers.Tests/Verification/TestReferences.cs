using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Accel.Analyzers.Tests.Verification;

/// <summary>What the sources of tests refer to; nothing is fetched from a network.</summary>
internal static class TestReferences
{
    /// <summary>A framework without packages; its assemblies are added one by one.</summary>
    public static ReferenceAssemblies None { get; } = new("net10.0");

    /// <summary>.NET 10.</summary>
    public static ImmutableArray<MetadataReference> Net { get; } = [.. Net100.References.All];

    /// <summary>The attributes of Accel, compiled from the sources in the repository.</summary>
    public static MetadataReference Accel { get; } = Compile("Accel", [.. RepositoryText.ReadAll("Attributes").Values], Net);

    /// <summary>Compiles a library that tests call into.</summary>
    public static MetadataReference Compile(string name, IEnumerable<string> sources, IEnumerable<MetadataReference> references)
    {
        const string GlobalUsings = "global using System;";
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            sources.Append(GlobalUsings).Select(source => CSharpSyntaxTree.ParseText(source)),
            references,
            options);
        var stream = new MemoryStream();
        Assert.Empty(compilation.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
