using System.Numerics;
using Accel.Compiler.IR;

namespace Accel.Compiler.Tests.Codegen;

/// <summary>C#'s unchecked arithmetic on boxed scalars.</summary>
internal static class Arithmetic
{
    public static object FromBits(ScalarType type, long bits) => type switch
    {
        ScalarType.Bool => bits != 0,
        ScalarType.SByte => (sbyte)bits,
        ScalarType.Byte => (byte)bits,
        ScalarType.Int16 => (short)bits,
        ScalarType.UInt16 => (ushort)bits,
        ScalarType.Int32 => (int)bits,
        ScalarType.UInt32 => (uint)bits,
        ScalarType.Int64 => bits,
        ScalarType.UInt64 => (ulong)bits,
        ScalarType.Single => BitConverter.Int32BitsToSingle((int)bits),
        _ => BitConverter.Int64BitsToDouble(bits),
    };

    public static object Identity(ReductionOp op, ScalarType type) => (op, type) switch
    {
        (ReductionOp.Sum, ScalarType.Single) => -0f,
        (ReductionOp.Sum, ScalarType.Double) => -0d,
        (ReductionOp.Min or ReductionOp.Smaller, ScalarType.Single) => float.PositiveInfinity,
        (ReductionOp.Min or ReductionOp.Smaller, ScalarType.Double) => double.PositiveInfinity,
        (ReductionOp.Max or ReductionOp.Larger, ScalarType.Single) => float.NegativeInfinity,
        (ReductionOp.Max or ReductionOp.Larger, ScalarType.Double) => double.NegativeInfinity,
        (ReductionOp.Product, _) => Convert(type, 1),
        (ReductionOp.Sum or ReductionOp.Or or ReductionOp.Xor, _) => FromBits(type, 0),
        (ReductionOp.And, _) => FromBits(type, -1),
        (ReductionOp.Min or ReductionOp.Smaller, _) => type.IsSigned() ? FromBits(type, (1L << ((8 * type.Size()) - 1)) - 1) : FromBits(type, -1),
        _ => type.IsSigned() ? FromBits(type, -1L << ((8 * type.Size()) - 1)) : FromBits(type, 0),
    };

    public static object Unary(UnaryOp op, object value) => value switch
    {
        bool b => !b,
        float f => -f,
        double d => -d,
        sbyte v => Integer(op, v),
        byte v => Integer(op, v),
        short v => Integer(op, v),
        ushort v => Integer(op, v),
        int v => Integer(op, v),
        uint v => Integer(op, v),
        long v => Integer(op, v),
        ulong v => Integer(op, v),
        _ => throw new NotSupportedException(),
    };

    public static object Binary(BinaryOp op, object left, object right) => left switch
    {
        bool b => Logical(op, b, (bool)right),
        float f => Float(op, f, (float)right),
        double d => Float(op, d, (double)right),
        sbyte v => Integer(op, v, right),
        byte v => Integer(op, v, right),
        short v => Integer(op, v, right),
        ushort v => Integer(op, v, right),
        int v => Integer(op, v, right),
        uint v => Integer(op, v, right),
        long v => Integer(op, v, right),
        ulong v => Integer(op, v, right),
        _ => throw new NotSupportedException(),
    };

    public static object Compare(CompareOp op, object left, object right) => left switch
    {
        bool b => op == CompareOp.Equal ? b == (bool)right : b != (bool)right,
        float f => Ordered(op, f, (float)right),
        double d => Ordered(op, d, (double)right),
        sbyte v => Ordered(op, v, (sbyte)right),
        byte v => Ordered(op, v, (byte)right),
        short v => Ordered(op, v, (short)right),
        ushort v => Ordered(op, v, (ushort)right),
        int v => Ordered(op, v, (int)right),
        uint v => Ordered(op, v, (uint)right),
        long v => Ordered(op, v, (long)right),
        ulong v => Ordered(op, v, (ulong)right),
        _ => throw new NotSupportedException(),
    };

    /// <summary>C#'s conversions, as the C# compiler and the JIT make them.</summary>
    /// <summary>The bits of a value as another type.</summary>
    public static object Bits(ScalarType type, object value) => (type, value) switch
    {
        (ScalarType.Int32, float single) => BitConverter.SingleToInt32Bits(single),
        (ScalarType.UInt32, float single) => BitConverter.SingleToUInt32Bits(single),
        (ScalarType.Int64, double real) => BitConverter.DoubleToInt64Bits(real),
        (ScalarType.UInt64, double real) => BitConverter.DoubleToUInt64Bits(real),
        (ScalarType.Single, int bits) => BitConverter.Int32BitsToSingle(bits),
        (ScalarType.Single, uint bits) => BitConverter.UInt32BitsToSingle(bits),
        (ScalarType.Double, long bits) => BitConverter.Int64BitsToDouble(bits),
        (ScalarType.Double, ulong bits) => BitConverter.UInt64BitsToDouble(bits),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "They differ in size."),
    };

    public static object Convert(ScalarType type, object value) => value switch
    {
        float f => FromDouble(type, f, f),
        double d => FromDouble(type, d, (float)d),
        ulong u => type switch
        {
            ScalarType.Single => (float)u,
            ScalarType.Double => (double)u,
            _ => FromBits(type, (long)u),
        },
        _ => FromInt64(type, System.Convert.ToInt64(value)),
    };

    public static object Call(Intrinsic function, object[] arguments, FloatModeOption mode) => arguments[0] switch
    {
        float f => function switch
        {
            Intrinsic.FusedMultiplyAdd => MathF.FusedMultiplyAdd(f, (float)arguments[1], (float)arguments[2]),
            Intrinsic.Min => MathF.Min(f, (float)arguments[1]),
            Intrinsic.Max => MathF.Max(f, (float)arguments[1]),
            Intrinsic.Pow when mode == FloatModeOption.Strict => MathF.Pow(f, (float)arguments[1]),
            Intrinsic.Pow => VectorMath.Pow(f, (float)arguments[1]),
            Intrinsic.Atan2 when mode == FloatModeOption.Strict => MathF.Atan2(f, (float)arguments[1]),
            Intrinsic.Atan2 => VectorMath.Atan2(f, (float)arguments[1]),
            Intrinsic.Exp when mode != FloatModeOption.Strict => VectorMath.Exp(f),
            Intrinsic.Log when mode != FloatModeOption.Strict => VectorMath.Log(f),
            Intrinsic.Sin when mode != FloatModeOption.Strict => VectorMath.Sin(f),
            Intrinsic.Cos when mode != FloatModeOption.Strict => VectorMath.Cos(f),
            Intrinsic.Tan when mode != FloatModeOption.Strict => VectorMath.Tan(f),
            Intrinsic.Asin when mode != FloatModeOption.Strict => VectorMath.Asin(f),
            Intrinsic.Acos when mode != FloatModeOption.Strict => VectorMath.Acos(f),
            Intrinsic.Atan when mode != FloatModeOption.Strict => VectorMath.Atan(f),
            Intrinsic.Sinh when mode != FloatModeOption.Strict => VectorMath.Sinh(f),
            Intrinsic.Cosh when mode != FloatModeOption.Strict => VectorMath.Cosh(f),
            Intrinsic.Tanh when mode != FloatModeOption.Strict => VectorMath.Tanh(f),
            Intrinsic.Log2 when mode != FloatModeOption.Strict => VectorMath.Log2(f),
            Intrinsic.Log10 when mode != FloatModeOption.Strict => VectorMath.Log10(f),
            Intrinsic.Cbrt when mode != FloatModeOption.Strict => VectorMath.Cbrt(f),
            Intrinsic.Asinh when mode != FloatModeOption.Strict => VectorMath.Asinh(f),
            Intrinsic.Acosh when mode != FloatModeOption.Strict => VectorMath.Acosh(f),
            Intrinsic.Atanh when mode != FloatModeOption.Strict => VectorMath.Atanh(f),
            Intrinsic.Exp2 when mode != FloatModeOption.Strict => VectorMath.Exp2(f),
            Intrinsic.Exp10 when mode != FloatModeOption.Strict => VectorMath.Exp10(f),
            Intrinsic.ExpM1 when mode != FloatModeOption.Strict => VectorMath.ExpM1(f),
            Intrinsic.LogP1 when mode != FloatModeOption.Strict => VectorMath.LogP1(f),
            Intrinsic.SinPi when mode != FloatModeOption.Strict => VectorMath.SinPi(f),
            Intrinsic.CosPi when mode != FloatModeOption.Strict => VectorMath.CosPi(f),
            Intrinsic.Hypot when mode != FloatModeOption.Strict => VectorMath.Hypot(f, (float)arguments[1]),
            Intrinsic.Hypot => float.Hypot(f, (float)arguments[1]),
            Intrinsic.Erf => VectorMath.Erf(f),
            Intrinsic.Erfc => VectorMath.Erfc(f),
            Intrinsic.Gamma => VectorMath.Gamma(f),
            Intrinsic.LogGamma => VectorMath.LogGamma(f),
            Intrinsic.Logistic => VectorMath.Logistic(f),
            Intrinsic.ReciprocalSqrt => VectorMath.ReciprocalSqrt(f),
            _ => Function(function, f),
        },
        double d => function switch
        {
            Intrinsic.FusedMultiplyAdd => Math.FusedMultiplyAdd(d, (double)arguments[1], (double)arguments[2]),
            Intrinsic.Min => Math.Min(d, (double)arguments[1]),
            Intrinsic.Max => Math.Max(d, (double)arguments[1]),
            Intrinsic.Pow when mode == FloatModeOption.Strict => Math.Pow(d, (double)arguments[1]),
            Intrinsic.Pow => VectorMath.Pow(d, (double)arguments[1]),
            Intrinsic.Atan2 when mode == FloatModeOption.Strict => Math.Atan2(d, (double)arguments[1]),
            Intrinsic.Atan2 => VectorMath.Atan2(d, (double)arguments[1]),
            Intrinsic.Exp when mode != FloatModeOption.Strict => VectorMath.Exp(d),
            Intrinsic.Log when mode != FloatModeOption.Strict => VectorMath.Log(d),
            Intrinsic.Sin when mode != FloatModeOption.Strict => VectorMath.Sin(d),
            Intrinsic.Cos when mode != FloatModeOption.Strict => VectorMath.Cos(d),
            Intrinsic.Tan when mode != FloatModeOption.Strict => VectorMath.Tan(d),
            Intrinsic.Asin when mode != FloatModeOption.Strict => VectorMath.Asin(d),
            Intrinsic.Acos when mode != FloatModeOption.Strict => VectorMath.Acos(d),
            Intrinsic.Atan when mode != FloatModeOption.Strict => VectorMath.Atan(d),
            Intrinsic.Sinh when mode != FloatModeOption.Strict => VectorMath.Sinh(d),
            Intrinsic.Cosh when mode != FloatModeOption.Strict => VectorMath.Cosh(d),
            Intrinsic.Tanh when mode != FloatModeOption.Strict => VectorMath.Tanh(d),
            Intrinsic.Log2 when mode != FloatModeOption.Strict => VectorMath.Log2(d),
            Intrinsic.Log10 when mode != FloatModeOption.Strict => VectorMath.Log10(d),
            Intrinsic.Cbrt when mode != FloatModeOption.Strict => VectorMath.Cbrt(d),
            Intrinsic.Asinh when mode != FloatModeOption.Strict => VectorMath.Asinh(d),
            Intrinsic.Acosh when mode != FloatModeOption.Strict => VectorMath.Acosh(d),
            Intrinsic.Atanh when mode != FloatModeOption.Strict => VectorMath.Atanh(d),
            Intrinsic.Exp2 when mode != FloatModeOption.Strict => VectorMath.Exp2(d),
            Intrinsic.Exp10 when mode != FloatModeOption.Strict => VectorMath.Exp10(d),
            Intrinsic.ExpM1 when mode != FloatModeOption.Strict => VectorMath.ExpM1(d),
            Intrinsic.LogP1 when mode != FloatModeOption.Strict => VectorMath.LogP1(d),
            Intrinsic.SinPi when mode != FloatModeOption.Strict => VectorMath.SinPi(d),
            Intrinsic.CosPi when mode != FloatModeOption.Strict => VectorMath.CosPi(d),
            Intrinsic.Hypot when mode != FloatModeOption.Strict => VectorMath.Hypot(d, (double)arguments[1]),
            Intrinsic.Hypot => double.Hypot(d, (double)arguments[1]),
            Intrinsic.Erf => VectorMath.Erf(d),
            Intrinsic.Erfc => VectorMath.Erfc(d),
            Intrinsic.Gamma => VectorMath.Gamma(d),
            Intrinsic.LogGamma => VectorMath.LogGamma(d),
            Intrinsic.Logistic => VectorMath.Logistic(d),
            Intrinsic.ReciprocalSqrt => VectorMath.ReciprocalSqrt(d),
            _ => Function(function, d),
        },
        sbyte v => MinMax(function, v, arguments[1]),
        byte v => MinMax(function, v, arguments[1]),
        short v => MinMax(function, v, arguments[1]),
        ushort v => MinMax(function, v, arguments[1]),
        int v => MinMax(function, v, arguments[1]),
        uint v => MinMax(function, v, arguments[1]),
        long v when function == Intrinsic.MultiplyHigh => (long)(((Int128)v * (long)arguments[1]) >> 64),
        ulong v when function == Intrinsic.MultiplyHigh => (ulong)(((UInt128)v * (ulong)arguments[1]) >> 64),
        long v => MinMax(function, v, arguments[1]),
        ulong v => MinMax(function, v, arguments[1]),
        _ => throw new NotSupportedException(),
    };

    private static object Function<T>(Intrinsic function, T value)
        where T : IFloatingPointIeee754<T> => function switch
        {
            Intrinsic.Abs => T.Abs(value),
            Intrinsic.Sqrt => T.Sqrt(value),
            Intrinsic.Floor => T.Floor(value),
            Intrinsic.Ceiling => T.Ceiling(value),
            Intrinsic.Round => T.Round(value, MidpointRounding.ToEven),
            Intrinsic.Truncate => T.Truncate(value),
            Intrinsic.Exp => T.Exp(value),
            Intrinsic.Log => T.Log(value),
            Intrinsic.Sin => T.Sin(value),
            Intrinsic.Cos => T.Cos(value),
            Intrinsic.Tan => T.Tan(value),
            Intrinsic.Asin => T.Asin(value),
            Intrinsic.Acos => T.Acos(value),
            Intrinsic.Atan => T.Atan(value),
            Intrinsic.Sinh => T.Sinh(value),
            Intrinsic.Cosh => T.Cosh(value),
            Intrinsic.Tanh => T.Tanh(value),
            Intrinsic.Log2 => T.Log2(value),
            Intrinsic.Log10 => T.Log10(value),
            Intrinsic.Cbrt => T.Cbrt(value),
            Intrinsic.Asinh => T.Asinh(value),
            Intrinsic.Acosh => T.Acosh(value),
            Intrinsic.Atanh => T.Atanh(value),
            Intrinsic.Exp2 => T.Exp2(value),
            Intrinsic.Exp10 => T.Exp10(value),
            Intrinsic.ExpM1 => T.ExpM1(value),
            Intrinsic.LogP1 => T.LogP1(value),
            Intrinsic.SinPi => T.SinPi(value),
            Intrinsic.CosPi => T.CosPi(value),
            _ => throw new NotSupportedException(function.ToString()),
        };

    private static object MinMax<T>(Intrinsic function, T left, object right)
        where T : IBinaryInteger<T> => function == Intrinsic.Min ? T.Min(left, (T)right) : T.Max(left, (T)right);

    private static bool Ordered<T>(CompareOp op, T left, T right)
        where T : INumber<T> => op switch
        {
            CompareOp.Equal => left == right,
            CompareOp.NotEqual => left != right,
            CompareOp.Less => left < right,
            CompareOp.LessOrEqual => left <= right,
            CompareOp.Greater => left > right,
            _ => left >= right,
        };

    private static bool Logical(BinaryOp op, bool left, bool right) => op switch
    {
        BinaryOp.And => left && right,
        BinaryOp.Or => left || right,
        _ => left != right,
    };

    private static T Float<T>(BinaryOp op, T left, T right)
        where T : IFloatingPoint<T> => op switch
        {
            BinaryOp.Add => left + right,
            BinaryOp.Subtract => left - right,
            BinaryOp.Multiply => left * right,
            BinaryOp.Divide => left / right,
            _ => left % right,
        };

    private static T Integer<T>(UnaryOp op, T value)
        where T : IBinaryInteger<T> => op == UnaryOp.Not ? ~value : unchecked(-value);

    private static object Integer<T>(BinaryOp op, T left, object right)
        where T : IBinaryInteger<T>
    {
        if (op is BinaryOp.ShiftLeft or BinaryOp.ShiftRight or BinaryOp.ShiftRightLogical)
        {
            int count = (int)right & ((8 * left.GetByteCount()) - 1);
            return op switch
            {
                BinaryOp.ShiftLeft => left << count,
                BinaryOp.ShiftRight => left >> count,
                _ => left >>> count,
            };
        }

        T other = (T)right;
        return op switch
        {
            BinaryOp.Add => left + other,
            BinaryOp.Subtract => left - other,
            BinaryOp.Multiply => left * other,
            BinaryOp.Divide => left / other,
            BinaryOp.Remainder => left % other,
            BinaryOp.And => left & other,
            BinaryOp.Or => left | other,
            _ => left ^ other,
        };
    }

    private static object FromDouble(ScalarType type, double value, float single)
    {
        int integer = double.IsNaN(value) ? 0 : value >= int.MaxValue ? int.MaxValue : value <= int.MinValue ? int.MinValue : (int)value;
        return type switch
        {
            ScalarType.Single => single,
            ScalarType.Double => value,
            ScalarType.Int64 => double.IsNaN(value) ? 0L : value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value,
            ScalarType.UInt64 => double.IsNaN(value) || value <= 0 ? 0UL : value >= ulong.MaxValue ? ulong.MaxValue : (ulong)value,
            ScalarType.UInt32 => double.IsNaN(value) || value <= 0 ? 0u : value >= uint.MaxValue ? uint.MaxValue : (uint)value,
            _ => FromBits(type, integer),
        };
    }

    private static object FromInt64(ScalarType type, long value) => type switch
    {
        ScalarType.Single => (float)value,
        ScalarType.Double => (double)value,
        _ => FromBits(type, value),
    };
}
