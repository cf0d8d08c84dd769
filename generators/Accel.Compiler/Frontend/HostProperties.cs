using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Accel.Compiler.Frontend;

/// <summary>Properties that only name a value, so that reading them once is reading them always.</summary>
internal static class HostProperties
{
    /// <summary>Lengths of .NET's own collections, and the span of a memory.</summary>
    public static bool IsKnown(IPropertySymbol property) => property.ContainingType is { } type && (property.Name switch
    {
        "Length" => type.SpecialType is SpecialType.System_String or SpecialType.System_Array || ScalarTypeReader.IsSpan(type) || ScalarTypeReader.IsMemory(type),
        "Count" => ScalarTypeReader.IsList(type),
        "Span" => ScalarTypeReader.IsMemory(type),
        _ => false,
    });

    /// <summary>The field of an automatic property of this project.</summary>
    public static IFieldSymbol? BackingField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>Whether the getter does nothing but read a field of its instance, whatever class the instance is of.</summary>
    public static bool OnlyNamesField(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        IMethodSymbol getter = property.GetMethod!;
        if (property.IsAbstract || property.IsExtern || ((property.IsVirtual || property.IsOverride) && !property.ContainingType.IsSealed) || property.ContainingType.TypeKind == TypeKind.Interface)
        {
            return false;
        }

        // Of a referenced project the compiler says which accessors are its own.
        if (property.DeclaringSyntaxReferences.Length == 0)
        {
            return getter.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "CompilerGeneratedAttribute", ContainingNamespace.Name: "CompilerServices" });
        }

        return AggregateShape.IsAutomatic(property)
            || (MethodBodies.Of(getter, compilation, cancellation) is { Operations: [IReturnOperation { ReturnedValue: IFieldReferenceOperation { Field: { IsVolatile: false, RefKind: RefKind.None }, Instance: null or IInstanceReferenceOperation } }] });
    }
}
