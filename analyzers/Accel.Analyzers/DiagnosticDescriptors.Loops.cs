using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor LoopVectorized = new(
        DiagnosticIds.LoopVectorized,
        "The loop is vectorized",
        "{0}",
        DiagnosticCategories.Vectorization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Says how the compiler vectorized a loop of a kernel.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.LoopVectorized));

    public static readonly DiagnosticDescriptor LoopStayedScalar = new(
        DiagnosticIds.LoopStayedScalar,
        "The loop stayed scalar",
        "{0}",
        DiagnosticCategories.Vectorization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Says why the compiler did not vectorize a loop of a kernel.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.LoopStayedScalar));

    public static readonly DiagnosticDescriptor VectorizationRequired = new(
        DiagnosticIds.VectorizationRequired,
        "A loop that must be vectorized stayed scalar",
        "'{0}' requires vectorized loops, but this is not one: {1}",
        DiagnosticCategories.Vectorization,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The kernel's attribute makes a loop that stays scalar an error.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.VectorizationRequired));

    public static readonly DiagnosticDescriptor LoopNotParallel = new(
        DiagnosticIds.LoopNotParallel,
        "The loop does not run on several cores",
        "Not parallel: {0}",
        DiagnosticCategories.Parallelism,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Says why the iterations of a loop cannot be shared among cores.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.LoopNotParallel));

    public static readonly DiagnosticDescriptor NoGpuCode = new(
        DiagnosticIds.NoGpuCode,
        "The loop has no GPU code",
        "No GPU code: {0}",
        DiagnosticCategories.Gpu,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Says why no GPU code was made for a loop nest.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NoGpuCode));
}
