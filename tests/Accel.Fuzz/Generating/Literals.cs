using System.Globalization;

namespace Accel.Fuzz.Generating;

/// <summary>Constants of each type: everyday ones and those at which arithmetic goes wrong.</summary>
internal static class Literals
{
    public static string Of(NumericType type, Dice dice) => type.Keyword switch
    {
        "bool" => dice.OneIn(2) ? "true" : "false",
        "float" => dice.OneIn(3)
            ? dice.Pick<string>(["-0f", "float.NaN", "float.PositiveInfinity", "float.NegativeInfinity", "1e-40f", "3.4028235E38f", "2147483648f", "0.5f", "1.5f", "1E-45f"])
            : (dice.Between(-64, 64) / 8f).ToString("R", CultureInfo.InvariantCulture) + "f",
        "double" => dice.OneIn(3)
            ? dice.Pick<string>(["-0d", "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "1e-310", "1.7976931348623157E+308", "9223372036854775808d", "0.5", "4294967296d", "0.1"])
            : (dice.Between(-64, 64) / 8d).ToString("R", CultureInfo.InvariantCulture) + "d",
        "long" => dice.OneIn(4) ? dice.Pick<string>(["long.MaxValue", "long.MinValue", "-1L", "4294967296L"]) : $"{dice.Between(-9, 70)}L",
        "ulong" => dice.OneIn(4) ? dice.Pick<string>(["ulong.MaxValue", "9223372036854775808UL", "4294967296UL"]) : $"{dice.Below(70)}UL",
        "int" => dice.OneIn(4) ? dice.Pick<string>(["int.MaxValue", "int.MinValue", "-1", "65536"]) : $"{dice.Between(-9, 70)}",
        "uint" => dice.OneIn(4) ? dice.Pick<string>(["uint.MaxValue", "2147483648u", "1u"]) : $"{dice.Below(70)}u",
        _ => $"unchecked(({type.Keyword}){(dice.OneIn(4) ? dice.Pick<string>([$"{type.Keyword}.MaxValue", $"{type.Keyword}.MinValue"]) : $"({dice.Between(type.IsSigned ? -9 : 0, 70)})")})",
    };

    /// <summary>A small integer, with which sums and products of data like it are exact.</summary>
    public static string Small(NumericType type, Dice dice) => type.Keyword switch
    {
        "bool" => Of(type, dice),
        "float" => $"{dice.Between(-3, 3)}f",
        "double" => $"{dice.Between(-3, 3)}d",
        "uint" => $"{dice.Below(4)}u",
        "ulong" => $"{dice.Below(4)}UL",
        "long" => $"{dice.Between(-3, 3)}L",
        "int" => $"{dice.Between(-3, 3)}",
        _ => $"({type.Keyword}){dice.Below(4)}",
    };
}
