using Microsoft.CodeAnalysis;

namespace Accel.Generators;

/// <summary>The one thing that the generator reports itself; everything about the user's code comes from the analyzers.</summary>
internal static class GeneratorDiagnostics
{
    public static readonly DiagnosticDescriptor InternalError = new(
        "ACC9001",
        "Internal error of the Accel compiler",
        "Kernel '{0}' runs as written because the Accel compiler failed on it, which is a defect to report: {1}",
        "Internal",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);
}
