using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>
/// Local functions by which the code around a nest reads private fields of the objects that inlined members use: <c>UnsafeAccessor</c> makes one the field itself, at no cost.
/// </summary>
internal sealed class HostAccessors
{
    private readonly SortedSet<string> _declarations = new(StringComparer.Ordinal);

    public EquatableArray<string> Declarations => _declarations.ToEquatableArray();

    /// <summary>The field of an object; <see langword="null"/> where generated code cannot name the types.</summary>
    public HostExpression? Read(HostExpression owner, IFieldSymbol field, Compilation compilation)
    {
        INamedTypeSymbol type = field.ContainingType;
        if (type.IsGenericType || type.IsRefLikeType || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) || !IsVisible(field.Type, compilation))
        {
            return null;
        }

        string typeName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string name = "Accel_" + string.Concat($"{type.ToDisplayString()}_{(field.AssociatedSymbol ?? field).Name}".Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        _declarations.Add($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = \"{field.Name}\")] "
            + $"static extern ref {field.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} {name}({(type.IsValueType ? "ref " : "")}{typeName} instance);");
        return owner.Applied(name, type.IsValueType ? $"ref global::System.Runtime.CompilerServices.Unsafe.AsRef({owner.Text})" : owner.Text, field.Type.IsReferenceType);
    }

    private static bool IsVisible(ITypeSymbol type, Compilation compilation) => type is IArrayTypeSymbol array ? IsVisible(array.ElementType, compilation) : compilation.IsSymbolAccessibleWithin(type, compilation.Assembly);
}
