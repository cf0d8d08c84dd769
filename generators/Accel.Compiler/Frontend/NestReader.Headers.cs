using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <content>Headers of loops: the variable, what it is compared with, and how it moves on.</content>
internal sealed partial class NestReader
{
    /// <summary>Whether a variable that is compared with != goes up to the bound by steps of 1, and is not above it from the start.</summary>
    private bool MeetsBound(IForLoopOperation loop, ILocalSymbol symbol, IOperation first, IOperation bound) =>
        loop.AtLoopBottom.Any(part => Step(part, symbol) == 1) && IntegerConstant(first) is { } start
        && (IntegerConstant(bound) is { } end ? start <= end : start <= 0 && IsLength(ReadExpression(bound)));

    /// <summary>The variable that the header assigns without declaring it: <c>for (i = 0; …)</c>.</summary>
    private static (ILocalSymbol Symbol, IOperation Value)? StartedBy(IForLoopOperation loop) =>
        loop.Before.Length > 0 && Effect(loop.Before[0]) is ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } } start
        && !start.Value.DescendantsAndSelf().Any(operation => IsVariable(operation, local))
            ? (local, start.Value) : null;

    /// <summary>Whether the variable, declared elsewhere, is used in loops alone that begin by assigning it, as if each declared one of its own.</summary>
    private static bool IsOnlyOfLoops(ILocalSymbol variable, IOperation loop)
    {
        IOperation root = loop;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.Descendants().Where(operation => IsVariable(operation, variable)).All(use =>
        {
            bool isInLoop = false;
            for (IOperation? around = use.Parent; around is not null; around = around.Parent)
            {
                if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                {
                    return false;
                }

                isInLoop |= around is IForLoopOperation begun && SymbolEqualityComparer.Default.Equals(StartedBy(begun)?.Symbol, variable);
            }

            return isInLoop;
        });
    }

    /// <summary>The start of a loop inside others over a variable that is declared in front of it; where its header assigns it, that is a statement of the nest.</summary>
    private Expr StartOutside(IForLoopOperation loop, ILocalSymbol symbol, ExitScope? scope)
    {
        if (loop.Before.Length == 1)
        {
            List<Stmt> output = _current;
            ReadStatement(loop.Before[0], output, new LoopScope(scope, null));
            _current = output;
        }

        return StartOf(symbol, loop) is var (_, value) && IsFixedAndAffine(value)
            ? value : throw RejectHeader(loop, $"the value of '{symbol.Name}' in front of it is no sum of loop variables and values fixed before the nest");
    }

    /// <summary>The start of the outermost loop over a variable that is declared in front of it: the nest does not assign that, but what stands around the nest.</summary>
    private Expr StartOfOutermost(IForLoopOperation loop, ILocalSymbol symbol, IOperation? first, (LoopRelation Relation, IOperation Bound, long Offset) relation, long step)
    {
        if (IsOfInlined(symbol))
        {
            throw RejectHeader(loop, "it must declare and initialise its variable");
        }

        _outside = new(
            LoopLabels.Escape(symbol.Name), symbol.Type.ToDisplayString(), loop.Before.FirstOrDefault()?.Syntax, relation.Bound.Syntax, relation.Offset, step,
            relation.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual);
        if (first is not null)
        {
            return Invariant(first, "start");
        }

        if (!_assignedBefore().Contains(symbol, SymbolEqualityComparer.Default))
        {
            throw RejectHeader(loop, $"'{symbol.Name}' has no value in front of it");
        }

        ScalarType type = ScalarTypeReader.Of(symbol.Type)!.Value;
        Local start = AddFixed(NewLocal(symbol.Name + "Before", type), ReinterpretedArguments.OfScalar(Argument(symbol), symbol.Type, type, isWritten: false));
        _starts.Add(start);
        return new Read(start);
    }

    /// <summary>The variable of the outermost loop where that is declared in front of it.</summary>
    private OutsideCounter? _outside;

    private bool IsLength(Expr expr) => expr is Length || (expr is IR.Read read && IsLengthOfElements(read.Local));

    /// <summary>
    /// The variable that the loop is counted by. Others declared beside it must keep their value (<c>int i = 0, n = x.Length</c>) or be stepped, too
    /// (<c>int i = 0, j = n - 1; i &lt; j; i++, j--</c>).
    /// </summary>
    /// <returns>The variable, what the header begins with, the others, and whether the variable is declared in front of the loop and has its value behind it: <c>for (i = 0; …)</c>, <c>for (; i &lt; n; i++)</c>.</returns>
    private (ILocalSymbol Symbol, IOperation? First, IReadOnlyList<SteppedBeside> Beside, bool IsOutside) LoopVariable(IForLoopOperation loop)
    {
        if (loop.Before.Length == 1 && StartedBy(loop) is var (variable, value))
        {
            // Where every use is in a loop that begins by assigning it, it is as good as declared there.
            bool isOutside = !IsOnlyOfLoops(variable, loop);
            if (!isOutside || !IsForChecking)
            {
                return (variable, value, [], isOutside);
            }
        }

        if (loop.Before.IsEmpty && !IsForChecking && loop.Condition is not null && Conjuncts(loop.Condition)[0] is IBinaryOperation { OperatorMethod: null } condition
            && loop.AtLoopBottom.Select(Counter).FirstOrDefault(counter => counter is { RefKind: RefKind.None } && Relation(condition, counter) is not null) is { } outside)
        {
            return (outside, null, [], true);
        }

        if (loop.Before.Length != 1 || loop.Before[0] is not IVariableDeclarationGroupOperation { Declarations: [{ } declaration] }
            || declaration.Declarators.Any(declarator => declarator.GetVariableInitializer() is null))
        {
            throw RejectHeader(loop, "it must declare and initialise its variable");
        }

        var stepped = declaration.Declarators.Where(declarator => _assigned.Contains(declarator.Symbol)).ToList();
        if (stepped.Count == 0)
        {
            throw RejectHeader(loop, "it must step a variable");
        }

        IVariableDeclaratorOperation counter = stepped.Count == 1 ? stepped[0] : Compared(loop, stepped);
        bool isChecked = loop.AtLoopBottom.Any(part => Effect(part) is IIncrementOrDecrementOperation { IsChecked: true } or ICompoundAssignmentOperation { IsChecked: true } or ISimpleAssignmentOperation { Value: IBinaryOperation { IsChecked: true } });
        var beside = new List<SteppedBeside>();
        foreach (IVariableDeclaratorOperation other in declaration.Declarators.Where(declarator => declarator != counter))
        {
            IVariableInitializerOperation initializer = other.GetVariableInitializer()!;
            if (stepped.FirstOrDefault(one => initializer.DescendantsAndSelf().Any(operation => IsVariable(operation, one.Symbol))) is { Symbol.Name: var name })
            {
                throw RejectHeader(loop, $"'{other.Symbol.Name}' is computed from '{name}'");
            }

            Expr start = Invariant(initializer.Value, "second variable");
            if (!stepped.Contains(other))
            {
                _symbols[other.Symbol] = start;
                continue;
            }

            if (!IsForChecking && other.Symbol.Type.SpecialType == SpecialType.System_Int32 && counter.Symbol.Type.SpecialType == SpecialType.System_Int32 && !IsAssignedIn(loop.Body, other.Symbol)
                && WrapInHeader(loop, other.Symbol, counter.Symbol) is { } wrap)
            {
                beside.Add(new(other.Symbol, start, 0, wrap, initializer.Value) { WrapsAround = true });
                continue;
            }

            IOperation[] steps = [.. loop.AtLoopBottom.Where(part => Step(part, other.Symbol) is not null)];
            beside.Add(steps.Length == 1 && !isChecked && !IsAssignedIn(loop.Body, other.Symbol)
                ? new(other.Symbol, start, Step(steps[0], other.Symbol)!.Value, steps[0], initializer.Value)
                : throw RejectHeader(loop, $"'{other.Symbol.Name}' must be stepped once, by a constant, in the header alone and not checked for overflow"));
        }

        return (counter.Symbol, counter.GetVariableInitializer()!.Value, beside, false);
    }

    /// <summary>Of several variables that a loop steps, the one that its condition compares; of two that it compares with each other, the one that goes up.</summary>
    private IVariableDeclaratorOperation Compared(IForLoopOperation loop, List<IVariableDeclaratorOperation> stepped)
    {
        var condition = loop.Condition is null ? null : Conjuncts(loop.Condition)[0] as IBinaryOperation;
        List<IVariableDeclaratorOperation> compared = condition is null ? []
            : [.. new[] { condition.LeftOperand, condition.RightOperand }.SelectMany(side => stepped.Where(declarator => OffsetOf(side, declarator.Symbol) is not null))];
        return compared.Find(declarator => loop.AtLoopBottom.Any(part => Step(part, declarator.Symbol) > 0)) ?? compared.FirstOrDefault()
            ?? throw RejectHeader(loop, "its condition must compare a variable that it steps with <, <=, > or >= to a bound");
    }

    /// <summary>A variable that a loop steps beside the one that counts.</summary>
    /// <param name="Symbol">The variable.</param>
    /// <param name="Start">Its value in front of the first iteration.</param>
    /// <param name="Step">What it moves on by.</param>
    /// <param name="Statement">What moves it on.</param>
    /// <param name="Initializer">Its first value, as written.</param>
    private sealed record SteppedBeside(ILocalSymbol Symbol, Expr Start, long Step, IOperation Statement, IOperation Initializer)
    {
        /// <summary>Whether it is not stepped, but has what the variable that counts had in the iteration before.</summary>
        public bool WrapsAround { get; init; }
    }

    /// <summary>
    /// The bound of a variable that goes up by 1 until it meets one that goes down by 1, <c>i &lt; j</c>: as i + j stays the same, twice i is compared with that sum, in long, where nothing overflows.
    /// </summary>
    private Expr Middle(IForLoopOperation loop, ILocalSymbol variable, Expr start, SteppedBeside other, LoopRelation relation)
    {
        Expr sum = new Binary(BinaryOp.Add, ConvertTo(ScalarType.Int64, start), ConvertTo(ScalarType.Int64, other.Start));
        Expr rounded = relation == LoopRelation.Less ? new Binary(BinaryOp.Add, sum, Constant.Int(1, ScalarType.Int64)) : sum;
        Expr middle = new Binary(BinaryOp.ShiftRight, rounded, Constant.Int(1));
        return IsFixedAndAffine(middle) ? middle : throw RejectHeader(loop, $"'{variable.Name}' and '{other.Symbol.Name}' begin at what the loops around it step");
    }

    /// <summary>Whether the bound is a variable that comes towards the one compared with it, each by 1.</summary>
    private static SteppedBeside? Meets(IReadOnlyList<SteppedBeside> beside, LoopRelation relation, IOperation bound, long offset, long step) =>
        offset == 0 && step == 1 && relation is LoopRelation.Less or LoopRelation.LessOrEqual ? beside.FirstOrDefault(other => other.Step == -1 && IsVariable(bound, other.Symbol)) : null;

    /// <summary>What the variable is compared with.</summary>
    /// <returns>How, the other side, and what is added to the variable first, which is away from where the loop begins: <c>i + 1 &lt; n</c>, <c>i - 1 &gt;= 0</c>.</returns>
    private static (LoopRelation Relation, IOperation Bound, long Offset)? Relation(IBinaryOperation condition, ILocalSymbol variable)
    {
        bool isLeft = OffsetOf(condition.LeftOperand, variable) is not null;
        if ((isLeft ? OffsetOf(condition.LeftOperand, variable) : OffsetOf(condition.RightOperand, variable)) is not { } offset)
        {
            return null;
        }

        LoopRelation? relation = condition.OperatorKind switch
        {
            BinaryOperatorKind.NotEquals => LoopRelation.Less,
            BinaryOperatorKind.LessThan => isLeft ? LoopRelation.Less : LoopRelation.Greater,
            BinaryOperatorKind.LessThanOrEqual => isLeft ? LoopRelation.LessOrEqual : LoopRelation.GreaterOrEqual,
            BinaryOperatorKind.GreaterThan => isLeft ? LoopRelation.Greater : LoopRelation.Less,
            BinaryOperatorKind.GreaterThanOrEqual => isLeft ? LoopRelation.GreaterOrEqual : LoopRelation.LessOrEqual,
            _ => null,
        };

        bool isAhead = offset == 0 || offset > 0 == relation is LoopRelation.Less or LoopRelation.LessOrEqual;
        return relation is { } known && isAhead ? (known, isLeft ? condition.RightOperand : condition.LeftOperand, offset) : null;
    }

    /// <summary>What is added to the variable: 1 of <c>i + 1</c>, 0 of the variable itself; <see langword="null"/> for anything else.</summary>
    private static long? OffsetOf(IOperation operation, ILocalSymbol variable) => operation switch
    {
        _ when IsVariable(operation, variable) => 0,
        IParenthesizedOperation parenthesized => OffsetOf(parenthesized.Operand, variable),
        IBinaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Add } sum when IsVariable(sum.LeftOperand, variable) => IntegerConstant(sum.RightOperand),
        IBinaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Add } sum when IsVariable(sum.RightOperand, variable) => IntegerConstant(sum.LeftOperand),
        IBinaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: BinaryOperatorKind.Subtract } difference when IsVariable(difference.LeftOperand, variable) => -IntegerConstant(difference.RightOperand),
        _ => null,
    };

    /// <summary>The bound of the variable itself: without what is added to it, in long, where nothing overflows.</summary>
    private Expr BoundOf(IOperation bound, long offset)
    {
        Expr value = Invariant(bound, "bound");
        return offset == 0 ? value
            : value is Constant constant ? Constant.Int(constant.Bits - offset, ScalarType.Int64)
            : new Binary(BinaryOp.Subtract, ConvertTo(ScalarType.Int64, value), Constant.Int(offset, ScalarType.Int64));
    }

    /// <summary>
    /// Whether a variable of another type than int and long is an int in all iterations, and behind the last: it begins at a constant that is not negative and goes up. A <c>uint</c> may end at anything, since what is no int is asked in
    /// front of the nest; narrower ones end at a constant behind which they do not wrap.
    /// </summary>
    private static bool IsIntThroughout(ILocalSymbol symbol, IOperation first, LoopRelation relation, IOperation bound, long offset, long step)
    {
        if (IntegerConstant(first) is not (>= 0 and <= int.MaxValue) || step is <= 0 or > short.MaxValue || relation is not (LoopRelation.Less or LoopRelation.LessOrEqual) || offset != 0)
        {
            return false;
        }

        return ScalarTypeReader.Of(symbol.Type) switch
        {
            // Compared as long, or as uint by single steps to less than the bound: nothing wraps on the way.
            ScalarType.UInt32 => bound.Type?.SpecialType == SpecialType.System_Int64 ? bound is IConversionOperation { IsImplicit: true, Operand.Type.SpecialType: SpecialType.System_Int32 } : step == 1 && relation == LoopRelation.Less,
            ScalarType.SByte or ScalarType.Byte or ScalarType.Int16 or ScalarType.UInt16 => IntegerConstant(bound) is { } end && end + step - (relation == LoopRelation.Less ? 1 : 0) <= ValueRange.Of(ScalarTypeReader.Of(symbol.Type)!.Value).High,
            _ => false,
        };
    }

    /// <summary>The variable itself, or widened for the comparison: to long, or from a narrower type to int.</summary>
    private static bool IsVariable(IOperation operation, ILocalSymbol variable) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IConversionOperation { OperatorMethod: null, IsImplicit: true, Type.SpecialType: SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_IntPtr } conversion => IsVariable(conversion.Operand, variable),
        _ => false,
    };

    private static long? Step(IOperation operation, ILocalSymbol variable) =>
        Effect(operation) is IIncrementOrDecrementOperation { OperatorMethod: null } increment && IsVariable(increment.Target, variable)
            ? increment.Kind == OperationKind.Increment ? 1 : -1
            : Effect(operation) is ISimpleAssignmentOperation { Target: var target, Value: var value } && !IsVariable(target, variable) && PostStep(value, variable) is { } one ? one
            : Amount(operation, variable) is var (amount, isAdded) && IntegerConstant(amount) is { } constant ? (isAdded ? constant : -constant) : null;

    private static IOperation Effect(IOperation operation) => operation is IExpressionStatementOperation statement ? statement.Operation : operation;

    /// <summary>What <c>i += amount</c>, <c>i -= amount</c> or <c>i = i + amount</c> adds to the variable, or takes from it.</summary>
    private static (IOperation Amount, bool IsAdded)? Amount(IOperation operation, ILocalSymbol variable) => Effect(operation) switch
    {
        ICompoundAssignmentOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } compound
            when IsVariable(compound.Target, variable) => (compound.Value, compound.OperatorKind == BinaryOperatorKind.Add),
        ISimpleAssignmentOperation { Value: IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum } assignment
            when IsVariable(assignment.Target, variable) && IsVariable(sum.LeftOperand, variable) => (sum.RightOperand, sum.OperatorKind == BinaryOperatorKind.Add),
        _ => null,
    };

    /// <summary>
    /// The step of a loop that steps by a variable of the surrounding code: its value where that is a constant, else 1 or -1, whichever leads to the bound;
    /// the nest is then compiled for that value of the variable.
    /// </summary>
    private long? StepByVariable(IOperation operation, ILocalSymbol variable, LoopRelation relation)
    {
        if (Amount(operation, variable) is not var (amount, isAdded) || InductionScan.Variable(amount) is not { } symbol)
        {
            return null;
        }

        bool isFixed = symbol is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None } && !_assigned.Contains(symbol) && !IsOfInlined(symbol);
        if (!isFixed || IsForChecking || TypeOf(amount) != ScalarTypeReader.Of(variable.Type))
        {
            return null;
        }

        if (ReadVariable(amount) is Constant known)
        {
            return isAdded ? known.Bits : -known.Bits;
        }

        long towards = relation is LoopRelation.Less or LoopRelation.LessOrEqual ? 1 : -1;
        long assumed = isAdded ? towards : -towards;
        Local local = LocalOf(amount, isWritten: false);
        if (!_scalars.Any(scalar => scalar.Input.Local == local && !scalar.Input.IsWritten))
        {
            return null;
        }

        _assumptions.Add(new(local, assumed));
        _symbols[symbol] = Constant.Int(assumed, local.Type);
        return towards;
    }
}
