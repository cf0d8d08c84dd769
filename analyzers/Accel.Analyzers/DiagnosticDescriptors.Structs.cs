using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor DefensiveCopy = new(
        DiagnosticIds.DefensiveCopy,
        "A defensive copy in a hot loop",
        "'{0}' ({1} bytes) is copied in each iteration before '{2}' runs on the copy, since it must not change and '{2}' is not readonly; mark '{2}' readonly",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A member that is not readonly runs on a copy of a struct that must not change.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.DefensiveCopy));

    public static readonly DiagnosticDescriptor StructKey = new(
        DiagnosticIds.StructKey,
        "A struct key that is compared by reflection",
        "'{0}' has no IEquatable<{0}>: each look-up boxes it and compares it by reflection; implement IEquatable<{0}>, or make it a record struct",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Default equality of structs boxes and may go through reflection.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.StructKey));

    public static readonly DiagnosticDescriptor LargeStructCopy = new(
        DiagnosticIds.LargeStructCopy,
        "A large struct copied in a hot loop",
        "{0} is copied in each iteration; {1}",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A struct of two cache lines or more is copied where a reference would do.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.LargeStructCopy));
}
