using Accel.Compiler.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Accel.Generators;

/// <summary>What the project allows to be generated.</summary>
/// <param name="EmitGpu">Whether the project references the package with the GPU backend.</param>
/// <param name="Intercept">Whether calls are redirected.</param>
internal sealed record GenerationOptions(bool EmitGpu, bool Intercept)
{
    /// <summary>The MSBuild properties that the generator reads: the package's props file makes each visible to the compiler.</summary>
    public static IReadOnlyList<string> Properties { get; } = [GpuProperty, InterceptionProperty, ReportProperty];

    private const string GpuProperty = "AccelGpu";
    private const string InterceptionProperty = "AccelInterception";
    private const string ReportProperty = "AccelReport";

    public static bool HasGpu(Compilation compilation) => compilation.GetTypeByMetadataName("Accel.Gpu.IGpuKernel") is not null;

    /// <summary>Whether the project has not switched GPU code off.</summary>
    public static bool AllowsGpu(AnalyzerConfigOptions options) => !IsOff(options, GpuProperty);

    /// <summary>Whether the build wants the annotated report.</summary>
    public static bool AsksForReport(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property." + ReportProperty, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static bool IsOff(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out string? value) && value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the project references Accel itself, and has not just an attribute of that name.</summary>
    public static bool HasRuntime(Compilation compilation) => compilation.GetTypeByMetadataName("Accel.Runtime.KernelDescriptor") is not null;

    /// <summary>Whether the assembly gets a strong name: then its friends need one too.</summary>
    public static bool IsSigned(Compilation compilation) =>
        compilation.Options is { CryptoKeyFile: not null } or { CryptoKeyContainer: not null } || !compilation.Options.CryptoPublicKey.IsDefaultOrEmpty;

    /// <summary>Whether the project lets Accel intercept calls, so that interceptors are no error, and has not switched it off.</summary>
    public static bool Intercepts(ParseOptions parseOptions, AnalyzerConfigOptions options) =>
        LanguageSupport.Limit(parseOptions) is null
        && !IsOff(options, InterceptionProperty)
        && (ListsNamespace(parseOptions, "InterceptorsNamespaces") || ListsNamespace(parseOptions, "InterceptorsPreviewNamespaces"));

    // As the compiler reads it, which trims nothing.
    private static bool ListsNamespace(ParseOptions options, string feature) =>
        options.Features.TryGetValue(feature, out string? namespaces)
        && namespaces.Split(';').Any(name =>
            name == KernelNames.GeneratedNamespace || KernelNames.GeneratedNamespace.StartsWith(name + ".", StringComparison.Ordinal));
}
