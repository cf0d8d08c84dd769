using Accel.Compiler.IR;

namespace Accel.Compiler.Frontend;

/// <summary>Functions of <c>char</c> that ask for ranges of a few code units. Those that go by Unicode's tables of letters and digits are none.</summary>
internal static class CharFunctions
{
    /// <summary>What makes the function's value from its arguments; <see langword="null"/> for an unknown function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="keep">Keeps a value that is used several times.</param>
    public static Func<IReadOnlyList<Expr>, Expr>? Of(string name, Func<Expr, Expr> keep) => name switch
    {
        "IsAscii" => Within((0, 0x7F)),
        "IsAsciiDigit" => Within(('0', '9')),
        "IsAsciiLetterLower" => Within(('a', 'z')),
        "IsAsciiLetterUpper" => Within(('A', 'Z')),
        "IsAsciiLetter" => Within(('A', 'Z'), ('a', 'z')),
        "IsAsciiLetterOrDigit" => Within(('0', '9'), ('A', 'Z'), ('a', 'z')),
        "IsAsciiHexDigit" => Within(('0', '9'), ('A', 'F'), ('a', 'f')),
        "IsAsciiHexDigitLower" => Within(('0', '9'), ('a', 'f')),
        "IsAsciiHexDigitUpper" => Within(('0', '9'), ('A', 'F')),
        "IsControl" => Within((0, 0x1F), (0x7F, 0x9F)),
        "IsSurrogate" => Within((0xD800, 0xDFFF)),
        "IsHighSurrogate" => Within((0xD800, 0xDBFF)),
        "IsLowSurrogate" => Within((0xDC00, 0xDFFF)),

        // Unicode's separators, and what ASCII and Latin-1 have besides.
        "IsWhiteSpace" => Within((0x09, 0x0D), (0x20, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)),

        // As .NET computes it, where the ends are the wrong way round, too.
        "IsBetween" => arguments => new Compare(CompareOp.LessOrEqual, Difference(arguments[0], keep(arguments[1])), Difference(arguments[2], keep(arguments[1]))),
        _ => null,
    };

    private static Func<IReadOnlyList<Expr>, Expr> Within(params (int First, int Last)[] ranges) => arguments =>
    {
        Expr unit = NestReader.ConvertTo(ScalarType.Int32, arguments[0]);
        return ranges.Select(range => range.First == range.Last ? new Compare(CompareOp.Equal, unit, Constant.Int(range.First)) : IsIn(unit, range.First, range.Last))
            .Aggregate((either, or) => new Binary(BinaryOp.Or, either, or));
    };

    private static Expr IsIn(Expr unit, int first, int last)
    {
        var isNotAbove = new Compare(CompareOp.LessOrEqual, unit, Constant.Int(last));
        return first == 0 ? isNotAbove : new Binary(BinaryOp.And, new Compare(CompareOp.GreaterOrEqual, unit, Constant.Int(first)), isNotAbove);
    }

    private static Expr Difference(Expr unit, Expr from) =>
        NestReader.ConvertTo(ScalarType.UInt32, new Binary(BinaryOp.Subtract, NestReader.ConvertTo(ScalarType.Int32, unit), NestReader.ConvertTo(ScalarType.Int32, from)));
}
