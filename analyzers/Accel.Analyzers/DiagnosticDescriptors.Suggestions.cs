using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor KernelSuggestion = new(
        DiagnosticIds.KernelSuggestion,
        "A loop that could be a kernel",
        "This loop could run {0} iterations at once in 256-bit vectors{1}; mark '{2}' [Kernel]",
        DiagnosticCategories.Suggestions,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The compiler could vectorize the loop if its method were a kernel.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelSuggestion));
}
