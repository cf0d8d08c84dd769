using Microsoft.CodeAnalysis;

namespace Accel.Analyzers;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor Power = new(
        DiagnosticIds.Power,
        "A power that is a multiplication",
        "'{0}' goes through logarithm and exponential in each iteration; write {1}",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Pow knows nothing of small exponents.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.Power));

    public static readonly DiagnosticDescriptor WrapAround = new(
        DiagnosticIds.WrapAround,
        "A wrap-around by division",
        "'{0}' divides in each iteration; where '{1}' stays below '{2}', compare and set it to 0 instead",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An integer division takes as long as ten to twenty additions.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.WrapAround));

    public static readonly DiagnosticDescriptor RoundTrip = new(
        DiagnosticIds.RoundTrip,
        "A float computed as a double and rounded back",
        "'{0}' computes in double and rounds back; MathF.{1} computes in float",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Functions of Math take doubles: floats are converted twice, and lanes are halved.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.RoundTrip));

    public static readonly DiagnosticDescriptor DoubleConstant = new(
        DiagnosticIds.DoubleConstant,
        "A double constant in float arithmetic",
        "'{0}' makes this arithmetic on floats one on doubles; write '{0}f'",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A constant without a suffix is a double, and everything it touches becomes one.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.DoubleConstant));

    public static readonly DiagnosticDescriptor ColumnWalk = new(
        DiagnosticIds.ColumnWalk,
        "A walk down the columns of a matrix",
        "'{0}' goes down a column: from one '{1}' to the next it moves by a whole row of memory; make the loop over '{2}' the inner one",
        DiagnosticCategories.HotLoops,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Elements of T[,] lie row by row.",
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ColumnWalk));
}
