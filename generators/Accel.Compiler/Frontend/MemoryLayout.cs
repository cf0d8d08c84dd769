using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Accel.Compiler.Frontend;

/// <summary>Where the numbers of a struct stand in memory, as .NET lays out structs without references. What is assumed is asked at run time (<see cref="ReinterpretedArguments.IsLaidOut"/>).</summary>
/// <param name="Size">Of the struct, in bytes, with what is behind the last number.</param>
/// <param name="Alignment">What its place is a multiple of, in bytes.</param>
/// <param name="Offsets">Of each number from the beginning, in bytes, in the order of <see cref="AggregateShape.Leaves"/>.</param>
internal sealed record MemoryLayout(int Size, int Alignment, ImmutableArray<int> Offsets)
{
    /// <summary>Whether the run time may order the fields as it likes: those of tuples. What it did is asked field by field.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>A field: a number, or a struct of which each number stands so far from its beginning.</summary>
    private sealed record Field(int Size, int Alignment, ImmutableArray<int> Offsets, bool IsStruct);

    /// <summary>The layout of a struct with these fields; <see langword="null"/> where it is not known, or where a number does not stand at a multiple of its size.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="fields">For each field the number's type, or the struct's shape.</param>
    public static MemoryLayout? Of(INamedTypeSymbol type, IReadOnlyList<(ScalarType? Number, AggregateShape? Struct)> fields)
    {
        if (fields.Count == 0 || fields.Any(field => field.Number is null && field.Struct?.Layout is null) || PackingOf(type) is not { } packing)
        {
            return null;
        }

        bool isAutomatic = type.IsTupleType || fields.Any(field => field.Struct?.Layout?.IsAutomatic == true);
        List<Field> known = [.. fields.Select(field => field.Number is { } number
            ? new Field(number.Size(), Math.Min(packing, number.Size()), [0], IsStruct: false)
            : new Field(field.Struct!.Layout!.Size, Math.Min(packing, field.Struct.Layout.Alignment), field.Struct.Layout.Offsets, IsStruct: true))];
        MemoryLayout layout = InOrder(known, isAutomatic ? [.. Enumerable.Range(0, known.Count).OrderBy(i => known[i].IsStruct).ThenByDescending(i => known[i].IsStruct ? 0 : known[i].Size)] : [.. Enumerable.Range(0, known.Count)]);
        List<int> sizes = [.. fields.SelectMany(field => field.Struct is { } inner ? inner.Leaves : [field.Number!.Value]).Select(leaf => leaf.Size())];
        return layout.Offsets.Zip(sizes, (offset, size) => offset % size == 0 && layout.Size % size == 0).All(isMultiple => isMultiple) ? layout with { IsAutomatic = isAutomatic } : null;
    }

    /// <summary>Each field at the next multiple of its alignment, in the given order.</summary>
    private static MemoryLayout InOrder(List<Field> fields, int[] order)
    {
        var places = new int[fields.Count];
        int end = 0;
        foreach (int i in order)
        {
            places[i] = Up(end, fields[i].Alignment);
            end = places[i] + fields[i].Size;
        }

        int alignment = fields.Max(field => field.Alignment);
        return new(Up(end, alignment), alignment, [.. fields.SelectMany((field, i) => field.Offsets.Select(offset => places[i] + offset))]);
    }

    private static int Up(int place, int alignment) => (place + alignment - 1) / alignment * alignment;

    /// <summary>The greatest alignment of a field; <see langword="null"/> where more may be in the memory than the fields, or they may lie in another order.</summary>
    private static int? PackingOf(INamedTypeSymbol type)
    {
        if (KnownAggregates.IsKnown(type) || type.IsTupleType)
        {
            return int.MaxValue;
        }

        // Fields of several parts have no order.
        IEnumerable<SyntaxNode?> parts = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst)
            .SelectMany(field => (field.AssociatedSymbol ?? field).DeclaringSyntaxReferences).Select(reference => (SyntaxNode?)reference.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>());
        if (type.DeclaringSyntaxReferences.Length == 0 || parts.Distinct().Count() != 1)
        {
            return null;
        }

        AttributeData? attribute = type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "StructLayoutAttribute");
        if (attribute is null)
        {
            return int.MaxValue;
        }

        bool isSequential = attribute.ConstructorArguments is [{ Value: (int)LayoutKind.Sequential or (short)LayoutKind.Sequential }];
        int pack = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Pack").Value.Value as int? ?? 0;
        return isSequential && !attribute.NamedArguments.Any(argument => argument.Key == "Size") ? (pack == 0 ? int.MaxValue : pack) : null;
    }
}
