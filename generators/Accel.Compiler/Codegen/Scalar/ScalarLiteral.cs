using System.Globalization;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Scalar;

/// <summary>Constants as C# text that means exactly the same bits.</summary>
internal static class ScalarLiteral
{
    public static string Print(Constant constant) => constant.Type switch
    {
        ScalarType.Bool => constant.Bits != 0 ? "true" : "false",
        ScalarType.Int32 => Signed(constant.Bits, ""),
        ScalarType.UInt32 => ((uint)constant.Bits).ToString(CultureInfo.InvariantCulture) + "u",
        ScalarType.Int64 => Signed(constant.Bits, "L"),
        ScalarType.UInt64 => ((ulong)constant.Bits).ToString(CultureInfo.InvariantCulture) + "UL",
        ScalarType.Single => Print(SingleOf(constant)),
        ScalarType.Double => Print(BitConverter.Int64BitsToDouble(constant.Bits)),
        _ => $"({constant.Type.Keyword()}){Signed(constant.Bits, "")}",
    };

    /// <summary>A signed number; negative ones in parentheses, so that it is an operand anywhere.</summary>
    public static string Signed(long value, string suffix)
    {
        string digits = value.ToString(CultureInfo.InvariantCulture) + suffix;
        return value < 0 ? $"({digits})" : digits;
    }

    public static float SingleOf(Constant constant) => BitConverter.ToSingle(BitConverter.GetBytes((int)constant.Bits), 0);

    public static string Print(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
        {
            int bits = BitConverter.ToInt32(BitConverter.GetBytes(value), 0);
            return float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
                : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
                : bits == unchecked((int)0xFFC00000) ? "float.NaN"
                : $"BitConverter.Int32BitsToSingle({Signed(bits, "")})";
        }

        return Finite(value, value.ToString, text => float.Parse(text, CultureInfo.InvariantCulture) == value, 7, "f");
    }

    public static string Print(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            long bits = BitConverter.DoubleToInt64Bits(value);
            return double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
                : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
                : bits == unchecked((long)0xFFF8000000000000) ? "double.NaN"
                : $"BitConverter.Int64BitsToDouble({Signed(bits, "L")})";
        }

        return Finite(value, value.ToString, text => double.Parse(text, CultureInfo.InvariantCulture) == value, 15, "d");
    }

    // The shortest of the three precisions that reads back as the same number. ("R" does not round-trip on .NET Framework, where
    // the compiler may run inside Visual Studio.)
    private static string Finite(double value, Func<string, IFormatProvider, string> format, Func<string, bool> isExact, int digits, string suffix)
    {
        if (value == 0)
        {
            return BitConverter.DoubleToInt64Bits(value) < 0 ? $"(-0{suffix})" : "0" + suffix;
        }

        string text = "";
        for (int precision = digits; precision <= digits + 2; precision++)
        {
            text = format("G" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (isExact(text))
            {
                break;
            }
        }

        return value < 0 ? $"({text}{suffix})" : text + suffix;
    }
}
