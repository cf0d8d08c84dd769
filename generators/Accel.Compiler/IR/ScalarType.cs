namespace Accel.Compiler.IR;

/// <summary>The element types of the IR. <c>char</c> and enums arrive as their underlying integer type.</summary>
internal enum ScalarType
{
    Bool,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
}

/// <summary>Facts about <see cref="ScalarType"/>.</summary>
internal static class ScalarTypes
{
    /// <summary>The size of one element in bytes.</summary>
    public static int Size(this ScalarType type) => type switch
    {
        ScalarType.Bool or ScalarType.SByte or ScalarType.Byte => 1,
        ScalarType.Int16 or ScalarType.UInt16 => 2,
        ScalarType.Int32 or ScalarType.UInt32 or ScalarType.Single => 4,
        _ => 8,
    };

    public static bool IsFloat(this ScalarType type) => type is ScalarType.Single or ScalarType.Double;

    public static bool IsInteger(this ScalarType type) => type is not (ScalarType.Bool or ScalarType.Single or ScalarType.Double);

    /// <summary>Whether it is an integer that C# widens to int before it computes.</summary>
    public static bool IsNarrow(this ScalarType type) => type.IsInteger() && type.Size() < 4;

    public static bool IsSigned(this ScalarType type) =>
        type is ScalarType.SByte or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Single or ScalarType.Double;

    /// <summary>The C# keyword.</summary>
    public static string Keyword(this ScalarType type) => type switch
    {
        ScalarType.Bool => "bool",
        ScalarType.SByte => "sbyte",
        ScalarType.Byte => "byte",
        ScalarType.Int16 => "short",
        ScalarType.UInt16 => "ushort",
        ScalarType.Int32 => "int",
        ScalarType.UInt32 => "uint",
        ScalarType.Int64 => "long",
        ScalarType.UInt64 => "ulong",
        ScalarType.Single => "float",
        _ => "double",
    };
}
