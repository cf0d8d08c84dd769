using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>Library functions that are a few operations of the IR: rotations, tests for NaN, wide products and the like.</summary>
internal static class KnownFunctions
{
    /// <summary>What makes the function's value from its arguments, which it may use several times; <see langword="null"/> for an unknown function.</summary>
    /// <param name="method">The function.</param>
    /// <param name="keep">Keeps a value that is used several times.</param>
    public static Func<IReadOnlyList<Expr>, Expr>? Of(IMethodSymbol method, Func<Expr, Expr> keep)
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
            "System.Numerics.BitOperations" or "uint" or "ulong" => OfBits(method.Name, first, result, keep) ?? OfInteger(method.Name, result),
            "int" or "long" when method.Name is "LeadingZeroCount" or "TrailingZeroCount" or "PopCount" && Unsigned(first) is { } bits =>
                arguments => NestReader.ConvertTo(result, OfBits(method.Name, bits, result, keep)!([keep(NestReader.ConvertTo(bits, arguments[0]))])),
            "System.BitConverter" when OfBitConverter(method.Name) => arguments => new Reinterpret(result, arguments[0]),
            "System.Buffers.Binary.BinaryPrimitives" when method.Name == "ReverseEndianness" && first.Size() >= 4 => arguments => ReversedBytes(arguments[0]),
            "System.Math" when method.Name == "BigMul" && first is ScalarType.Int32 or ScalarType.UInt32 =>
                arguments => new Binary(BinaryOp.Multiply, NestReader.ConvertTo(result, arguments[0]), NestReader.ConvertTo(result, arguments[1])),
            "char" when method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Char) && CharFunctions.Of(method.Name, keep) is { } ofChars => arguments => ofChars([keep(arguments[0]), .. arguments.Skip(1)]),
            "float" or "double" or "System.Math" or "System.MathF" when first.IsFloat() => OfFloat(method.Name, keep),
            "System.Math" or "byte" or "sbyte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" when first.IsInteger() => OfInteger(method.Name, result),
            _ => null,
        };
    }

    private static ScalarType? Unsigned(ScalarType type) => type switch
    {
        ScalarType.Int32 => ScalarType.UInt32,
        ScalarType.Int64 => ScalarType.UInt64,
        _ => null,
    };

    private static Func<IReadOnlyList<Expr>, Expr>? OfBits(string name, ScalarType type, ScalarType result, Func<Expr, Expr> keep) => name switch
    {
        _ when type is not (ScalarType.UInt32 or ScalarType.UInt64) => null,
        "RotateLeft" => arguments => Rotated(arguments[0], arguments[1], BinaryOp.ShiftLeft, BinaryOp.ShiftRightLogical),
        "RotateRight" => arguments => Rotated(arguments[0], arguments[1], BinaryOp.ShiftRightLogical, BinaryOp.ShiftLeft),
        "PopCount" => arguments => NestReader.ConvertTo(result, BitCount(arguments[0])),
        "LeadingZeroCount" => arguments => NestReader.ConvertTo(result, new Binary(BinaryOp.Subtract, Constant.Int(8 * type.Size()), BitCount(Filled(arguments[0], keep)))),
        "Log2" when result == ScalarType.Int32 => arguments =>
            new Binary(BinaryOp.Subtract, BitCount(Filled(new Binary(BinaryOp.Or, arguments[0], new Constant(type, 1)), keep)), Constant.Int(1)),
        "TrailingZeroCount" => arguments => NestReader.ConvertTo(result, BitCount(
            keep(new Binary(BinaryOp.And, new Unary(UnaryOp.Not, arguments[0]), new Binary(BinaryOp.Subtract, arguments[0], new Constant(type, 1)))))),
        _ => null,
    };

    /// <summary>With every bit below the highest one set.</summary>
    private static Expr Filled(Expr value, Func<Expr, Expr> keep)
    {
        Expr filled = keep(value);
        for (int bits = 1; bits < 8 * value.Type.Size(); bits *= 2)
        {
            filled = keep(new Binary(BinaryOp.Or, filled, Shifted(filled, bits)));
        }

        return filled;
    }

    /// <summary>Tests of floats, as IEEE 754's comparisons say them: infinity is above every number, and nothing compares with NaN.</summary>
    private static Func<IReadOnlyList<Expr>, Expr>? OfFloat(string name, Func<Expr, Expr> keep) => name switch
    {
        "IsNaN" => arguments => new Compare(CompareOp.NotEqual, arguments[0], arguments[0]),
        "IsFinite" => arguments => new Compare(CompareOp.Less, Magnitude(arguments[0]), Infinity(arguments[0].Type)),
        "IsInfinity" => arguments => new Compare(CompareOp.Equal, Magnitude(arguments[0]), Infinity(arguments[0].Type)),
        "IsPositiveInfinity" => arguments => new Compare(CompareOp.Equal, arguments[0], Infinity(arguments[0].Type)),
        "IsNegativeInfinity" => arguments => new Compare(CompareOp.Equal, arguments[0], new Unary(UnaryOp.Negate, Infinity(arguments[0].Type))),
        "MaxMagnitude" => arguments => Magnitudes(keep(arguments[0]), keep(arguments[1]), CompareOp.Greater, Intrinsic.Max),
        "MinMagnitude" => arguments => Magnitudes(keep(arguments[0]), keep(arguments[1]), CompareOp.Less, Intrinsic.Min),
        "MaxNumber" => arguments => NumberOf(keep(arguments[0]), keep(arguments[1]), Intrinsic.Max),
        "MinNumber" => arguments => NumberOf(keep(arguments[0]), keep(arguments[1]), Intrinsic.Min),
        "CopySign" => arguments => FloatBits.WithSign(arguments[0], arguments[1]),
        "IsNegative" => arguments => FloatBits.HasSign(arguments[0]),
        "IsPositive" => arguments => new Unary(UnaryOp.Not, FloatBits.HasSign(arguments[0])),
        "BitIncrement" => arguments => FloatBits.Next(arguments[0], keep),
        "BitDecrement" => arguments => new Unary(UnaryOp.Negate, FloatBits.Next(new Unary(UnaryOp.Negate, arguments[0]), keep)),
        "ILogB" => arguments => FloatBits.Exponent(arguments[0], keep),
        "ScaleB" => arguments => FloatBits.Scaled(arguments[0], arguments[1], keep),
        "IEEERemainder" or "Ieee754Remainder" => arguments => Remainder(keep(arguments[0]), keep(arguments[1]), keep),
        "Lerp" => arguments => KnownAggregates.Lerp(arguments[0], arguments[1], arguments[2]),
        _ => null,
    };

    /// <summary>What is left of the first number when the multiple of the second that is nearest to it is taken away, of two alike the even one; as .NET computes it from the remainder towards zero.</summary>
    private static Expr Remainder(Expr left, Expr right, Func<Expr, Expr> keep)
    {
        var zero = new Constant(left.Type, 0);
        Expr remainder = keep(new Binary(BinaryOp.Remainder, left, right));
        Expr magnitude = Magnitude(right);
        Expr other = keep(new Binary(BinaryOp.Subtract, remainder, new Select(
            new Compare(CompareOp.Greater, left, zero), magnitude, new Select(new Compare(CompareOp.Less, left, zero), new Unary(UnaryOp.Negate, magnitude), zero))));
        Expr quotient = keep(new Binary(BinaryOp.Divide, left, right));
        Expr isRoundedAway = new Compare(CompareOp.Greater, Magnitude(new Call(Intrinsic.Round, EquatableArray.Of(quotient))), Magnitude(quotient));
        Expr isOther = new Select(new Compare(CompareOp.Equal, Magnitude(other), Magnitude(remainder)), isRoundedAway, new Compare(CompareOp.Less, Magnitude(other), Magnitude(remainder)));
        Expr isNegativeZero = new Binary(BinaryOp.And, new Compare(CompareOp.Equal, remainder, zero), FloatBits.HasSign(left));
        return new Select(isNegativeZero, new Unary(UnaryOp.Negate, zero), new Select(isOther, other, remainder));
    }

    /// <summary>The one whose magnitude is greater or less, of alike ones the greater or less number; a NaN if there is one, the first of two.</summary>
    private static Select Magnitudes(Expr left, Expr right, CompareOp op, Intrinsic ofAlike)
    {
        Expr one = Magnitude(left);
        Expr other = Magnitude(right);
        return new(
            new Compare(op, one, other),
            left,
            new Select(
                new Compare(CompareOp.Equal, one, other),
                new Call(ofAlike, EquatableArray.Of(left, right)),
                new Select(new Compare(CompareOp.NotEqual, left, left), left, right)));
    }

    private static bool OfBitConverter(string name) => name is "SingleToInt32Bits" or "SingleToUInt32Bits" or "DoubleToInt64Bits" or "DoubleToUInt64Bits"
        or "Int32BitsToSingle" or "UInt32BitsToSingle" or "Int64BitsToDouble" or "UInt64BitsToDouble";

    /// <summary>The greater or less of two numbers; of a number and a NaN the number.</summary>
    private static Select NumberOf(Expr left, Expr right, Intrinsic function) => new(
        new Compare(CompareOp.NotEqual, right, right),
        left,
        new Select(new Compare(CompareOp.NotEqual, left, left), right, new Call(function, EquatableArray.Of(left, right))));

    /// <summary>Functions of integers: signs and the last bit.</summary>
    private static Func<IReadOnlyList<Expr>, Expr>? OfInteger(string name, ScalarType result) => name switch
    {
        "Sign" when result == ScalarType.Int32 => arguments => new Select(
            Compared(CompareOp.Greater, arguments[0]), Constant.Int(1), new Select(Compared(CompareOp.Less, arguments[0]), Constant.Int(-1), Constant.Int(0))),
        "IsNegative" => arguments => Compared(CompareOp.Less, arguments[0]),
        "IsPositive" => arguments => Compared(CompareOp.GreaterOrEqual, arguments[0]),
        "IsEvenInteger" => arguments => new Compare(CompareOp.Equal, LastBit(arguments[0]), Constant.Int(0)),
        "IsOddInteger" => arguments => new Compare(CompareOp.NotEqual, LastBit(arguments[0]), Constant.Int(0)),
        _ => null,
    };

    private static Compare Compared(CompareOp op, Expr value) => value.Type.IsNarrow()
        ? new(op, NestReader.ConvertTo(ScalarType.Int32, value), Constant.Int(0))
        : new(op, value, new Constant(value.Type, 0));

    private static Binary LastBit(Expr value) => new(BinaryOp.And, NestReader.ConvertTo(ScalarType.Int32, value), Constant.Int(1));

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

    public static Call Magnitude(Expr value) => new(Intrinsic.Abs, EquatableArray.Of(value));

    public static Constant Infinity(ScalarType type) =>
        type == ScalarType.Single ? ScalarTypeReader.ConstantOf(float.PositiveInfinity, type) : ScalarTypeReader.ConstantOf(double.PositiveInfinity, type);
}
