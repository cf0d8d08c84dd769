using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>
/// Variables that some iterations move on and others do not: <c>if (x[i] &gt; 0) y[k++] = x[i];</c>. Their values are not known in front of the nest, but what they lie between is: from where they begin to where
/// they would be if each iteration moved them.
/// </content>
internal sealed partial class NestReader
{
    /// <summary>The variables that a loop counts with, and what stands for their values in its iterations, of which the ends are known.</summary>
    /// <param name="loop">The loop, in front of its body: what its variables begin with is known.</param>
    /// <param name="iteration">The number of the iteration, as in <see cref="EnterLoop"/>.</param>
    /// <param name="moving">Variables whose values are known.</param>
    private List<(Local Local, Expr Value)> CountersOf(ILoopOperation loop, Func<long, Expr?> iteration, IEnumerable<Local> moving)
    {
        var counters = new List<(Local, Expr)>();
        // Of a step that is no divisor, a multiple of the number is as good.
        if (CallsWhatMayAssign(loop.Body) || Enumerable.Range(1, 8).Select(factor => iteration(factor)).FirstOrDefault(number => number is not null) is not { } iterations)
        {
            return counters;
        }

        foreach (ISymbol symbol in InductionScan.Assigned(loop.Body).Where(symbol => IsUsedAsSubscript(loop.Body, symbol)))
        {
            if (MovesOf(loop, symbol) is var (down, up) && StartOf(symbol, loop) is var (local, start) && local.Type == ScalarType.Int32 && !moving.Contains(local))
            {
                IR.Read counter = AnyValue(local.Type);
                _knownEnds[counter] = (Moved(start, down), Moved(start, up));
                counters.Add((local, counter));
            }
        }

        return counters;

        Expr Moved(Expr start, long by) => by == 0 ? start
            : Sum(start, by == 1 ? iterations : new Binary(BinaryOp.Multiply, Constant.Int(by, ScalarType.Int64), ConvertTo(ScalarType.Int64, iterations)));
    }

    /// <summary>How far an iteration moves the variable down and up at most; <see langword="null"/> where it assigns it another way, or more than once at one place.</summary>
    private static (long Down, long Up)? MovesOf(ILoopOperation loop, ISymbol symbol)
    {
        (long down, long up) = (0, 0);
        foreach (IOperation operation in loop.Body.DescendantsAndSelf())
        {
            if (!InductionScan.AssignedBy(operation).Contains(symbol, SymbolEqualityComparer.Default))
            {
                continue;
            }

            if (MoveOf(operation, symbol) is not { } move || IsInInnerLoop(operation, loop))
            {
                return null;
            }

            (down, up) = (down + Math.Min(move, 0), up + Math.Max(move, 0));
        }

        return (down, up);
    }

    private static long? MoveOf(IOperation operation, ISymbol symbol)
    {
        return operation switch
        {
            IIncrementOrDecrementOperation { OperatorMethod: null, IsChecked: false } increment => increment.Kind == OperationKind.Increment ? 1 : -1,
            ICompoundAssignmentOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Add, Value: var value } => Number(value),
            ICompoundAssignmentOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Subtract, Value: var value } => -Number(value),
            ISimpleAssignmentOperation { IsRef: false, Value: IBinaryOperation { OperatorMethod: null, IsChecked: false } sum } when IsVariable(sum.LeftOperand) => sum.OperatorKind switch
            {
                BinaryOperatorKind.Add => Number(sum.RightOperand),
                BinaryOperatorKind.Subtract => -Number(sum.RightOperand),
                _ => null,
            },
            _ => null,
        };

        bool IsVariable(IOperation operand) => SymbolEqualityComparer.Default.Equals(InductionScan.Variable(operand), symbol);

        static long? Number(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: int number } ? number : null;
    }

    private static bool IsInInnerLoop(IOperation operation, ILoopOperation loop)
    {
        for (IOperation? around = operation.Parent; around is not null && around != loop; around = around.Parent)
        {
            if (around is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUsedAsSubscript(IOperation body, ISymbol symbol) => body.Descendants().SelectMany(operation => operation switch
    {
        IArrayElementReferenceOperation element => element.Indices.AsEnumerable(),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Arguments.Select(argument => argument.Value),
        _ => [],
    }).SelectMany(index => index.DescendantsAndSelf()).Any(part => SymbolEqualityComparer.Default.Equals(InductionScan.Variable(part), symbol));
}
