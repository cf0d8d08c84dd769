using Microsoft.CodeAnalysis;

namespace Accel.Analyzers.HotLoops;

/// <summary>How many bytes a struct takes, on 64 bits, as far as its fields are known.</summary>
internal static class StructSizes
{
    /// <summary>Bytes without padding; references count 8. Of a struct from an assembly that hides its fields, less than it has.</summary>
    public static int Of(ITypeSymbol type) => Of(type, depth: 0);

    private static int Of(ITypeSymbol type, int depth) => type switch
    {
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte } => 1,
        { SpecialType: SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 } => 2,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single } => 4,
        { SpecialType: SpecialType.System_Decimal } => 16,
        { SpecialType: not SpecialType.None and not SpecialType.System_Nullable_T } => 8,
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Of(underlying, depth),

        // A struct cannot hold itself; code that does not compile can say so.
        INamedTypeSymbol { TypeKind: TypeKind.Struct } named when depth < 8 =>
            Repetitions(named) * named.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst).Sum(field => Of(field.Type, depth + 1)),
        _ => 8,
    };

    private static int Repetitions(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute") is { ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is int length
            ? Math.Min(Math.Max(length, 1), 1 << 16)
            : 1;
}
