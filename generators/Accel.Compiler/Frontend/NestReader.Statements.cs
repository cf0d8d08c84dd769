using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>Statements.</content>
internal sealed partial class NestReader
{
    /// <summary>
    /// Reads statements from <paramref name="first"/> on. An exit in a branch of an <c>if</c> makes the rest of the list that <c>if</c>'s other
    /// branch: <c>if (c) continue; rest</c> becomes <c>if (c) { } else { rest }</c>. Behind a statement that some other way is left the rest asks whether it was.
    /// </summary>
    private void ReadStatements(IReadOnlyList<IOperation> operations, int first, List<Stmt> output, ExitScope scope)
    {
        for (int i = first; i < operations.Count; i++)
        {
            IOperation operation = operations[i];
            CountStatement(operation);
            _current = output;
            switch (operation)
            {
                case IBlockOperation block:
                    ReadStatements([.. block.Operations, .. operations.Skip(i + 1)], 0, output, scope);
                    return;

                case IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool known } } branch:
                    IOperation? taken = known ? branch.WhenTrue : branch.WhenFalse;
                    ReadStatements([.. taken is null ? Array.Empty<IOperation>() : [taken], .. operations.Skip(i + 1)], 0, output, scope);
                    return;

                case IConditionalOperation branch when CanLeave(scope) && Leaves(branch.WhenTrue):
                    // What happens then is done as written, whatever it is.
                    output.Add(new ExitIf(ReadCondition(branch.Condition)));
                    ReadStatements([.. branch.WhenFalse is null ? Array.Empty<IOperation>() : [branch.WhenFalse], .. operations.Skip(i + 1)], 0, output, scope);
                    return;

                case IConditionalOperation { WhenFalse: { } otherwise } branch when CanLeave(scope) && Leaves(otherwise):
                    output.Add(new ExitIf(new Unary(UnaryOp.Not, ReadCondition(branch.Condition))));
                    ReadStatements([branch.WhenTrue, .. operations.Skip(i + 1)], 0, output, scope);
                    return;

                case IConditionalOperation branch when Exits(branch) && (i == operations.Count - 1 || AlwaysExits(branch.WhenTrue) || (branch.WhenFalse is { } other && AlwaysExits(other))):
                    ReadBranchThatExits(branch, operations.Skip(i + 1).ToList(), output, scope);
                    return;

                case IConditionalOperation or ISwitchOperation or ILoopOperation when i < operations.Count - 1 && Exits(operation):
                    Local left = NewLocal("left", ScalarType.Bool);
                    int place = output.Count;
                    output.Add(new Declare(left, Constant.Int(0, ScalarType.Bool)));
                    ReadStatements([operation], 0, output, new StatementScope(scope, left));
                    if (!StmtFacts.Descendants(new Block(output.Skip(place).ToEquatableArray())).Any(statement => statement is Assign assign && assign.Local == left))
                    {
                        // It only leaves the loop, which goes on as written then.
                        output.RemoveAt(place);
                        break;
                    }

                    var rest = new List<Stmt>();
                    ReadAlternatives(() => ReadStatements(operations, i + 1, rest, scope), () => { });
                    output.Add(new If(new Unary(UnaryOp.Not, new Read(left)), new(rest.ToEquatableArray()), Block.Empty));
                    return;

                case IConditionalOperation branch:
                    Expr condition = ReadCondition(branch.Condition);
                    Block whenTrue = Block.Empty;
                    Block whenFalse = Block.Empty;
                    ReadAlternatives(
                        () => whenTrue = Where(condition, holds: true, mayChange: true, () => ReadBlock(branch.WhenTrue, scope)),
                        () => whenFalse = Where(condition, holds: false, mayChange: true, () => ReadBlock(branch.WhenFalse, scope)),
                        condition);
                    output.Add(new If(condition, whenTrue, whenFalse));
                    break;

                case IBranchOperation or IReturnOperation { Kind: OperationKind.Return }:
                    ReadExit(operation, output, scope);
                    return;

                default:
                    ReadStatement(operation, output, scope);
                    break;
            }
        }
    }

    private void ReadBranchThatExits(IConditionalOperation branch, List<IOperation> rest, List<Stmt> output, ExitScope scope)
    {
        Expr condition = ReadCondition(branch.Condition);
        List<Stmt> whenTrue = [];
        List<Stmt> whenFalse = [];

        // The branch that always exits does not see the rest; at most one copy of the rest is read.
        bool trueAlways = AlwaysExits(branch.WhenTrue);
        bool falseAlways = branch.WhenFalse is not null && AlwaysExits(branch.WhenFalse);
        IOperation[] other = branch.WhenFalse is null ? [] : [branch.WhenFalse];
        ReadAlternatives(
            () => whenTrue = Where(condition, holds: true, mayChange: true, () => Statements(trueAlways ? [branch.WhenTrue] : [branch.WhenTrue, .. rest])),
            () => whenFalse = Where(condition, holds: false, mayChange: true, () => Statements(falseAlways ? other : [.. other, .. rest])),
            condition);
        output.Add(new If(condition, new(whenTrue.ToEquatableArray()), new(whenFalse.ToEquatableArray())));

        List<Stmt> Statements(IReadOnlyList<IOperation> operations)
        {
            var statements = new List<Stmt>();
            ReadStatements(operations, 0, statements, scope);
            return statements;
        }
    }

    private Block ReadBlock(IOperation? operation, ExitScope scope)
    {
        var statements = new List<Stmt>();
        if (operation is not null)
        {
            ReadStatements([operation], 0, statements, scope);
        }

        return new(statements.ToEquatableArray());
    }

    private void ReadStatement(IOperation operation, List<Stmt> output, ExitScope scope)
    {
        switch (operation)
        {
            case IEmptyOperation:
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
                {
                    ReadDeclarator(declarator, output);
                }

                break;
            case ILoopOperation loop:
                output.Add(ReadLoop(loop, scope));
                break;
            case ISwitchOperation choice:
                ReadSwitchStatement(choice, output, scope);
                break;
            case IExpressionStatementOperation statement:
                ReadEffect(statement.Operation, output);
                break;
            case ILocalFunctionOperation:
                break;
            default:
                throw Reject(operation, RejectionReason.UnsupportedStatement,
                    $"{Describe(operation)} inside a kernel's nest is not compiled, so the nest stays plain; move it out of the loop.");
        }
    }

    private void ReadDeclarator(IVariableDeclaratorOperation declarator, List<Stmt> output)
    {
        ILocalSymbol symbol = declarator.Symbol;
        IOperation? initializer = declarator.GetVariableInitializer()?.Value;
        if (symbol.IsConst)
        {
            return;
        }

        if (symbol.Type.TypeKind == TypeKind.Delegate && initializer is not null && !_assigned.Contains(symbol) && FunctionOf(initializer) is { } function)
        {
            _symbols[symbol] = function;
            return;
        }

        if (ScalarTypeReader.BufferOf(symbol.Type) is not null && initializer is not null && !_assigned.Contains(symbol) && ViewOf(initializer) is { } view)
        {
            _symbols[symbol] = view.Offset is null ? view.Buffer : view;
            return;
        }

        if (symbol.RefKind == RefKind.None && initializer is not null && !_assigned.Contains(symbol) && ScalarTypeReader.Of(symbol.Type) is null && AggregateShape.Of(symbol.Type) is null
            && HostExpressionOf(initializer) is { } expression)
        {
            _symbols[symbol] = expression;
            return;
        }

        if (symbol.RefKind != RefKind.None && initializer is not null && PlaceByReference(initializer) is { } reference)
        {
            _symbols[symbol] = reference;
            if (reference is ElementReference element)
            {
                KeepRangeOf(declarator, element, output);
            }

            return;
        }

        if (symbol.RefKind == RefKind.None && AggregateShape.Of(symbol.Type) is { } shape)
        {
            DeclareAggregate(symbol, initializer is null ? null : ReadAggregate(initializer), shape, output);
            return;
        }

        if (symbol.RefKind != RefKind.None || ScalarTypeReader.Of(symbol.Type) is not { } type)
        {
            throw Reject(declarator, RejectionReason.UnsupportedType,
                $"A local of type '{symbol.Type.ToDisplayString()}' inside a kernel's nest is not compiled, so the nest stays plain; "
                + "use numbers, bool and structs of them inside, and declare spans and arrays in front of the nest.");
        }

        Local local = NewLocal(symbol.Name, type);
        Expr? value = initializer is null ? null : ReadExpression(initializer);
        if (value is Constant && !_assigned.Contains(symbol))
        {
            _symbols[symbol] = value;
            return;
        }

        DeclareLocal(symbol, local, value, output);
    }

    private void DeclareLocal(ILocalSymbol symbol, Local local, Expr? value, List<Stmt> output)
    {
        _symbols[symbol] = local;
        output.Add(new Declare(local, value));
        if (value is not null && !_assigned.Contains(symbol))
        {
            Define(local, value);
        }
        else
        {
            Track(local, value);
        }
    }

    /// <summary>An expression that is there for its effect.</summary>
    private void ReadEffect(IOperation operation, List<Stmt> output)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment when AggregateShape.Of(assignment.Target.Type) is not null:
                WriteAggregate(assignment.Target, ReadAggregate(assignment.Value), output);
                break;
            case ICompoundAssignmentOperation { OperatorMethod: { IsStatic: true } method, InConversion.IsIdentity: true, OutConversion.IsIdentity: true } compound when AggregateShape.Of(compound.Target.Type) is not null:
                WriteAggregate(compound.Target, CallOperator(compound, method, compound.Target, compound.Value), output);
                break;
            case IIncrementOrDecrementOperation { OperatorMethod: { IsStatic: true } method, IsLifted: false } step when AggregateShape.Of(step.Target.Type) is not null:
                WriteAggregate(step.Target, CallOperator(step, method, step.Target), output);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                Expr assigned = ReadExpression(assignment.Value);
                (List<IOperation>? postponed, _postponed) = (_postponed, []);
                Write(assignment.Target, assigned, output);
                List<IOperation> behind = _postponed;
                _postponed = postponed;
                behind.ForEach(effect => ReadEffect(effect, output));
                break;
            case ICompoundAssignmentOperation compound:
                Write(compound.Target, ReadCompound(compound), output);
                break;
            case IIncrementOrDecrementOperation increment:
                Write(increment.Target, ReadIncrement(increment), output);
                break;
            case IInvocationOperation invocation:
                ReadCallStatement(invocation, output);
                break;
            case IConditionalAccessOperation access when TryReadProgress(access):
                break;
            case IDiscardOperation:
                break;
            case IDeconstructionAssignmentOperation deconstruction when TargetsOf(deconstruction.Target) is { } targets && CanBeTakenApart(deconstruction, targets.Elements.Length) && CanDeconstruct(targets):
                ReadDeconstruction(targets, deconstruction, output);
                break;
            default:
                throw Reject(operation, RejectionReason.UnsupportedStatement,
                    $"{Describe(operation)} inside a kernel's nest is not compiled, so the nest stays plain; move it out of the loop.");
        }
    }

    private void Write(IOperation target, Expr value, List<Stmt> output)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { IsDeclaration: true } inner }:
                Write(inner, value, output);
                break;
            case ILocalReferenceOperation { IsDeclaration: true, Local: { } declared }:
                DeclareLocal(declared, NewLocal(declared.Name, value.Type), value, output);
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation when PlaceOf(target, isRead: false) is null:
                Local variable = LocalOf(target, isWritten: true);
                output.Add(new Assign(variable, value) { Site = Site(target) });
                _assignments.Add(new(variable, target.Syntax));
                Track(variable, value);
                break;
            case IDiscardOperation:
                // What is read and dropped may still be out of range.
                if (ExprFacts.ReadsMemory(value))
                {
                    output.Add(new Declare(NewLocal("dropped", value.Type), value));
                }

                break;
            case IPropertyReferenceOperation { Property: { IsStatic: false, SetMethod: { } setter } } property when IsOfOwnAccessor(property) && PlaceOf(target, isRead: false) is null:
                CallSetter(property, setter, [value], output);
                break;
            default:
                WritePlace(target, PlaceOf(target, isRead: false) ?? throw Reject(target, RejectionReason.UnsupportedExpression,
                    $"{Describe(target)} inside a kernel's nest is not compiled, so the nest stays plain; use spans, arrays and local numbers."), [value], output);
                break;
        }
    }

    private Expr ReadCompound(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is not null || compound.IsLifted)
        {
            throw Reject(compound, RejectionReason.UnsupportedExpression, $"{Describe(compound)} is not compiled, so the nest stays plain.");
        }

        CheckTwice(compound.Target);
        ScalarType target = TypeOf(compound.Target);
        Expr right = ReadExpression(compound.Value);

        // The target is widened to the type that the operator works in (int for a byte), and the result is cast back.
        bool isShift = compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        ScalarType operation = isShift ? Promoted(target) : right.Type;
        Expr left = ConvertTo(operation, ReadExpression(compound.Target));
        Expr result = MakeBinary(compound, compound.OperatorKind, left, right, compound.IsChecked);
        return compound.IsChecked && operation != target && target.IsInteger() ? CheckedConversion(compound, target, result) : ConvertTo(target, result);
    }

    private Expr ReadIncrement(IIncrementOrDecrementOperation increment)
    {
        ScalarType target = TypeOf(increment.Target);
        if (increment.OperatorMethod is not null || increment.IsLifted || target == ScalarType.Bool)
        {
            throw Reject(increment, RejectionReason.UnsupportedExpression, $"{Describe(increment)} is not compiled, so the nest stays plain.");
        }

        CheckTwice(increment.Target);
        ScalarType operation = Promoted(target);
        Expr one = operation switch
        {
            ScalarType.Single => ScalarTypeReader.ConstantOf(1f, operation),
            ScalarType.Double => ScalarTypeReader.ConstantOf(1d, operation),
            _ => Constant.Int(1, operation),
        };
        BinaryOp op = increment.Kind == OperationKind.Increment ? BinaryOp.Add : BinaryOp.Subtract;
        Expr before = ConvertTo(operation, ReadExpression(increment.Target));
        return increment.IsChecked && target.IsInteger()
            ? CheckedConversion(increment, target, CheckedBinary(increment, op, before, one))
            : ConvertTo(target, new Binary(op, before, one));
    }

    /// <summary>The type that C# computes in: int for the smaller integers.</summary>
    private static ScalarType Promoted(ScalarType type) => type.Size() < 4 && type != ScalarType.Bool ? ScalarType.Int32 : type;

    public static Expr ConvertTo(ScalarType type, Expr expr) => expr.Type == type ? expr : new IR.Convert(type, expr);

    private ScalarType TypeOf(IOperation operation) =>
        ScalarTypeReader.Of(operation.Type) ?? throw Reject(operation, RejectionReason.UnsupportedType,
            $"A value of type '{operation.Type?.ToDisplayString()}' inside a kernel's nest is not compiled, so the nest stays plain; use the numeric types and bool.");
}
