using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using static Accel.Compiler.Frontend.KnownAggregates;

namespace Accel.Compiler.Frontend;

/// <summary>
/// The operators and functions of <c>System.Half</c>. A half is its 16 bits, which is all that the IR knows of it; .NET computes with floats, and rounds each result
/// back to the nearest half, ties to even. Both conversions are integer arithmetic that every lane of a vector can do, with one operation on floats each for the
/// subnormal halves: 2^-24 times their bits one way, rounded by adding 0.5, whose last place is 2^-24, the other.
/// </summary>
internal static class HalfFunctions
{
    private const int Sign = 0x8000;
    private const int Infinity = 0x7c00;
    private const int QuietNaN = 0x7e00;
    private const int LeastNormal = 0x400;

    /// <summary>What lies between the exponents of the two formats, 127 - 15, where a float keeps its exponent.</summary>
    private const int Rebias = 112 << 23;

    /// <summary>Whether it is <c>System.Half</c>.</summary>
    public static bool IsHalf(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Half", IsGenericType: false, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The bits, by the conversion to their type, since the field that holds them is hidden.</summary>
    public static IReadOnlyList<(ISymbol Member, ITypeSymbol Type)>? FieldsOf(INamedTypeSymbol type) =>
        type.GetMembers("op_Explicit").OfType<IMethodSymbol>().FirstOrDefault(method => method.ReturnType.SpecialType == SpecialType.System_UInt16) is { } toBits ? [(toBits, toBits.ReturnType)] : null;

    /// <summary>A static property with a value of its own: <c>Half.MaxValue</c>.</summary>
    public static Constant? ConstantOf(IPropertySymbol property) => property.Name switch
    {
        "Zero" => Bits(0),
        "One" or "MultiplicativeIdentity" => Bits(0x3c00),
        "NegativeOne" => Bits(0xbc00),
        "NegativeZero" => Bits(Sign),
        "Epsilon" => Bits(1),
        "MaxValue" => Bits(0x7bff),
        "MinValue" => Bits(0xfbff),
        "PositiveInfinity" => Bits(Infinity),
        "NegativeInfinity" => Bits(Infinity | Sign),
        "NaN" => Bits(QuietNaN | Sign),
        "E" => Bits(0x4170),
        "Pi" => Bits(0x4248),
        "Tau" => Bits(0x4648),
        _ => null,
    };

    /// <summary>The function of a method, an operator or a conversion; <see langword="null"/> where it is not known.</summary>
    public static AggregateFunction? Of(IMethodSymbol method)
    {
        if (method.IsGenericMethod || !method.IsStatic || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
        {
            return null;
        }

        if (method.Name is "op_Explicit" or "op_Implicit")
        {
            return OfConversion(method.Parameters[0].Type, method.ReturnType);
        }

        switch (method.Name)
        {
            case "HalfToUInt16Bits" or "UInt16BitsToHalf":
                return (arguments, _) => arguments[0];
            case "HalfToInt16Bits":
                return (arguments, _) => [NestReader.ConvertTo(ScalarType.Int16, arguments[0][0])];
            case "Int16BitsToHalf":
                return (arguments, _) => [NestReader.ConvertTo(ScalarType.UInt16, arguments[0][0])];
        }

        if (!method.Parameters.All(parameter => IsHalf(parameter.Type)))
        {
            return null;
        }

        return method.Name switch
        {
            "op_UnaryPlus" => (arguments, _) => arguments[0],
            "op_UnaryNegation" => (arguments, keep) => [FromSingle(Negated(ToSingle(arguments[0][0], keep)), keep)],
            "op_Increment" => (arguments, keep) => [FromSingle(Sum(ToSingle(arguments[0][0], keep), NumberOf(ScalarType.Single, 1)), keep)],
            "op_Decrement" => (arguments, keep) => [FromSingle(Difference(ToSingle(arguments[0][0], keep), NumberOf(ScalarType.Single, 1)), keep)],
            "op_Addition" => Arithmetic(BinaryOp.Add),
            "op_Subtraction" => Arithmetic(BinaryOp.Subtract),
            "op_Multiply" => Arithmetic(BinaryOp.Multiply),
            "op_Division" => Arithmetic(BinaryOp.Divide),
            "op_Modulus" => Arithmetic(BinaryOp.Remainder),
            "op_LessThan" => Comparison(CompareOp.Less),
            "op_LessThanOrEqual" => Comparison(CompareOp.LessOrEqual),
            "op_GreaterThan" => Comparison(CompareOp.Greater),
            "op_GreaterThanOrEqual" => Comparison(CompareOp.GreaterOrEqual),
            "op_Equality" => Comparison(CompareOp.Equal),
            "op_Inequality" => (arguments, keep) => [new Unary(UnaryOp.Not, Comparison(CompareOp.Equal)(arguments, keep)[0])],
            "IsNaN" => (arguments, _) => [new Compare(CompareOp.Greater, Magnitude(Widened(arguments[0][0])), Constant.Int(Infinity))],
            "IsInfinity" => (arguments, _) => [new Compare(CompareOp.Equal, Magnitude(Widened(arguments[0][0])), Constant.Int(Infinity))],
            "IsFinite" => (arguments, _) => [new Compare(CompareOp.Less, Magnitude(Widened(arguments[0][0])), Constant.Int(Infinity))],
            "IsNegative" => (arguments, _) => [new Compare(CompareOp.GreaterOrEqual, Widened(arguments[0][0]), Constant.Int(Sign))],
            "Abs" => (arguments, _) => [NestReader.ConvertTo(ScalarType.UInt16, Magnitude(Widened(arguments[0][0])))],
            "CopySign" => (arguments, _) => [NestReader.ConvertTo(ScalarType.UInt16, Or(Magnitude(Widened(arguments[0][0])), And(Widened(arguments[1][0]), Sign)))],
            _ => IsHalf(method.ReturnType) ? OfSingle(method) : null,
        };
    }

    private static AggregateFunction Arithmetic(BinaryOp op) => (arguments, keep) =>
        [FromSingle(new Binary(op, ToSingle(arguments[0][0], keep), ToSingle(arguments[1][0], keep)), keep)];

    private static AggregateFunction Comparison(CompareOp op) => (arguments, keep) =>
        [new Compare(op, ToSingle(arguments[0][0], keep), ToSingle(arguments[1][0], keep))];

    /// <summary>What .NET does for a half by the function of the same name for floats.</summary>
    private static AggregateFunction? OfSingle(IMethodSymbol method)
    {
        IMethodSymbol? ofSingle = method.ContainingNamespace.GetTypeMembers("Single").SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>()
            .FirstOrDefault(other => other.Parameters.Length == method.Parameters.Length && other.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Single));
        return ofSingle is null || IntrinsicCalls.Of(ofSingle) is not { } intrinsic
            ? null
            : (arguments, keep) => [FromSingle(Function(intrinsic, [.. arguments.Select(argument => ToSingle(argument[0], keep))]), keep)];
    }

    private static AggregateFunction? OfConversion(ITypeSymbol from, ITypeSymbol to) => IsHalf(from)
        ? ScalarTypeReader.Of(to) is { } number && number != ScalarType.Bool ? (arguments, keep) => [NestReader.ConvertTo(number, ToSingle(arguments[0][0], keep))] : null
        : ScalarTypeReader.Of(from) switch
        {
            null or ScalarType.Bool => null,
            ScalarType.Double => (arguments, keep) => [FromSingle(ToOdd(arguments[0][0], keep), keep)],
            _ => (arguments, keep) => [FromSingle(NestReader.ConvertTo(ScalarType.Single, arguments[0][0]), keep)],
        };

    private static Expr ToSingle(Expr half, Func<Expr, Expr> keep)
    {
        if (half is Constant constant)
        {
            return ScalarTypeReader.ConstantOf(SingleOf((int)constant.Bits & 0xffff), ScalarType.Single);
        }

        Expr bits = keep(Widened(half));
        Expr magnitude = keep(Magnitude(bits));

        // Infinity and NaN have the greatest exponent of either format.
        Expr bias = new Select(new Compare(CompareOp.Less, magnitude, Constant.Int(Infinity)), Constant.Int(Rebias), Constant.Int(2 * Rebias));
        Expr normal = Sum(Shifted(BinaryOp.ShiftLeft, magnitude, 13), bias);
        Expr subnormal = BitsOf(Product(NestReader.ConvertTo(ScalarType.Single, magnitude), NumberOf(ScalarType.Single, 1.0 / (1 << 24))));
        Expr value = new Select(new Compare(CompareOp.Less, magnitude, Constant.Int(LeastNormal)), subnormal, normal);
        return keep(new Reinterpret(ScalarType.Single, Or(value, Shifted(BinaryOp.ShiftLeft, And(bits, Sign), 16))));
    }

    private static Expr FromSingle(Expr single, Func<Expr, Expr> keep)
    {
        if (single is Constant constant)
        {
            return Bits(BitsOf(Codegen.Scalar.ScalarLiteral.SingleOf(constant)));
        }

        Expr bits = keep(BitsOf(single));
        Expr magnitude = keep(And(bits, int.MaxValue));

        // Half of the last place that is kept, less one where what is kept is even, carries into it where it is to be rounded up.
        Expr isOdd = And(Shifted(BinaryOp.ShiftRight, magnitude, 13), 1);
        Expr normal = Shifted(BinaryOp.ShiftRight, Sum(Sum(magnitude, Constant.Int(0xfff - Rebias)), isOdd), 13);
        Expr subnormal = Difference(BitsOf(Sum(new Reinterpret(ScalarType.Single, magnitude), NumberOf(ScalarType.Single, 0.5))), Constant.Int(0x3f000000));
        Expr notANumber = Or(Constant.Int(QuietNaN), And(Shifted(BinaryOp.ShiftRight, magnitude, 13), 0x3ff));
        Expr tooLarge = new Select(new Compare(CompareOp.Greater, magnitude, Constant.Int(0x7f800000)), notANumber, Constant.Int(Infinity));
        Expr value = new Select(
            new Compare(CompareOp.Less, magnitude, Constant.Int(0x38800000)),
            subnormal,
            new Select(new Compare(CompareOp.Less, magnitude, Constant.Int(0x47800000)), normal, tooLarge));
        return NestReader.ConvertTo(ScalarType.UInt16, Or(value, And(Shifted(BinaryOp.ShiftRight, bits, 16), Sign)));
    }

    /// <summary>The float of an inexact double whose last bit is set, so that rounding it again gives what rounding the double at once does (Boldo and Melquiond, Emulation of FMA and correctly rounded sums, 2008).</summary>
    private static Expr ToOdd(Expr value, Func<Expr, Expr> keep)
    {
        if (value is Constant constant)
        {
            return ScalarTypeReader.ConstantOf(ToOdd(BitConverter.Int64BitsToDouble(constant.Bits)), ScalarType.Single);
        }

        Expr number = keep(value);
        Expr nearest = keep(NestReader.ConvertTo(ScalarType.Single, number));
        Expr back = keep(NestReader.ConvertTo(ScalarType.Double, nearest));
        Expr isAbove = new Compare(CompareOp.Greater, Function(Intrinsic.Abs, back), Function(Intrinsic.Abs, number));
        Expr below = keep(Difference(BitsOf(nearest), new Select(isAbove, Constant.Int(1), Constant.Int(0))));
        Expr isExact = new Compare(CompareOp.Equal, back, number);
        return new Reinterpret(ScalarType.Single, Or(below, new Select(isExact, Constant.Int(0), Constant.Int(1))));
    }

    private static float ToOdd(double value)
    {
        float nearest = (float)value;
        int bits = Int(nearest) - (Math.Abs((double)nearest) > Math.Abs(value) ? 1 : 0);
        return Single(nearest == value ? bits : bits | 1);
    }

    private static float SingleOf(int half)
    {
        int magnitude = half & (Sign - 1);
        int value = magnitude < LeastNormal ? Int(magnitude * (1f / (1 << 24))) : (magnitude << 13) + (magnitude < Infinity ? Rebias : 2 * Rebias);
        return Single(value | ((half & Sign) << 16));
    }

    private static int BitsOf(float single)
    {
        int bits = Int(single);
        int magnitude = bits & int.MaxValue;
        int value = magnitude < 0x38800000 ? Int(Single(magnitude) + 0.5f) - 0x3f000000
            : magnitude < 0x47800000 ? (magnitude + (0xfff - Rebias) + ((magnitude >> 13) & 1)) >> 13
            : magnitude > 0x7f800000 ? QuietNaN | ((magnitude >> 13) & 0x3ff)
            : Infinity;
        return value | ((bits >> 16) & Sign);
    }

    private static int Int(float value) => BitConverter.ToInt32(BitConverter.GetBytes(value), 0);

    private static float Single(int bits) => BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);

    private static Constant Bits(int bits) => new(ScalarType.UInt16, bits);

    private static Expr BitsOf(Expr single) => new Reinterpret(ScalarType.Int32, single);

    private static Expr Widened(Expr half) => NestReader.ConvertTo(ScalarType.Int32, half);

    private static Expr Magnitude(Expr bits) => And(bits, Sign - 1);

    private static Expr And(Expr value, int mask) => new Binary(BinaryOp.And, value, Constant.Int(mask));

    private static Expr Or(Expr left, Expr right) => new Binary(BinaryOp.Or, left, right);

    private static Expr Shifted(BinaryOp op, Expr value, int count) => new Binary(op, value, Constant.Int(count));
}
