namespace Accel.Fuzz.Generating;

/// <summary>An element type that kernels can have, and what the generator needs to know to write expressions of it.</summary>
/// <param name="Keyword">The C# keyword.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="IsFloat">Whether it is float or double.</param>
/// <param name="IsSigned">Whether it has negative values.</param>
internal sealed record NumericType(string Keyword, int Size, bool IsFloat, bool IsSigned)
{
    public static readonly NumericType Bool = new("bool", 1, false, false);
    public static readonly NumericType Int = new("int", 4, false, true);
    public static readonly NumericType Long = new("long", 8, false, true);
    /// <summary>A type of parameters; the generator writes none of it.</summary>
    public static readonly NumericType Char = new("char", 2, false, false);

    public static readonly NumericType Float = new("float", 4, true, true);
    public static readonly NumericType Double = new("double", 8, true, true);

    /// <summary>Every type but bool.</summary>
    public static readonly NumericType[] Numbers =
    [
        new("sbyte", 1, false, true), new("byte", 1, false, false), new("short", 2, false, true), new("ushort", 2, false, false),
        Int, new("uint", 4, false, false), Long, new("ulong", 8, false, false), Float, Double,
    ];

    public static readonly NumericType[] All = [Bool, .. Numbers];

    public bool IsBool => this == Bool;

    public bool IsInteger => !IsFloat && !IsBool;

    /// <summary>Whether C# computes in int and the result has to be cast back.</summary>
    public bool IsPromoted => IsInteger && Size < 4;

    public static NumericType? Named(string keyword) => keyword == Char.Keyword ? Char : All.FirstOrDefault(type => type.Keyword == keyword);
}
