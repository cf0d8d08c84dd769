using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>
/// The numbers that a value of several numbers consists of: a struct, a tuple, <c>Vector3</c>, <c>Complex</c>. The IR knows none of these; the frontend takes
/// them apart (scalar replacement of aggregates).
/// </summary>
internal sealed class AggregateShape
{
    /// <summary>More than a 4 by 4 matrix is no value to keep in registers.</summary>
    private const int MostLeaves = 16;

    private readonly Dictionary<ISymbol, int> _first = new(SymbolEqualityComparer.Default);

    private AggregateShape(ITypeSymbol type) => Type = type;

    public ITypeSymbol Type { get; }

    /// <summary>The types of the numbers, in the order in which they are declared, those of structs inside in the place of these.</summary>
    public ImmutableArray<ScalarType> Leaves { get; private set; } = ImmutableArray<ScalarType>.Empty;

    /// <summary>The types of the numbers in C#, which differ for enums and <c>char</c>.</summary>
    public ImmutableArray<ITypeSymbol> LeafTypes { get; private set; } = ImmutableArray<ITypeSymbol>.Empty;

    /// <summary>C# of each number behind a variable's name: <c>.Start.X</c>.</summary>
    public ImmutableArray<string> Paths { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary>Whether each number is a field that code of the assembly outside the type may name, and pass by reference.</summary>
    public bool HasVisibleFields { get; private set; } = true;

    /// <summary>Whether each number is a field that code of the assembly outside the type may name.</summary>
    public bool HasNamedFields { get; private set; } = true;

    /// <summary>Whether each number can be read by its path.</summary>
    public bool HasVisiblePaths { get; private set; } = true;

    /// <summary>Where the numbers stand in memory; <see langword="null"/> where that is not known.</summary>
    public MemoryLayout? Layout { get; private set; }

    /// <summary>Whether the numbers can be found in memory: where they stand is certain, or can be asked.</summary>
    public bool HasKnownPlaces => Layout is not null && (HasNamedFields || !Layout.IsAutomatic);

    /// <summary>The one type of the numbers, where a value in memory is these, one behind the other; else <see langword="null"/>.</summary>
    public ScalarType? ElementType => Layout is { IsAutomatic: false } && Leaves.All(leaf => leaf == Leaves[0]) ? Leaves[0] : null;

    /// <summary>The shape of a type; <see langword="null"/> for a number, and for what is not made of numbers alone.</summary>
    public static AggregateShape? Of(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsRefLikeType: false } named || ScalarTypeReader.Of(type) is not null || !named.IsUnmanagedType
            || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return null;
        }

        var shape = new AggregateShape(type);
        IReadOnlyList<(ISymbol Member, ITypeSymbol Type)>? fields = KnownAggregates.FieldsOf(named) ?? FieldsOf(named);
        var parts = new List<(ScalarType?, AggregateShape?)>();
        foreach ((ISymbol member, ITypeSymbol fieldType) in fields ?? [])
        {
            shape._first[member] = shape.Leaves.Length;
            if (ScalarTypeReader.Of(fieldType) is { } leaf)
            {
                shape.Leaves = shape.Leaves.Add(leaf);
                shape.LeafTypes = shape.LeafTypes.Add(fieldType);
                shape.Paths = shape.Paths.Add(member is IMethodSymbol ? "" : "." + LoopLabels.Escape(member.Name));
                parts.Add((leaf, null));
            }
            else if (Of(fieldType) is { } inner)
            {
                shape.Leaves = shape.Leaves.AddRange(inner.Leaves);
                shape.LeafTypes = shape.LeafTypes.AddRange(inner.LeafTypes);
                shape.Paths = shape.Paths.AddRange(inner.Paths.Select(path => $".{LoopLabels.Escape(member.Name)}{path}"));
                shape.HasVisibleFields &= inner.HasVisibleFields;
                shape.HasVisiblePaths &= inner.HasVisiblePaths;
                shape.HasNamedFields &= inner.HasNamedFields;
                parts.Add((null, inner));
            }
            else
            {
                return null;
            }

            bool isVisible = member is IFieldSymbol or IPropertySymbol && GeneratedMembers.IsInternalOrWider(member.DeclaredAccessibility);
            shape.HasVisiblePaths &= isVisible && member is not IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Private };
            shape.HasVisibleFields &= isVisible && member is IFieldSymbol { IsReadOnly: false };
            shape.HasNamedFields &= isVisible && member is IFieldSymbol;
        }

        if (shape.Leaves.Length is 0 or > MostLeaves)
        {
            return null;
        }

        shape.Layout = MemoryLayout.Of(named, parts);
        return shape;
    }

    /// <summary>Where the numbers of a field, or of a property that only names one, stand; <see langword="null"/> for any other member.</summary>
    public (int First, int Count)? PartOf(ISymbol member)
    {
        ISymbol key = member is IFieldSymbol { CorrespondingTupleField: { } element } ? element : member;
        if (!_first.TryGetValue(key, out int first))
        {
            return null;
        }

        ITypeSymbol type = key is IFieldSymbol field ? field.Type : ((IPropertySymbol)key).Type;
        return (first, Of(type)?.Leaves.Length ?? 1);
    }

    /// <summary>The fields, those behind properties by the property's name; <see langword="null"/> where they cannot be seen.</summary>
    private static List<(ISymbol Member, ITypeSymbol Type)>? FieldsOf(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            return [.. type.TupleElements.Select(element => ((ISymbol)(element.CorrespondingTupleField ?? element), element.Type))];
        }

        // Of a library's struct neither its fields are known, which a reference assembly may hide, nor whether they lie in one another's place.
        bool isSource = type.DeclaringSyntaxReferences.Length > 0;
        if ((!isSource && !KnownAggregates.IsInNumerics(type)) || (isSource && (HasSpecialLayout(type) || KeepsParameters(type))))
        {
            return null;
        }

        var fields = new List<(ISymbol, ITypeSymbol)>();
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst))
        {
            if (field.IsFixedSizeBuffer || field.RefKind != RefKind.None || (!isSource && field.DeclaredAccessibility != Accessibility.Public))
            {
                return null;
            }

            fields.Add((field.AssociatedSymbol is IPropertySymbol property && IsAutomatic(property) ? property : field, field.Type));
        }

        return fields;
    }

    /// <summary>Whether the property only names its field: no accessor does more (<c>get => field * 2</c>).</summary>
    public static bool IsAutomatic(IPropertySymbol property) => property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ParameterSyntax
        || (reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null })));

    /// <summary>Whether a parameter of the primary constructor may be read behind construction, which makes it a field that nobody declared.</summary>
    private static bool KeepsParameters(INamedTypeSymbol type) => !type.IsRecord && type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<StructDeclarationSyntax>().Any(declaration =>
    {
        var names = new HashSet<string>(declaration.ParameterList?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []);
        return names.Count > 0 && type.DeclaringSyntaxReferences.SelectMany(reference => ((TypeDeclarationSyntax)reference.GetSyntax()).Members).SelectMany(member => member.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Any(name => names.Contains(name.Identifier.ValueText) && !name.Ancestors().Any(node => node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } }));
    });

    /// <summary>Whether fields may share memory, or be more than is declared.</summary>
    private static bool HasSpecialLayout(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute"
        || (attribute.AttributeClass?.Name == "StructLayoutAttribute" && !(attribute.ConstructorArguments is [{ Value: (int)LayoutKind.Sequential or (short)LayoutKind.Sequential or (int)LayoutKind.Auto or (short)LayoutKind.Auto }])));
}
