using Accel.Compiler.Codegen.Scalar;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>Operators and functions on varying operands.</summary>
internal sealed class VectorArithmetic(VectorScope scope, VectorExpressions expressions)
{
    private string Class => scope.Layout.Class;

    public VectorValue Emit(Unary unary)
    {
        VectorValue operand = expressions.Emit(unary.Operand);
        return operand.Map(text => unary.Op == UnaryOp.Negate ? $"(-{text})" : $"(~{text})");
    }

    public VectorValue Emit(Binary binary)
    {
        switch (binary.Op)
        {
            case BinaryOp.ShiftLeft or BinaryOp.ShiftRight or BinaryOp.ShiftRightLogical:
                return EmitShift(binary);

            case BinaryOp.Divide or BinaryOp.Remainder when binary.Type.IsInteger():
                return IntegerDivision.Emit(scope, binary.Op, expressions.Emit(binary.Left), (Constant)binary.Right);

            case BinaryOp.Remainder:
                return Zip(binary, (left, right) => LaneByLane("RemainderFunction", binary.Type, left, right));

            case BinaryOp.And when binary.Type == ScalarType.Bool:
                (VectorValue first, VectorValue second) = EmitBoth(binary.Left, binary.Right);
                return first.Zip(second, (left, right) => scope.Layout.And(first.Lane, left, right));

            case BinaryOp.Multiply when binary.Type.IsInteger() && binary.Type.Size() == 8 && FitsHalf(binary.Left, isSigned: false) && FitsHalf(binary.Right, isSigned: false):
                return Zip(binary, (left, right) => OfLower("ulong", binary.Type, left, right));

            case BinaryOp.Multiply when binary.Type.IsInteger() && binary.Type.Size() == 8 && FitsHalf(binary.Left, isSigned: true) && FitsHalf(binary.Right, isSigned: true):
                return Zip(binary, (left, right) => OfLower("long", binary.Type, left, right));

            default:
                string symbol = ScalarExpressions.Symbol(binary.Op);
                return Zip(binary, (left, right) => $"({left} {symbol} {right})");
        }
    }

    /// <summary>Whether 32 bits hold what is widened to 64, so that one instruction multiplies two such.</summary>
    private static bool FitsHalf(Expr value, bool isSigned) => value switch
    {
        Constant constant => isSigned ? constant.Bits is >= int.MinValue and <= int.MaxValue : constant.Bits is >= 0 and <= uint.MaxValue,
        IR.Convert { Operand.Type: var type } => type.IsInteger() && (type.Size() < 4 ? isSigned || !type.IsSigned() : type.Size() == 4 && type.IsSigned() == isSigned),
        Binary { Op: BinaryOp.And } and => !isSigned && (FitsHalf(and.Left, isSigned) || FitsHalf(and.Right, isSigned)),
        Binary { Op: BinaryOp.ShiftRightLogical, Right: Constant { Bits: >= 32 and < 64 } } => !isSigned,
        _ => false,
    };

    private string OfLower(string keyword, ScalarType type, string left, string right)
    {
        string Operand(string text) => type.Keyword() == keyword ? VectorScope.Strip(text) : $"{Class}.As{(keyword == "long" ? "Int64" : "UInt64")}({VectorScope.Strip(text)})";
        string product = $"Lanes.ProductOfLower({Operand(left)}, {Operand(right)})";
        return type.Keyword() == keyword ? product : $"{Class}.As{(type == ScalarType.Int64 ? "Int64" : "UInt64")}({product})";
    }

    public VectorValue Emit(Compare compare)
    {
        (VectorValue left, VectorValue right) = EmitBoth(compare.Left, compare.Right);
        if (left.IsMask)
        {
            // Of bools only equality exists.
            return left.Zip(right, (l, r) => compare.Op == CompareOp.Equal ? $"(~({l} ^ {r}))" : $"({l} ^ {r})");
        }

        string method = compare.Op switch
        {
            CompareOp.Equal or CompareOp.NotEqual => "Equals",
            CompareOp.Less => "LessThan",
            CompareOp.LessOrEqual => "LessThanOrEqual",
            CompareOp.Greater => "GreaterThan",
            _ => "GreaterThanOrEqual",
        };
        VectorValue mask = left.Zip(right, (l, r) => $"{Class}.{method}({VectorScope.Strip(l)}, {VectorScope.Strip(r)})") with { IsMask = true };
        return compare.Op == CompareOp.NotEqual ? mask.Map(text => $"(~{text})") : mask;
    }

    public VectorValue Emit(Call call)
    {
        VectorValue[] arguments = call.Arguments.Select(expressions.Emit).ToArray();
        IEnumerable<string> registers = Enumerable.Range(0, arguments[0].Registers.Length).Select(k =>
            Function(call.Function, call.Type, arguments.Select(argument => VectorScope.Strip(argument.Registers[k])).ToArray()));
        return arguments[0] with { Registers = registers.ToArray() };
    }

    private string Function(Intrinsic function, ScalarType type, string[] arguments)
    {
        if (!function.IsElementary())
        {
            return $"{(function == Intrinsic.MultiplyHigh ? "Lanes" : Class)}.{function}({string.Join(", ", arguments)})";
        }

        return scope.Loop.Expressions.IsStrict && !function.IsOfVectorMath()
            ? LaneByLane(function + "Function", type, arguments)
            : $"{scope.Loop.Expressions.VectorMath(function)}.{function}({string.Join(", ", arguments)})";
    }

    private VectorValue EmitShift(Binary shift)
    {
        VectorValue left = expressions.Emit(shift.Left);
        bool isLogical = shift.Op == BinaryOp.ShiftRightLogical;
        string symbol = ScalarExpressions.Symbol(shift.Op);
        int mask = (8 * shift.Type.Size()) - 1;
        if (scope.Loop.IsVarying(shift.Right))
        {
            VectorValue counts = VectorConversions.Convert(scope, expressions.Emit(shift.Right), shift.Type);
            string method = shift.Op == BinaryOp.ShiftLeft ? "ShiftLeft" : isLogical ? "ShiftRightLogical" : "ShiftRight";
            string types = $"{scope.Layout.Type(shift.Type)}, {shift.Type.Keyword()}";
            return left.Zip(counts, (value, count) => $"Lanes.{method}<{types}>({VectorScope.Strip(value)}, {VectorScope.Strip(count)})");
        }

        string amount = shift.Right is Constant constant
            ? ScalarLiteral.Signed(constant.Bits & mask, "")
            : $"({scope.Loop.Expressions.Operand(shift.Right)} & {ScalarLiteral.Signed(mask, "")})";
        return left.Map(text => $"({text} {symbol} {amount})");
    }

    private VectorValue Zip(Binary binary, Func<string, string, string> map)
    {
        (VectorValue left, VectorValue right) = EmitBoth(binary.Left, binary.Right);
        return left.Zip(right, map);
    }

    private (VectorValue Left, VectorValue Right) EmitBoth(Expr left, Expr right)
    {
        if (left.Type != ScalarType.Bool)
        {
            return (expressions.Emit(left), expressions.Emit(right));
        }

        ScalarType lane = LaneLayout.MaskOf(scope.Loop.Masks.SizeOf(left) ?? scope.Loop.Masks.LaneOf(right).Size());
        return (expressions.EmitMask(left, lane), expressions.EmitMask(right, lane));
    }

    private string LaneByLane(string function, ScalarType type, params string[] arguments)
    {
        string keyword = type.Keyword();
        return $"Lanes.Map<{scope.Layout.Type(type)}, {keyword}, {function}<{keyword}>>({string.Join(", ", arguments.Select(VectorScope.Strip))})";
    }
}
