using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>Library functions that are a few operations of the IR: rotations, tests for NaN, wide products and the like.</summary>
internal static class KnownFunctions
{
    /// <summary>What makes the function's value from its arguments, which it may use several times; <see langword="null"/> for an unknown function.</summary>
    public static Func<IReadOnlyList<Expr>, Expr>? Of(IMethodSymbol method)
    {
        if (!method.IsStatic || method.IsGenericMethod || ScalarTypeReader.Of(method.ReturnType) is not { } result
            || method.Parameters.Length == 0 || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None || ScalarTypeReader.Of(parameter.Type) is null))
        {
            return null;
        }

        ScalarType first = ScalarTypeReader.Of(method.Parameters[0].Type)!.Value;
        string type = method.ContainingType.ToDisplayString();
        return type switch
        {
            "System.Numerics.BitOperations" => OfBits(method.Name, first),
            "System.Buffers.Binary.BinaryPrimitives" when method.Name == "ReverseEndianness" && first.Size() >= 4 => arguments => ReversedBytes(arguments[0]),
            "System.Math" when method.Name == "BigMul" && first is ScalarType.Int32 or ScalarType.UInt32 =>
                arguments => new Binary(BinaryOp.Multiply, NestReader.ConvertTo(result, arguments[0]), NestReader.ConvertTo(result, arguments[1])),
            "float" or "double" => OfFloat(method.Name),
            _ => null,
        };
    }

    private static Func<IReadOnlyList<Expr>, Expr>? OfBits(string name, ScalarType type) => name switch
    {
        _ when type is not (ScalarType.UInt32 or ScalarType.UInt64) => null,
        "RotateLeft" => arguments => Rotated(arguments[0], arguments[1], BinaryOp.ShiftLeft, BinaryOp.ShiftRightLogical),
        "RotateRight" => arguments => Rotated(arguments[0], arguments[1], BinaryOp.ShiftRightLogical, BinaryOp.ShiftLeft),
        "PopCount" => arguments => BitCount(arguments[0]),
        _ => null,
    };

    /// <summary>Tests of floats, as IEEE 754's comparisons say them: infinity is above every number, and nothing compares with NaN.</summary>
    private static Func<IReadOnlyList<Expr>, Expr>? OfFloat(string name) => name switch
    {
        "IsNaN" => arguments => new Compare(CompareOp.NotEqual, arguments[0], arguments[0]),
        "IsFinite" => arguments => new Compare(CompareOp.Less, Magnitude(arguments[0]), Infinity(arguments[0].Type)),
        "IsInfinity" => arguments => new Compare(CompareOp.Equal, Magnitude(arguments[0]), Infinity(arguments[0].Type)),
        "IsPositiveInfinity" => arguments => new Compare(CompareOp.Equal, arguments[0], Infinity(arguments[0].Type)),
        "IsNegativeInfinity" => arguments => new Compare(CompareOp.Equal, arguments[0], new Unary(UnaryOp.Negate, Infinity(arguments[0].Type))),
        _ => null,
    };

    /// <summary>Shifts take their count modulo the width, so that the other part is shifted by the count's negative.</summary>
    private static Binary Rotated(Expr value, Expr count, BinaryOp shift, BinaryOp back)
    {
        Expr rest = count is Constant { Bits: var bits } ? Constant.Int(unchecked((int)-bits)) : new Unary(UnaryOp.Negate, count);
        return new(BinaryOp.Or, new Binary(shift, value, count), new Binary(back, value, rest));
    }

    /// <summary>The sums of pairs of bits, of fours, of bytes, and the sum of the bytes in the highest one (Warren, Hacker's Delight, section 5-1).</summary>
    private static Expr BitCount(Expr value)
    {
        ScalarType type = value.Type;
        Expr pairs = new Binary(BinaryOp.Subtract, value, Masked(Shifted(value, 1), 0x5555555555555555));
        Expr fours = new Binary(BinaryOp.Add, Masked(pairs, 0x3333333333333333), Masked(Shifted(pairs, 2), 0x3333333333333333));
        Expr bytes = Masked(new Binary(BinaryOp.Add, fours, Shifted(fours, 4)), 0x0F0F0F0F0F0F0F0F);
        Expr sum = new Binary(BinaryOp.Multiply, bytes, Of(0x0101010101010101));
        return NestReader.ConvertTo(ScalarType.Int32, Shifted(sum, (8 * type.Size()) - 8));

        Constant Of(long bits) => new(type, type == ScalarType.UInt32 ? (uint)bits : bits);

        Expr Masked(Expr operand, long mask) => new Binary(BinaryOp.And, operand, Of(mask));
    }

    /// <summary>Bytes change places with their neighbours, then pairs of them, then fours.</summary>
    private static Expr ReversedBytes(Expr value)
    {
        ScalarType type = value.Type;
        Expr result = value;
        foreach ((int bits, long mask) in new[] { (8, 0x00FF00FF00FF00FF), (16, 0x0000FFFF0000FFFF), (32, 0x00000000FFFFFFFF) })
        {
            if (bits < 8 * type.Size() / 2)
            {
                var lower = new Constant(type, type.Size() == 4 ? (uint)mask : mask);
                result = new Binary(
                    BinaryOp.Or,
                    new Binary(BinaryOp.ShiftLeft, new Binary(BinaryOp.And, result, lower), Constant.Int(bits)),
                    new Binary(BinaryOp.And, Shifted(result, bits), lower));
            }
        }

        int half = 4 * type.Size();
        return new Binary(BinaryOp.Or, new Binary(BinaryOp.ShiftLeft, result, Constant.Int(half)), Shifted(result, half));
    }

    private static Binary Shifted(Expr value, int count) => new(BinaryOp.ShiftRightLogical, value, Constant.Int(count));

    private static Call Magnitude(Expr value) => new(Intrinsic.Abs, EquatableArray.Of(value));

    private static Constant Infinity(ScalarType type) =>
        type == ScalarType.Single ? ScalarTypeReader.ConstantOf(float.PositiveInfinity, type) : ScalarTypeReader.ConstantOf(double.PositiveInfinity, type);
}
