using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor StringAppend = new(
        DiagnosticIds.StringAppend,
        "A string that grows in a hot loop",
        "'{0}' is copied whole in each iteration to add a piece; append to a StringBuilder",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Strings do not change: adding to one copies it.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.StringAppend));

    public static readonly DiagnosticDescriptor StringCreation = new(
        DiagnosticIds.StringCreation,
        "A string made in a hot loop",
        "'{0}' makes a new string or array of them in each iteration; {1}",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Each cut, joined or formatted string is an object with a copy of its text.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.StringCreation));

    public static readonly DiagnosticDescriptor InterfaceEnumeration = new(
        DiagnosticIds.InterfaceEnumeration,
        "Enumeration through an interface in a hot loop",
        "'{0}' is enumerated through '{1}': an enumerator object per loop, and two interface calls per element; use the array, list or span itself",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Through an interface neither the enumerator nor its calls can be inlined.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.InterfaceEnumeration));

    public static readonly DiagnosticDescriptor IteratorCall = new(
        DiagnosticIds.IteratorCall,
        "An iterator called in a hot loop",
        "'{0}' is an iterator: each call makes an object, and each element goes through its state machine; write the loop out",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An iterator is an object with a state machine behind an interface.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.IteratorCall));

    public static readonly DiagnosticDescriptor TaskPerIteration = new(
        DiagnosticIds.TaskPerIteration,
        "A task per iteration of a hot loop",
        "'{0}' {1} in each iteration; share the work out once outside the loop, in larger pieces",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A task costs an object and a trip through the scheduler.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.TaskPerIteration));

    public static readonly DiagnosticDescriptor ArrayCopy = new(
        DiagnosticIds.ArrayCopy,
        "Elements copied in a hot loop",
        "'{0}' copies elements in each iteration; {1}",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A range of an array, ToArray and Clone are new arrays.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ArrayCopy));
}
