using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4505: an innermost loop that goes down a column of a <c>T[,]</c>, whose elements lie a row apart.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ColumnWalkAnalyzer : HotLoopAnalyzer
{
    public ColumnWalkAnalyzer()
        : base(DiagnosticDescriptors.ColumnWalk, OperationKind.ArrayElementReference)
    {
    }

    // There the loop whose steps lie side by side becomes the lanes, whichever it is.
    private protected override bool AppliesToKernels => false;

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        if (operation is not IArrayElementReferenceOperation { Indices: { Length: 2 } indices } element)
        {
            return null;
        }

        List<ILocalSymbol> counters = [.. Counters(operation)];
        return counters.Count >= 2 && Reads(indices[0], counters[0]) && !Reads(indices[1], counters[0]) && Reads(indices[1], counters[1]) && !Reads(indices[0], counters[1])
            ? new Finding(element.Syntax, HotPaths.Text(element.Syntax), counters[0].Name, counters[1].Name)
            : null;
    }

    /// <summary>The variables of the counted loops around, innermost first.</summary>
    private static IEnumerable<ILocalSymbol> Counters(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null and not IAnonymousFunctionOperation; around = around.Parent)
        {
            if (around is IForLoopOperation { Before: { Length: 1 } before } && before[0] is IVariableDeclarationGroupOperation { Declarations: { Length: 1 } declarations } && declarations[0].Declarators.Length == 1)
            {
                yield return declarations[0].Declarators[0].Symbol;
            }
            else if (around is ILoopOperation)
            {
                yield break;
            }
        }
    }

    private static bool Reads(IOperation expression, ILocalSymbol local) =>
        (expression is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)) || expression.ChildOperations.Any(child => Reads(child, local));
}
