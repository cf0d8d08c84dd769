using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor Reflection = new(
        DiagnosticIds.Reflection,
        "Reflection in a hot loop",
        "'{0}' looks at metadata in each iteration; look once outside the loop, and keep what was found",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Reflection looks names up, checks access and boxes values.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.Reflection));
}
