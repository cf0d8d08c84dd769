using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Testing.Roslyn;

/// <summary>How a test's sources are compiled. The default is a user's Release library with the package Accel and nothing else.</summary>
public sealed record CompileOptions
{
    /// <summary>The default.</summary>
    public static CompileOptions Default { get; } = new();

    /// <summary>The assembly's name.</summary>
    public string AssemblyName { get; init; } = "TestAssembly";

    /// <summary>Which of the package's generators runs.</summary>
    public string Generator { get; init; } = "KernelGenerator";

    /// <summary>Whether Accel.Gpu and ILGPU are referenced, so that GPU code is generated. The test project must reference Accel.Gpu.</summary>
    public bool Gpu { get; init; }

    /// <summary>The version of C#.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>Whether to compile as Debug.</summary>
    public bool Debug { get; init; }

    /// <summary>Whether arithmetic is checked unless the source says otherwise.</summary>
    public bool CheckOverflow { get; init; }

    /// <summary>Whether <c>unsafe</c> is allowed. Off by default: generated code must not need it.</summary>
    public bool AllowUnsafe { get; init; }

    /// <summary>A program (with top-level statements or <c>Main</c>) instead of a library.</summary>
    public bool Executable { get; init; }

    /// <summary>References besides .NET and Accel, such as another compilation of the test.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    /// <summary>MSBuild properties that the generator can see, without <c>build_property.</c>: <c>("AccelGpu", "false")</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties { get; init; } = [];
}
