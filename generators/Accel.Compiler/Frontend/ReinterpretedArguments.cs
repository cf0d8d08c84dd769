using Accel.Compiler.IR;
using Microsoft.CodeAnalysis;

namespace Accel.Compiler.Frontend;

/// <summary>What the host passes to a nest: the user's variable, or for enums and <c>char</c> the same memory as numbers.</summary>
internal static class ReinterpretedArguments
{
    private const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";

    /// <summary>A span or array. An array that is null stays null, so that it fails as the user's loop does.</summary>
    public static string OfBuffer(string variable, BufferKind kind, ITypeSymbol element, ScalarType type) => ScalarTypeReader.Of(element) == type && !ScalarTypeReader.IsRenamed(element) ? variable : kind switch
    {
        BufferKind.Array => $"{Unsafe}.As<{type.Keyword()}[]>({variable})",
        BufferKind.Array2D => $"{Unsafe}.As<{type.Keyword()}[,]>({variable})",
        BufferKind.Array3D => $"{Unsafe}.As<{type.Keyword()}[,,]>({variable})",
        _ => $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<{Name(element)}, {type.Keyword()}>({variable})",
    };

    /// <summary>A span or array of structs as numbers of one of the types that they have.</summary>
    public static string OfElements(string variable, BufferKind kind, ITypeSymbol element, ScalarType type) =>
        $"global::Accel.Runtime.Guards.NumbersOf<{Name(element)}, {type.Keyword()}>({(kind == BufferKind.Array ? $"new global::System.Span<{Name(element)}>({variable})" : variable)})";

    /// <summary>Whether the numbers of a struct (<see cref="AggregateShape.HasKnownPlaces"/>) stand in memory where the nest looks for them, as far as that can be asked: 1, or 0.</summary>
    public static string IsLaidOut(AggregateShape shape)
    {
        string sample = $"global::Accel.Runtime.Sample<{Name(shape.Type)}>.Value";
        IEnumerable<string> places = shape.HasNamedFields ? shape.Paths.Zip(shape.Layout!.Offsets, (path, offset) => $"global::Accel.Runtime.Guards.IsAt(in {sample}, in {sample}{path}, {offset})") : [];
        return $"{string.Join(" && ", places.Prepend($"{Unsafe}.SizeOf<{Name(shape.Type)}>() == {shape.Layout!.Size}"))} ? 1 : 0";
    }

    /// <summary>Whether two spans or arrays of structs lie in memory so that elements of one are elements of the other, if they overlap at all: 1, or 0.</summary>
    public static string AreAligned(string one, string other, ITypeSymbol element) => $"global::Accel.Runtime.Guards.AreAligned<{Name(element)}>({one}, {other}) ? 1 : 0";

    /// <summary>One number of a struct, by reference where the nest writes it.</summary>
    public static string OfLeaf(string variable, AggregateShape shape, int leaf, bool isWritten)
    {
        if (isWritten ? shape.HasVisibleFields : shape.HasVisiblePaths)
        {
            return OfScalar(variable + shape.Paths[leaf], shape.LeafTypes[leaf], shape.Leaves[leaf], isWritten);
        }

        string first = $"ref {Unsafe}.As<{Name(shape.Type)}, {shape.ElementType!.Value.Keyword()}>(ref {(isWritten ? variable : $"{Unsafe}.AsRef(in {variable})")})";
        return $"{(isWritten ? "ref " : "")}{Unsafe}.Add({first}, {leaf})";
    }

    /// <summary>A scalar, by reference where the nest writes it.</summary>
    public static string OfScalar(string variable, ITypeSymbol declared, ScalarType type, bool isWritten)
    {
        if (!ScalarTypeReader.IsRenamed(declared))
        {
            return isWritten ? "ref " + variable : variable;
        }

        return isWritten ? $"ref {Unsafe}.As<{Name(declared)}, {type.Keyword()}>(ref {variable})" : $"({type.Keyword()}){variable}";
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
