using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4304: a string that grows by one piece per iteration, each time copied whole.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StringAppendAnalyzer : HotLoopAnalyzer
{
    public StringAppendAnalyzer()
        : base(DiagnosticDescriptors.StringAppend, OperationKind.CompoundAssignment, OperationKind.SimpleAssignment)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        IOperation? target = operation switch
        {
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } append => append.Target,
            ISimpleAssignmentOperation { Type.SpecialType: SpecialType.System_String, Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum } assignment
                when Pieces(sum).Any(piece => IsSame(piece, assignment.Target)) => assignment.Target,
            _ => null,
        };
        return target is not null && !IsFresh(target, operation) ? new Finding(operation.Syntax, HotPaths.Text(target.Syntax)) : null;
    }

    private static IEnumerable<IOperation> Pieces(IOperation operation) => operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
        ? Pieces(sum.LeftOperand).Concat(Pieces(sum.RightOperand))
        : [operation];

    private static bool IsSame(IOperation piece, IOperation target) => (piece, target) switch
    {
        (ILocalReferenceOperation one, ILocalReferenceOperation two) => SymbolEqualityComparer.Default.Equals(one.Local, two.Local),
        (IFieldReferenceOperation one, IFieldReferenceOperation two) => SymbolEqualityComparer.Default.Equals(one.Field, two.Field) && one.Syntax.ToString() == two.Syntax.ToString(),
        (IParameterReferenceOperation one, IParameterReferenceOperation two) => SymbolEqualityComparer.Default.Equals(one.Parameter, two.Parameter),
        _ => false,
    };

    // Declared inside the loop it has one piece more, and not one per iteration.
    private static bool IsFresh(IOperation target, IOperation use)
    {
        if (target is not ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: { Length: 1 } places } })
        {
            return false;
        }

        for (IOperation? around = use.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation loop)
            {
                return loop.Syntax.Span.Contains(places[0].Span);
            }
        }

        return true;
    }
}
