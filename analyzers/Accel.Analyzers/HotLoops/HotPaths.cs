using Accel.Analyzers.Kernels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Analyzers.HotLoops;

/// <summary>
/// Decides whether an operation runs once per iteration of a hot loop. Code that runs at most once per loop does not count: what is on
/// the way to a <c>throw</c> or <c>return</c>, or to a <c>break</c> out of the loop.
/// </summary>
internal static class HotPaths
{
    public static HotPath Classify(IOperation operation, ISymbol containingSymbol, KernelSymbols? kernels)
    {
        var walk = new Walk();
        if (!walk.Up(operation))
        {
            return HotPath.None;
        }

        IMethodSymbol? kernel = kernels?.EnclosingKernel(containingSymbol);
        if (kernel is not null)
        {
            return walk.Loops.Count > 0 || (!walk.CrossedFunction && KernelDeclarations.IsElementKernel(kernel)) ? HotPath.Kernel : HotPath.None;
        }

        if (kernels?.IsHotPath(containingSymbol) == true)
        {
            return HotPath.Marked;
        }

        return walk.Loops.Count >= 2 && IsHotInnermost(walk.Loops[0]) ? HotPath.Nest : HotPath.None;
    }

    // A loop that awaits waits for something slower than what it allocates.
    private static bool IsHotInnermost(ILoopOperation loop) =>
        loop is not IForEachLoopOperation { IsAsynchronous: true }
        && !DescendantsInFunction(loop).Any(inner => inner is ILoopOperation or IAwaitOperation);

    private static IEnumerable<IOperation> DescendantsInFunction(IOperation root)
    {
        foreach (IOperation child in root.ChildOperations)
        {
            if (child is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                continue;
            }

            yield return child;
            foreach (IOperation inner in DescendantsInFunction(child))
            {
                yield return inner;
            }
        }
    }

    /// <summary>One walk from an operation to the function that holds it.</summary>
    private sealed class Walk
    {
        private readonly HashSet<ILoopOperation> _leftLoops = new();
        private bool _leaves;

        /// <summary>The loops that repeat the operation, innermost first.</summary>
        public List<ILoopOperation> Loops { get; } = new();

        /// <summary>Whether the operation is in a lambda or local function; then only loops inside that function are known.</summary>
        public bool CrossedFunction { get; private set; }

        /// <summary>Whether the operation may be on a hot path at all.</summary>
        public bool Up(IOperation operation)
        {
            for (IOperation child = operation; child.Parent is { } parent; child = parent)
            {
                if (IsCold(child, parent))
                {
                    return false;
                }

                if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                {
                    CrossedFunction = true;
                    return true;
                }

                Visit(child, parent);
            }

            return true;
        }

        private void Visit(IOperation child, IOperation parent)
        {
            if (parent is IReturnOperation { Kind: OperationKind.Return })
            {
                _leaves = true;
            }
            else if (parent is ILoopOperation loop && !_leaves && !_leftLoops.Contains(loop) && IsRepeated(loop, child))
            {
                Loops.Add(loop);
            }

            switch (LastStatement(parent))
            {
                case IReturnOperation { Kind: OperationKind.Return }:
                    _leaves = true;
                    break;
                case IBranchOperation { BranchKind: BranchKind.Break, Target: { } target } branch:
                    LeaveLoop(branch, target);
                    break;
            }
        }

        private void LeaveLoop(IOperation branch, ILabelSymbol target)
        {
            for (IOperation? outer = branch.Parent; outer is not null; outer = outer.Parent)
            {
                if (outer is ILoopOperation loop && SymbolEqualityComparer.Default.Equals(loop.ExitLabel, target))
                {
                    _leftLoops.Add(loop);
                }
            }
        }

        private static bool IsCold(IOperation child, IOperation parent) =>
            parent is IThrowOperation or IAttributeOperation or IParameterInitializerOperation
            || IsThrow(LastStatement(parent))
            || (parent is IArgumentOperation { Parent: IInvocationOperation call } && IsColdCall(call.TargetMethod))
            || (parent is ICoalesceAssignmentOperation assignment && child == assignment.Value)
            || (parent is IConditionalOperation condition && child == condition.WhenTrue && IsNullTest(condition.Condition));

        private static bool IsThrow(IOperation? statement) =>
            statement is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }
            || (statement is IExpressionStatementOperation { Operation: IInvocationOperation call } && IsColdCall(call.TargetMethod));

        // Methods that never return are throw helpers; conditional ones (assertions, traces) are gone in release builds.
        private static bool IsColdCall(IMethodSymbol method) =>
            method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "DoesNotReturnAttribute" or "ConditionalAttribute");

        // `if (cache == null) cache = …` runs once, as `cache ??= …` does.
        private static bool IsNullTest(IOperation condition) => condition switch
        {
            IIsPatternOperation { Pattern: IConstantPatternOperation pattern } => IsNull(pattern.Value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => IsNull(equals.LeftOperand) || IsNull(equals.RightOperand),
            _ => false,
        };

        private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

        private static IOperation? LastStatement(IOperation parent) => parent switch
        {
            IBlockOperation block => block.Operations.LastOrDefault(),
            ISwitchCaseOperation section => section.Body.LastOrDefault(),
            _ => null,
        };

        private static bool IsRepeated(ILoopOperation loop, IOperation child) => loop switch
        {
            IForEachLoopOperation each => child != each.Collection,
            IForToLoopOperation counted => child == counted.Body,
            IForLoopOperation counted => !counted.Before.Contains(child),
            _ => true,
        };
    }

    /// <summary>The name of a loop variable or expression for a message: its text, cut where it is long.</summary>
    public static string Text(SyntaxNode node)
    {
        const int Longest = 60;
        string text = (node is ArgumentSyntax argument ? argument.Expression : node).ToString();
        int end = text.IndexOf('\n');
        text = end < 0 ? text : text.Substring(0, end).TrimEnd() + "…";
        return text.Length <= Longest ? text : text.Substring(0, Longest) + "…";
    }
}
