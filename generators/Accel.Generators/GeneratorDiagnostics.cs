using Microsoft.CodeAnalysis;

namespace Accel.Generators;

/// <summary>The one thing that the generator reports itself; everything about the user's code comes from the analyzers.</summary>
internal static class GeneratorDiagnostics
{
    private const string InternalErrorId = "ACC9001";

    public static readonly DiagnosticDescriptor InternalError = new(
        InternalErrorId,
        "Internal error of the Accel compiler",
        "Kernel '{0}' runs as written because the Accel compiler failed on it, which is a defect to report: {1}",
        "Accel.Internal",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/accel-dotnet/accel/blob/main/docs/rules/{InternalErrorId}.md");
}
