using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>Assignments in the middle of expressions: <c>while (--k >= 0)</c>, <c>x[i] = s = 0</c>, <c>error > limit &amp;&amp; ++steps &lt; most</c>.</content>
internal sealed partial class NestReader
{
    /// <summary>Whether the expression assigns a variable.</summary>
    private static bool Assigns(IOperation expression) => expression.DescendantsAndSelf().Any(operation => operation is IAssignmentOperation or IIncrementOrDecrementOperation);

    /// <summary>An assignment whose value is used: a statement in front of the one that is being read.</summary>
    private Expr ReadAssignment(IOperation operation)
    {
        if (_postponed is { } postponed && operation is IIncrementOrDecrementOperation { IsPostfix: true } behind && IsAlone(behind))
        {
            postponed.Add(operation);
            return ReadExpression(behind.Target);
        }

        IOperation target = operation is IIncrementOrDecrementOperation step ? step.Target : ((IAssignmentOperation)operation).Target;
        if (_conditions > 0 || InductionScan.Variable(target) is not { } variable || variable is ILocalSymbol { RefKind: not RefKind.None } || IsReadElsewhere(operation, variable) || operation is IDeconstructionAssignmentOperation or ICoalesceAssignmentOperation)
        {
            throw Reject(operation, RejectionReason.UnsupportedExpression,
                "An assignment inside an expression is compiled only where nothing else in the statement depends on when it happens, so the nest stays plain; give it a statement of its own.");
        }

        Expr before = ReadExpression(target);
        if (operation is IIncrementOrDecrementOperation { IsPostfix: true })
        {
            before = Kept(before, variable.Name);
        }

        ReadEffect(operation, _current);
        return operation is IIncrementOrDecrementOperation { IsPostfix: true } ? before : Kept(ReadExpression(target), variable.Name);
    }

    /// <summary>Effects of what is assigned to, <c>y[k++] = …</c>, which may as well come behind the assignment.</summary>
    private List<IOperation>? _postponed;

    /// <summary>Whether no other part of the statement that it is in the target of names the variable, or does anything else than to assign the element.</summary>
    private static bool IsAlone(IIncrementOrDecrementOperation operation)
    {
        IOperation statement = operation;
        while (statement.Parent is { } parent && parent is not (IExpressionStatementOperation or IBlockOperation))
        {
            statement = parent;
        }

        return InductionScan.Variable(operation.Target) is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None } && statement is ISimpleAssignmentOperation
            && statement.DescendantsAndSelf().Count(part => SymbolEqualityComparer.Default.Equals(InductionScan.Variable(part), InductionScan.Variable(operation.Target))) == 1
            && !statement.DescendantsAndSelf().Any(part => part is IInvocationOperation or IConditionalOperation && part.DescendantsAndSelf().Contains(operation));
    }

    /// <summary>The value as it is now.</summary>
    private Expr Kept(Expr value, string name)
    {
        Local local = NewLocal(name, value.Type);
        _current.Add(new Declare(local, value));
        Hold(local, value);
        return new Read(local);
    }

    /// <summary>Whether the statement reads the variable in front of the assignment, or in what it is assigned to, which is found behind the value here.</summary>
    private static bool IsReadElsewhere(IOperation operation, ISymbol variable)
    {
        if (IsReadBefore(operation, [variable]))
        {
            return true;
        }

        for (IOperation child = operation; child.Parent is { } parent; child = parent)
        {
            // Of a[k++] = k the element is found first in C#, and last here.
            if (parent is IAssignmentOperation { Target: not (ILocalReferenceOperation or IParameterReferenceOperation) } assignment && assignment.Target == child)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a &amp;&amp; b</c> where <c>b</c> assigns: it runs only where <c>a</c> says so.</summary>
    private Expr ReadShortCircuit(IBinaryOperation binary, Expr left)
    {
        if (_conditions > 0)
        {
            throw Reject(binary.RightOperand, RejectionReason.UnsupportedExpression,
                "An assignment inside a condition that may not be asked is not compiled, so the nest stays plain; give it a statement of its own.");
        }

        List<Stmt> output = _current;
        Local result = NewLocal("condition", ScalarType.Bool);
        output.Add(new Declare(result, left));
        var statements = new List<Stmt>();
        ReadAlternatives(
            () =>
            {
                _current = statements;
                statements.Add(new Assign(result, ReadCondition(binary.RightOperand)));
            },
            () => { });
        _current = output;
        Expr isAsked = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd ? new Read(result) : new Unary(UnaryOp.Not, new Read(result));
        output.Add(new If(isAsked, new(statements.ToEquatableArray()), Block.Empty));
        return new Read(result);
    }
}
