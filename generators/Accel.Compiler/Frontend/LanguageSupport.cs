using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Compiler.Frontend;

/// <summary>The C# that generated code is written in, which the project has to compile.</summary>
internal static class LanguageSupport
{
    /// <summary>C# 13: a nest's frame is a ref struct with an interface.</summary>
    private const LanguageVersion Least = LanguageVersion.CSharp13;

    /// <summary>Why no kernel of a project can be compiled, or <see langword="null"/> where they can.</summary>
    public static string? Limit(ParseOptions options) => options is CSharpParseOptions { LanguageVersion: < Least and var version }
        ? $"the project is compiled as C# {version.ToDisplayString()}, and generated code needs C# {Least.ToDisplayString()}; set LangVersion to that or later, or leave it out"
        : null;
}
