using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

/// <summary>The rules, one file per area.</summary>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor KernelDeclaration = new(
        DiagnosticIds.KernelDeclaration,
        "A kernel must be an ordinary static method",
        "'{0}' cannot be a kernel: {1}",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A kernel is a static method with a body that runs to its end when called.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelDeclaration));

    public static readonly DiagnosticDescriptor KernelStaysReference = new(
        DiagnosticIds.KernelStaysReference,
        "The kernel is not compiled",
        "'{0}' runs as written, not compiled: {1}",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The method is a valid kernel of a form that the compiler does not take yet.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelStaysReference));

    public static readonly DiagnosticDescriptor KernelOptions = new(
        DiagnosticIds.KernelOptions,
        "Options of a kernel contradict each other",
        "The options of '{0}' cannot all be kept: {1}",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An option of the attribute has no meaning beside another one, or a value that it does not know.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelOptions));

    public static readonly DiagnosticDescriptor TypeNotPartial = new(
        DiagnosticIds.TypeNotPartial,
        "A type with kernels should be partial",
        "'{0}' holds kernels but {1} not partial, so no overloads are generated (Backend argument, DeviceBuffer, element kernels over spans)",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Generated overloads are members of the kernel's type, which must allow parts of it in other files.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.TypeNotPartial));

    public static readonly DiagnosticDescriptor KernelNotAccessible = new(
        DiagnosticIds.KernelNotAccessible,
        "A kernel that generated code cannot reach runs as written",
        "'{0}' runs as written: {1} and {2} not partial, so generated code cannot reach it; make the types partial or the kernel internal",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Calls are redirected from a generated file, which sees private members only in a part of their own type.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelNotAccessible));

    public static readonly DiagnosticDescriptor KernelNeedsPartialType = new(
        DiagnosticIds.KernelNeedsPartialType,
        "A kernel that can only be compiled in a partial type runs as written",
        "'{0}' runs as written: {1}, and its type is not partial",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The compiled form of such a kernel is a member of its type, which must allow parts of it in other files.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelNeedsPartialType));

    public static readonly DiagnosticDescriptor NestStaysPlain = new(
        DiagnosticIds.NestStaysPlain,
        "A loop nest of a kernel is not compiled",
        "{0}",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The expression is one that the compiler does not take inside a loop nest, so the whole nest stays plain C#.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.NestStaysPlain));

    public static readonly DiagnosticDescriptor KernelWithoutLoop = new(
        DiagnosticIds.KernelWithoutLoop,
        "A kernel has nothing to compile",
        "'{0}' has no loop and is not an element kernel (numbers and bool in, one of them out), so there is nothing to compile; write the loop into it or remove the attribute",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only loop nests and element kernels are compiled; other code is passed through.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelWithoutLoop));

    public static readonly DiagnosticDescriptor KernelAsDelegate = new(
        DiagnosticIds.KernelAsDelegate,
        "A kernel used as a delegate runs as written",
        "'{0}' is used as a {1}, which calls the method as written; call it in a lambda to run the compiled kernel",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Calls are redirected where they are written. A method group is not a call.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelAsDelegate));

    public static readonly DiagnosticDescriptor KernelBuiltWithoutAccel = new(
        DiagnosticIds.KernelBuiltWithoutAccel,
        "A kernel of an assembly built without Accel runs as written",
        "'{0}' runs as written: assembly '{1}' has no compiled form of it; build that with the Accel package, in the version used here",
        DiagnosticCategories.Kernels,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The kernel is compiled in its own assembly, by the generator of the Accel package.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.KernelBuiltWithoutAccel));
}
