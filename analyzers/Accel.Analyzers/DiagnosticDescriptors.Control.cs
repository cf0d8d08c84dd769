using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor ExceptionFlow = new(
        DiagnosticIds.ExceptionFlow,
        "Exceptions as control flow in a hot loop",
        "{0} in the loop, which goes on; throwing takes microseconds: {1}",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Throwing walks the stack and looks handlers up.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ExceptionFlow));

    public static readonly DiagnosticDescriptor LockPerIteration = new(
        DiagnosticIds.LockPerIteration,
        "A lock taken in a hot loop",
        "'{0}' is taken in each iteration; take it once around the loop, or gather in a local and add once",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A lock costs two atomic operations even where nobody waits.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.LockPerIteration));

    public static readonly DiagnosticDescriptor DictionaryLookup = new(
        DiagnosticIds.DictionaryLookup,
        "A dictionary entry looked up twice",
        "'{0}' is looked up twice, to read and to write; CollectionsMarshal.GetValueRefOrAddDefault finds the entry once",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Each look-up hashes the key and walks the bucket.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.DictionaryLookup));

    public static readonly DiagnosticDescriptor LoopCondition = new(
        DiagnosticIds.LoopCondition,
        "A loop's end that is asked for in each iteration",
        "'{0}' {1} in each iteration, and its receiver does not change; read it into a local in front of the loop",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What does not change can be read once.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.LoopCondition));

    public static readonly DiagnosticDescriptor CovariantStore = new(
        DiagnosticIds.CovariantStore,
        "A checked store to an array of classes",
        "'{0}' is stored with a check in each iteration, since the array may be of a class derived from '{1}'; seal '{1}', or store through a span",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Arrays of classes are covariant, so each store is checked.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.CovariantStore));
}
