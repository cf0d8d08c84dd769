using Accel.Compiler.IR;

namespace Accel.Compiler.Frontend;

/// <summary>Functions that ask or set the bits of a <c>float</c> or <c>double</c>, as .NET defines them.</summary>
internal static class FloatBits
{
    /// <summary>The first with the sign of the second.</summary>
    public static Expr WithSign(Expr value, Expr sign)
    {
        Constant mask = Integer(value.Type, value.Type == ScalarType.Single ? int.MinValue : long.MinValue);
        return new Reinterpret(value.Type, new Binary(
            BinaryOp.Or,
            new Binary(BinaryOp.And, Of(value), new Unary(UnaryOp.Not, mask)),
            new Binary(BinaryOp.And, Of(sign), mask)));
    }

    /// <summary>Whether the sign bit is set, also of zeros and of NaN.</summary>
    public static Expr HasSign(Expr value) => new Compare(CompareOp.Less, Of(value), Integer(value.Type, 0));

    /// <summary>The next greater number; infinity and NaN stay, and the one above either zero is the smallest.</summary>
    public static Expr Next(Expr value, Func<Expr, Expr> keep)
    {
        Expr number = keep(value);
        Expr bits = keep(Of(number));
        Expr below = new Compare(CompareOp.Less, bits, Integer(number.Type, 0));
        Expr next = new Reinterpret(number.Type, new Binary(BinaryOp.Add, bits, new Select(below, Integer(number.Type, -1), Integer(number.Type, 1))));
        Expr ofZero = new Reinterpret(number.Type, Integer(number.Type, 1));
        Expr result = new Select(new Compare(CompareOp.Equal, number, Zero(number.Type)), ofZero, next);

        // Less than infinity is every number, and no NaN.
        return new Select(new Compare(CompareOp.Less, number, KnownFunctions.Infinity(number.Type)), result, number);
    }

    /// <summary>The exponent of the highest bit that is set, an int; the least int for 0, the greatest for infinity and NaN.</summary>
    public static Expr Exponent(Expr value, Func<Expr, Expr> keep)
    {
        Expr number = keep(value);
        bool isSingle = number.Type == ScalarType.Single;
        Constant smallest = isSingle ? ScalarTypeReader.ConstantOf(1.17549435E-38f, number.Type) : ScalarTypeReader.ConstantOf(2.2250738585072014E-308, number.Type);
        Constant scale = isSingle ? ScalarTypeReader.ConstantOf(33554432f, number.Type) : ScalarTypeReader.ConstantOf(18014398509481984d, number.Type);
        Expr magnitude = keep(KnownFunctions.Magnitude(number));
        Expr isSubnormal = new Compare(CompareOp.Less, magnitude, smallest);
        Expr normal = new Select(isSubnormal, new Binary(BinaryOp.Multiply, magnitude, scale), magnitude);
        Expr field = NestReader.ConvertTo(ScalarType.Int32, new Binary(BinaryOp.ShiftRight, Of(normal), Constant.Int(isSingle ? 23 : 52)));
        Expr bias = new Select(isSubnormal, Constant.Int(isSingle ? 127 + 25 : 1023 + 54), Constant.Int(isSingle ? 127 : 1023));
        Expr result = new Select(new Compare(CompareOp.Less, magnitude, KnownFunctions.Infinity(number.Type)), new Binary(BinaryOp.Subtract, field, bias), Constant.Int(int.MaxValue));
        return new Select(new Compare(CompareOp.Equal, number, Zero(number.Type)), Constant.Int(int.MinValue), result);
    }

    /// <summary>
    /// A number times a power of two, rounded once: by the greatest or a small power in front, as often as .NET does, so that the last factor is one that there is. The small one leaves all digits of a normal number.
    /// </summary>
    public static Expr Scaled(Expr value, Expr exponent, Func<Expr, Expr> keep)
    {
        bool isSingle = value.Type == ScalarType.Single;
        int most = isSingle ? 127 : 1023;
        int least = 1 - most;
        int down = least + (isSingle ? 24 : 53);
        Expr number = keep(value);
        Expr left = keep(exponent);
        for (int i = 0; i < 2; i++)
        {
            Expr isAbove = keep(new Compare(CompareOp.Greater, left, Constant.Int(most)));
            Expr isBelow = keep(new Compare(CompareOp.Less, left, Constant.Int(least)));
            number = keep(new Select(isAbove, Times(number, most), new Select(isBelow, Times(number, down), number)));
            left = keep(new Select(isAbove, Minus(left, most), new Select(isBelow, Minus(left, down), left)));
        }

        Expr last = new Call(Intrinsic.Min, EquatableArray.Of<Expr>(new Call(Intrinsic.Max, EquatableArray.Of(left, Constant.Int(least))), Constant.Int(most)));
        Expr biased = NestReader.ConvertTo(isSingle ? ScalarType.Int32 : ScalarType.Int64, Minus(last, -most));
        return new Binary(BinaryOp.Multiply, number, new Reinterpret(value.Type, new Binary(BinaryOp.ShiftLeft, biased, Constant.Int(isSingle ? 23 : 52))));

        Binary Times(Expr factor, int power) => new(BinaryOp.Multiply, factor, isSingle ? ScalarTypeReader.ConstantOf((float)Math.Pow(2, power), value.Type) : ScalarTypeReader.ConstantOf(Math.Pow(2, power), value.Type));

        static Binary Minus(Expr number, int by) => new(BinaryOp.Subtract, number, Constant.Int(by));
    }

    private static Expr Of(Expr value) => new Reinterpret(value.Type == ScalarType.Single ? ScalarType.Int32 : ScalarType.Int64, value);

    private static Constant Integer(ScalarType of, long value) => of == ScalarType.Single ? Constant.Int((int)value) : new Constant(ScalarType.Int64, value);

    private static Constant Zero(ScalarType type) => type == ScalarType.Single ? ScalarTypeReader.ConstantOf(0f, type) : ScalarTypeReader.ConstantOf(0d, type);
}
