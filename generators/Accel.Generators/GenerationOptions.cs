using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Generators;

/// <summary>What the project allows to be generated.</summary>
/// <param name="EmitGpu">Whether the project references the package with the GPU backend.</param>
/// <param name="Intercept">Whether calls are redirected.</param>
internal sealed record GenerationOptions(bool EmitGpu, bool Intercept)
{
    public static bool HasGpu(Compilation compilation) => compilation.GetTypeByMetadataName("Accel.Gpu.IGpuKernel") is not null;

    /// <summary>Whether the project references Accel itself, and has not just an attribute of that name.</summary>
    public static bool HasRuntime(Compilation compilation) => compilation.GetTypeByMetadataName("Accel.Runtime.KernelDescriptor") is not null;

    /// <summary>Whether the assembly gets a strong name: then its friends need one too.</summary>
    public static bool IsSigned(Compilation compilation) =>
        compilation.Options is { CryptoKeyFile: not null } or { CryptoKeyContainer: not null } || !compilation.Options.CryptoPublicKey.IsDefaultOrEmpty;

    /// <summary>Whether the project lets Accel intercept calls, so that interceptors are no error, and has not switched it off.</summary>
    public static bool Intercepts(ParseOptions parseOptions, AnalyzerConfigOptions options) =>
        LanguageSupport.Limit(parseOptions) is null
        && !(options.TryGetValue("build_property.AccelInterception", out string? value) && value.Equals("false", StringComparison.OrdinalIgnoreCase))
        && (ListsNamespace(parseOptions, "InterceptorsNamespaces") || ListsNamespace(parseOptions, "InterceptorsPreviewNamespaces"));

    // As the compiler reads it, which trims nothing.
    private static bool ListsNamespace(ParseOptions options, string feature) =>
        options.Features.TryGetValue(feature, out string? namespaces)
        && namespaces.Split(';').Any(name =>
            name == KernelNames.GeneratedNamespace || KernelNames.GeneratedNamespace.StartsWith(name + ".", StringComparison.Ordinal));
}
