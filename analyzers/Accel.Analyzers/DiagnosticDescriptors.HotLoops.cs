using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

// Warnings in kernels; HotPaths lowers them to suggestions in other loop nests.
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor Boxing = new(
        DiagnosticIds.Boxing,
        "Boxing in a hot loop",
        "'{0}' is boxed in each iteration: {1}",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Boxing allocates an object and copies the value into it.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.Boxing));

    public static readonly DiagnosticDescriptor DynamicOperation = new(
        DiagnosticIds.DynamicOperation,
        "A dynamic operation in a hot loop",
        "'{0}' is bound at run time in each iteration; give its operands static types",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A dynamic operation goes through a call site that looks at the run-time types of its operands, and boxes values.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.DynamicOperation));

    public static readonly DiagnosticDescriptor LinqCall = new(
        DiagnosticIds.LinqCall,
        "LINQ in a hot loop",
        "'{0}' calls LINQ in each iteration; write the loop out or move the query out of the loop",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "LINQ allocates iterators and calls a delegate per element.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.LinqCall));

    public static readonly DiagnosticDescriptor Allocation = new(
        DiagnosticIds.Allocation,
        "An allocation in a hot loop",
        "{0} is allocated in each iteration; allocate it once outside the loop, or use a struct or stackalloc",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Objects made per iteration keep the garbage collector busy and spoil the caches.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.Allocation));

    public static readonly DiagnosticDescriptor DelegateAllocation = new(
        DiagnosticIds.DelegateAllocation,
        "A delegate allocated in a hot loop",
        "{0} in each iteration; create it once outside the loop, or make it static",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only delegates that capture nothing are cached by the compiler.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.DelegateAllocation));
}
