using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>ACC4404: a loop's end that is asked for by a call per iteration, although it is the same each time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopConditionAnalyzer : HotLoopAnalyzer
{
    public LoopConditionAnalyzer()
        : base(DiagnosticDescriptors.LoopCondition, OperationKind.Loop)
    {
    }

    private protected override Finding? Find(IOperation operation, Compilation compilation)
    {
        if (operation is not IForLoopOperation { Condition: IBinaryOperation condition } loop)
        {
            return null;
        }

        foreach (IOperation side in new[] { condition.RightOperand, condition.LeftOperand })
        {
            IOperation end = side is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : side;
            if (Cost(end) is { } cost && IsFixed(end, loop))
            {
                return new Finding(end.Syntax, HotPaths.Text(end.Syntax), cost) { Repeated = loop.Body };
            }
        }

        return null;
    }

    // Lengths of arrays and spans, and counts of lists, are a load that the JIT moves or keeps; an interface's has to be called.
    private static string? Cost(IOperation end) => end switch
    {
        IPropertyReferenceOperation { Property: { Name: "Count" or "Length", ContainingType.TypeKind: TypeKind.Interface } } => "is an interface call",
        IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount" } method } when LinqCalls.IsLinq(method) => "may go through the whole sequence",
        _ => null,
    };

    // The receiver is a local or parameter that the loop neither assigns nor hands on: nobody else can make it longer while the loop runs, as far as its body shows.
    private static bool IsFixed(IOperation end, IForLoopOperation loop)
    {
        IOperation? receiver = end switch
        {
            IPropertyReferenceOperation property => property.Instance,
            IInvocationOperation { Arguments: { Length: 1 } arguments } => arguments[0].Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : arguments[0].Value,
            _ => null,
        };
        ISymbol? symbol = receiver switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
            _ => null,
        };
        return symbol is not null && !Uses(loop.Body).Any(use => SymbolEqualityComparer.Default.Equals(use.Symbol, symbol) && !IsElementRead(use.Operation));
    }

    private static IEnumerable<(ISymbol Symbol, IOperation Operation)> Uses(IOperation body)
    {
        foreach (IOperation child in body.ChildOperations)
        {
            if (child is ILocalReferenceOperation local)
            {
                yield return (local.Local, child);
            }
            else if (child is IParameterReferenceOperation parameter)
            {
                yield return (parameter.Parameter, child);
            }

            foreach ((ISymbol, IOperation) inner in Uses(child))
            {
                yield return inner;
            }
        }
    }

    private static bool IsElementRead(IOperation use) => use.Parent is IPropertyReferenceOperation { Property: { IsIndexer: true } or { Name: "Count" or "Length" } } property && property.Instance == use;
}
