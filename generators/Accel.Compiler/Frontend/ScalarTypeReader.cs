using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>Maps C# types and constants to those of the IR.</summary>
internal static class ScalarTypeReader
{
    /// <summary>The type in which the IR holds a value: that of its bits for an enum and a <c>char</c>; <see langword="null"/> where it holds none.</summary>
    public static ScalarType? Of(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } bits } ? Of(bits) : type?.SpecialType switch
    {
        SpecialType.System_Char => ScalarType.UInt16,
        SpecialType.System_Boolean => ScalarType.Bool,
        SpecialType.System_SByte => ScalarType.SByte,
        SpecialType.System_Byte => ScalarType.Byte,
        SpecialType.System_Int16 => ScalarType.Int16,
        SpecialType.System_UInt16 => ScalarType.UInt16,
        SpecialType.System_Int32 => ScalarType.Int32,
        SpecialType.System_UInt32 => ScalarType.UInt32,
        SpecialType.System_Int64 => ScalarType.Int64,
        SpecialType.System_UInt64 => ScalarType.UInt64,
        SpecialType.System_IntPtr => ScalarType.Int64,
        SpecialType.System_UIntPtr => ScalarType.UInt64,
        SpecialType.System_Single => ScalarType.Single,
        SpecialType.System_Double => ScalarType.Double,
        _ => null,
    };

    /// <summary>Whether generated code has another type for it, of the same bits: enums, <c>char</c>, and native integers.</summary>
    public static bool IsRenamed(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Char || IsNative(type);

    /// <summary>Whether it is <c>nint</c> or <c>nuint</c>: of 64 bits in what is compiled, which is only run where that is so.</summary>
    public static bool IsNative(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>Whether it is <c>Span&lt;T&gt;</c> or <c>ReadOnlySpan&lt;T&gt;</c>.</summary>
    public static bool IsSpan(ITypeSymbol? type) => BufferOf(type) is { Kind: BufferKind.Span or BufferKind.ReadOnlySpan };

    public static bool IsMemory(ITypeSymbol? type) => type is INamedTypeSymbol { IsGenericType: true, Name: "Memory" or "ReadOnlyMemory", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        IsGenericType: true, Name: "List", TypeArguments.Length: 1,
        ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    };

    /// <summary>Whether it is read as a span is, but is another type: a string or a list.</summary>
    public static bool IsSequence(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String || IsList(type);

    /// <summary>The element type of a string or a list.</summary>
    public static ITypeSymbol? ElementOfSequence(ITypeSymbol? type, Compilation compilation) =>
        type?.SpecialType == SpecialType.System_String ? compilation.GetSpecialType(SpecialType.System_Char) : IsList(type) ? ((INamedTypeSymbol)type!).TypeArguments[0] : null;

    /// <summary>The kind and element type of a span or array, or <see langword="null"/> for any other type.</summary>
    public static (BufferKind Kind, ITypeSymbol Element)? BufferOf(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol { IsSZArray: true } array:
                return (BufferKind.Array, array.ElementType);
            case IArrayTypeSymbol { Rank: 2 } array:
                return (BufferKind.Array2D, array.ElementType);
            case IArrayTypeSymbol { Rank: 3 } array:
                return (BufferKind.Array3D, array.ElementType);
            case INamedTypeSymbol { IsGenericType: true, TypeArguments.Length: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } named:
                return named.MetadataName switch
                {
                    "Span`1" => (BufferKind.Span, named.TypeArguments[0]),
                    "ReadOnlySpan`1" => (BufferKind.ReadOnlySpan, named.TypeArguments[0]),
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>The kind of span that holds the elements of a tensor of System.Numerics.Tensors, and their type; <see langword="null"/> for any other type.</summary>
    public static (BufferKind Kind, ITypeSymbol Element)? TensorOf(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        IsGenericType: true, TypeArguments: [{ } element], MetadataName: "TensorSpan`1" or "ReadOnlyTensorSpan`1" or "Tensor`1",
        ContainingNamespace: { Name: "Tensors", ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    }
        ? (type.MetadataName == "ReadOnlyTensorSpan`1" ? BufferKind.ReadOnlySpan : BufferKind.Span, element) : null;

    /// <summary>The bits of a constant as <see cref="Constant"/> holds them.</summary>
    public static Constant ConstantOf(object value, ScalarType type) => new(type, value switch
    {
        bool flag => flag ? 1 : 0,
        float single => (uint)SingleBits(single),
        double real => BitConverter.DoubleToInt64Bits(real),
        ulong large => unchecked((long)large),
        char character => character,
        _ => System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
    });

    private static int SingleBits(float value) => BitConverter.ToInt32(BitConverter.GetBytes(value), 0);
}
