using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Frontend;

/// <content>Expressions.</content>
internal sealed partial class NestReader
{
    private Expr ReadCondition(IOperation operation)
    {
        Expr condition = ReadExpression(operation);
        return condition.Type == ScalarType.Bool
            ? condition
            : throw Reject(operation, RejectionReason.UnsupportedExpression, "A condition that is not a bool is not compiled, so the nest stays plain.");
    }

    private Expr ReadExpression(IOperation operation)
    {
        CountOperation(operation);
        NoteNative(operation.Type);
        _depth++;
        Expr expression = ReadOperation(operation);
        _depth--;
        return expression;
    }

    /// <summary>An operand that the source may not evaluate.</summary>
    private Expr ReadConditional(IOperation operation)
    {
        _conditions++;
        Expr expression = ReadExpression(operation);
        _conditions--;
        return expression;
    }

    private Expr ReadOperation(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return ScalarTypeReader.ConstantOf(constant, TypeOf(operation));
        }

        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return ReadVariable(operation);

            case IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field }:
                return new Read(_symbols.TryGetValue(field, out object? known) ? (Local)known : AddScalar(operation, field, isWritten: false));

            case IPropertyReferenceOperation when LengthOfTensor(operation) is { } length:
                return length;

            case IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Length" or "Count" }, Instance: { } instance } when ViewOf(instance) is { Buffer.Rank: 1 } view:
                return view.Length;

            case IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "LongLength" }, Instance: { } instance } when BufferOf(instance) is { Rank: 1 } buffer:
                return new IR.Convert(ScalarType.Int64, LengthOf(buffer));

            case IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Length" }, Instance: { } other }
                when ScalarTypeReader.BufferOf(other.Type) is var (_, elementType) && ScalarTypeReader.Of(elementType) is null:
                throw Reject(other, RejectionReason.UnsupportedType,
                    $"'{other.Syntax}' holds elements of type '{elementType.ToDisplayString()}', which are not compiled, so the nest stays plain; use the numeric types, bool, and structs of them in one part without a layout of their own.");

            case IPropertyReferenceOperation { Property.IsIndexer: true } or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
                or IFieldReferenceOperation { Instance: not null } or IPropertyReferenceOperation { Property.IsStatic: false }
                when PlaceOf(operation, isRead: true) is { } place:
                return TypeOf(operation) is var number && LeavesOf(place, operation)[0] is var leaf && leaf.Type == number ? leaf : throw new InvalidOperationException($"{operation.Syntax} is no {number}.");

            case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } when HostScalar(operation) is { } value:
                return value;

            case IPropertyReferenceOperation { Property: { IsStatic: false, GetMethod: { } getter } } property when IsOfOwnAccessor(property):
                return CallMember(property, getter, property.Instance, ReadIndices(property))[0];

            case IConversionOperation conversion:
                return ReadConversion(conversion);

            case IUnaryOperation unary:
                return ReadUnary(unary);

            case IBinaryOperation binary:
                return ReadBinary(binary);

            case IConditionalOperation { WhenFalse: { } whenFalse, IsRef: false } conditional:
                Expr condition = ReadCondition(conditional.Condition);
                Expr whenTrue = Where(condition, holds: true, mayChange: false, () => ReadConditional(conditional.WhenTrue));
                return new Select(condition, whenTrue, Where(condition, holds: false, mayChange: false, () => ReadConditional(whenFalse)));

            case IInvocationOperation invocation:
                return ReadCall(invocation);

            case IIsPatternOperation isPattern:
                return ReadPattern(isPattern.Pattern, ReadExpression(isPattern.Value));

            case ISwitchExpressionOperation switchExpression:
                return ReadSwitch(switchExpression);

            case IParenthesizedOperation parenthesized:
                return ReadExpression(parenthesized.Operand);

            case IAssignmentOperation or IIncrementOrDecrementOperation:
                return ReadAssignment(operation);

            case IFieldReferenceOperation { Field.IsStatic: true } mutable:
                throw Reject(operation, RejectionReason.UnsupportedExpression,
                    $"'{mutable.Field.Name}' is a static field that is volatile, or hidden from the code around the nest, so the nest stays plain; copy it to a local in front of the nest.");

            default:
                throw Reject(operation, RejectionReason.UnsupportedExpression,
                    $"{Describe(operation)} inside a kernel's nest is not compiled, so the nest stays plain; compute it in front of the nest or from numbers.");
        }
    }

    /// <summary>Whether a property's accessor can be inlined: that of a value of several numbers, or of an object of the surrounding code.</summary>
    private bool IsOfOwnAccessor(IPropertyReferenceOperation property) => AggregateShape.Of(property.Instance!.Type) is not null
        || (property.Property.DeclaringSyntaxReferences.Length > 0 && HostExpressionOf(property.Instance) is not null);

    private Expr ReadVariable(IOperation operation)
    {
        ISymbol symbol = operation is ILocalReferenceOperation local ? local.Local : ((IParameterReferenceOperation)operation).Parameter;
        if (!_symbols.ContainsKey(symbol) && symbol is ILocalSymbol outer && _constants?.Of(outer) is { } constant)
        {
            _symbols[symbol] = constant;
        }

        if (_symbols.TryGetValue(symbol, out object? known) && known is Expr expression)
        {
            return expression;
        }

        if (PlaceOf(operation, isRead: true) is { } place)
        {
            return LeavesOf(place, operation)[0];
        }

        Local variable = LocalOf(operation, isWritten: false);
        return _values.TryGetValue(variable, out Expr? value) ? value : new Read(variable) { Site = Site(operation) };
    }

    private Expr ReadConversion(IConversionOperation conversion)
    {
        ScalarType target = TypeOf(conversion);
        if (conversion.OperatorMethod is { } method && AggregateShape.Of(conversion.Operand.Type) is not null)
        {
            return CallOperator(conversion, method, conversion.Operand)[0];
        }

        // A loop variable of another type, which is an int in all iterations
        if (target is ScalarType.Int32 or ScalarType.Int64 && InductionScan.Variable(conversion.Operand) is { } symbol && _symbols.TryGetValue(symbol, out object? known)
            && known is IR.Convert { Operand: Read { Local: { Type: ScalarType.Int32 } counter } read } && _loopVariables.Contains(counter))
        {
            return ConvertTo(target, read);
        }

        ScalarType source = TypeOf(conversion.Operand);
        if (conversion.OperatorMethod is not null || target == ScalarType.Bool != (source == ScalarType.Bool))
        {
            throw Reject(conversion, RejectionReason.UnsupportedExpression,
                $"The conversion from '{conversion.Operand.Type}' to '{conversion.Type}' is not compiled, so the nest stays plain.");
        }

        bool mayOverflow = target.IsInteger() && !conversion.IsImplicit && !IsWidening(source, target);
        Expr operand = ReadExpression(conversion.Operand);
        return conversion.IsChecked && mayOverflow ? CheckedConversion(conversion, target, operand) : ConvertTo(target, operand);
    }

    private static bool IsWidening(ScalarType source, ScalarType target) =>
        source == target
        || (source.IsInteger() && target.IsInteger() && target.Size() > source.Size() && (target.IsSigned() || !source.IsSigned()));

    private Expr ReadUnary(IUnaryOperation unary)
    {
        if (unary is { OperatorMethod: { } method, IsLifted: false } && AggregateShape.Of(unary.Operand.Type) is not null)
        {
            return CallOperator(unary, method, unary.Operand)[0];
        }

        if (unary.OperatorMethod is not null || unary.IsLifted)
        {
            throw Reject(unary, RejectionReason.UnsupportedExpression, $"{Describe(unary)} is not compiled, so the nest stays plain.");
        }

        Expr operand = ReadExpression(unary.Operand);
        if (unary is { IsChecked: true, OperatorKind: UnaryOperatorKind.Minus } && operand.Type.IsInteger())
        {
            return CheckedNegation(unary, operand);
        }

        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => new Unary(UnaryOp.Negate, operand),
            UnaryOperatorKind.BitwiseNegation or UnaryOperatorKind.Not => new Unary(UnaryOp.Not, operand),
            _ => throw Reject(unary, RejectionReason.UnsupportedExpression, $"{Describe(unary)} is not compiled, so the nest stays plain."),
        };
    }

    private Expr ReadBinary(IBinaryOperation binary)
    {
        if (binary is { OperatorMethod: { } method, IsLifted: false, OperatorKind: not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr) })
        {
            return CallOperator(binary, method, binary.LeftOperand, binary.RightOperand)[0];
        }

        if (binary.OperatorMethod is not null || binary.IsLifted)
        {
            throw Reject(binary, RejectionReason.UnsupportedExpression,
                $"{Describe(binary)} on '{binary.LeftOperand.Type}' is not compiled, so the nest stays plain; use the numeric types.");
        }

        Expr left = ReadExpression(binary.LeftOperand);
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr && Assigns(binary.RightOperand))
        {
            return ReadShortCircuit(binary, left);
        }

        bool isConditional = binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr;
        Expr right = isConditional
            ? Where(left, binary.OperatorKind == BinaryOperatorKind.ConditionalAnd, mayChange: false, () => ReadConditional(binary.RightOperand))
            : ReadExpression(binary.RightOperand);
        if (isConditional && IsForChecking)
        {
            // What does not run reads nothing, and throws nothing.
            return binary.OperatorKind == BinaryOperatorKind.ConditionalAnd ? new Select(left, right, Constant.Int(0, ScalarType.Bool)) : new Select(left, Constant.Int(1, ScalarType.Bool), right);
        }

        return MakeBinary(binary, binary.OperatorKind, left, right, binary.IsChecked);
    }

    private Expr MakeBinary(IOperation operation, BinaryOperatorKind kind, Expr left, Expr right, bool isChecked = false)
    {
        if (CompareOf(kind) is { } compare)
        {
            // C# compares smaller integers as ints; of one type they are in the same order.
            return left is IR.Convert { Type: ScalarType.Int32, Operand: var one } && right is IR.Convert { Operand: var other } && one.Type == other.Type && IsWidening(one.Type, ScalarType.Int32)
                ? new Compare(compare, one, other)
                : new Compare(compare, left, right);
        }

        BinaryOp op = kind switch
        {
            BinaryOperatorKind.Add => BinaryOp.Add,
            BinaryOperatorKind.Subtract => BinaryOp.Subtract,
            BinaryOperatorKind.Multiply => BinaryOp.Multiply,
            BinaryOperatorKind.Divide => BinaryOp.Divide,
            BinaryOperatorKind.Remainder => BinaryOp.Remainder,
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => BinaryOp.And,
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => BinaryOp.Or,
            BinaryOperatorKind.ExclusiveOr => BinaryOp.Xor,
            BinaryOperatorKind.LeftShift => BinaryOp.ShiftLeft,
            BinaryOperatorKind.RightShift => BinaryOp.ShiftRight,
            BinaryOperatorKind.UnsignedRightShift => BinaryOp.ShiftRightLogical,
            _ => throw Reject(operation, RejectionReason.UnsupportedExpression, $"{Describe(operation)} is not compiled, so the nest stays plain."),
        };

        bool isShift = op is BinaryOp.ShiftLeft or BinaryOp.ShiftRight or BinaryOp.ShiftRightLogical;
        if (!isShift && left.Type != right.Type)
        {
            // An enum and a number.
            throw Reject(operation, RejectionReason.UnsupportedExpression, $"{Describe(operation)} mixes types, so the nest stays plain; convert both to one numeric type.");
        }

        if (op is BinaryOp.Divide or BinaryOp.Remainder && left.Type.IsInteger() && right is not Constant { Bits: not (0 or -1) })
        {
            return Divided(op, left, right) ?? throw Reject(operation, RejectionReason.IntegerDivision,
                "An integer division by a value that could be 0 or -1 may throw, which is compiled for 32 bits and in a for or foreach loop with no loops inside or around it, so the nest stays plain; "
                + "divide by a constant, by an int that is fixed in front of the nest, or by a float or double.");
        }

        if (isChecked && left.Type.IsInteger() && op is BinaryOp.Add or BinaryOp.Subtract or BinaryOp.Multiply)
        {
            return CheckedBinary(operation, op, left, right);
        }

        return new Binary(op, left, right);
    }

    private static CompareOp? CompareOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => CompareOp.Equal,
        BinaryOperatorKind.NotEquals => CompareOp.NotEqual,
        BinaryOperatorKind.LessThan => CompareOp.Less,
        BinaryOperatorKind.LessThanOrEqual => CompareOp.LessOrEqual,
        BinaryOperatorKind.GreaterThan => CompareOp.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => CompareOp.GreaterOrEqual,
        _ => null,
    };

    /// <summary>Constant, relational and logical patterns over a pure value: comparisons in other clothes.</summary>
    private Expr ReadPattern(IPatternOperation pattern, Expr value) => pattern switch
    {
        // A pattern finds NaN, which == never does.
        IConstantPatternOperation { Value.ConstantValue.Value: double.NaN or float.NaN } => new Compare(CompareOp.NotEqual, value, value),
        IConstantPatternOperation constant => new Compare(CompareOp.Equal, value, ConvertTo(value.Type, ReadExpression(constant.Value))),
        IRelationalPatternOperation relational when CompareOf(relational.OperatorKind) is { } op =>
            new Compare(op, value, ConvertTo(value.Type, ReadExpression(relational.Value))),
        INegatedPatternOperation negated => new Unary(UnaryOp.Not, ReadPattern(negated.Pattern, value)),
        IBinaryPatternOperation binary => new Binary(
            binary.OperatorKind == BinaryOperatorKind.And ? BinaryOp.And : BinaryOp.Or,
            ReadPattern(binary.LeftPattern, value),
            ReadPattern(binary.RightPattern, value)),
        IDiscardPatternOperation => new Constant(ScalarType.Bool, 1),
        _ => throw Reject(pattern, RejectionReason.UnsupportedExpression,
            "This pattern is not compiled, so the nest stays plain; use constants, comparisons, and, or and not."),
    };

    private Expr ReadSwitch(ISwitchExpressionOperation operation)
    {
        Expr value = ReadExpression(operation.Value);
        if (operation.Arms.Length == 0 || operation.Arms[operation.Arms.Length - 1] is not { Pattern: IDiscardPatternOperation, Guard: null } last)
        {
            throw Reject(operation, RejectionReason.UnsupportedExpression,
                "A switch expression without a final '_' arm may throw, which is not compiled yet, so the nest stays plain; end it with '_ =>'.");
        }

        Expr result = ReadConditional(last.Value);
        foreach (ISwitchExpressionArmOperation arm in operation.Arms.Reverse().Skip(1))
        {
            Expr condition = ReadPattern(arm.Pattern, value);
            if (arm.Guard is { } guard)
            {
                condition = new Binary(BinaryOp.And, condition, ReadConditional(guard));
            }

            result = new Select(condition, ReadConditional(arm.Value), result);
        }

        return result;
    }

    private RejectedException RejectChecked(IOperation operation) => Reject(operation, RejectionReason.CheckedArithmetic,
        "Checked integer arithmetic may throw, which is compiled in a for or foreach loop with no loops inside or around it, and not for products of 64 bits, so the nest stays plain; "
        + "write unchecked(...) where wrapping is right.");

    private static string Describe(IOperation operation)
    {
        string text = operation.Syntax.ToString();
        int newline = text.IndexOfAny(['\r', '\n']);
        text = newline >= 0 ? text.Substring(0, newline) + " ..." : text;
        return $"'{(text.Length > 60 ? text.Substring(0, 57) + "..." : text)}'";
    }
}
