using Microsoft.CodeAnalysis;

namespace Accel.CodeFixers.HotLoops;

/// <summary>C#'s rules for the types of arithmetic.</summary>
internal static class Arithmetic
{
    /// <summary>Whether <c>left op right</c> has the type of the left operand, for the types on which C# has arithmetic of their own.</summary>
    public static bool KeepsType(SpecialType left, SpecialType right) => left switch
    {
        SpecialType.System_Int32 => IsSmallInteger(right) || right == SpecialType.System_Int32,
        SpecialType.System_Int64 => IsSmallInteger(right) || right is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64,
        SpecialType.System_UInt32 or SpecialType.System_UInt64 => left == right,
        SpecialType.System_Single => IsInteger(right) || right == SpecialType.System_Single,
        SpecialType.System_Double => IsInteger(right) || right is SpecialType.System_Single or SpecialType.System_Double,
        SpecialType.System_Decimal => IsInteger(right) || right == SpecialType.System_Decimal,
        _ => false,
    };

    private static bool IsSmallInteger(SpecialType type) =>
        type is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char;

    private static bool IsInteger(SpecialType type) =>
        IsSmallInteger(type)
        || type is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;
}
