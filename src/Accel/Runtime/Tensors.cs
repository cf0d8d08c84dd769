using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Accel.Runtime;

/// <summary>
/// For generated code: what a tensor of System.Numerics.Tensors (<c>TensorSpan&lt;T&gt;</c>, <c>ReadOnlyTensorSpan&lt;T&gt;</c>, <c>Tensor&lt;T&gt;</c>) is in memory, from its first element, its
/// lengths and its strides.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Tensors
{
    /// <summary>
    /// Whether a tensor has so many dimensions, and lies in memory row by row: elements of the last dimension beside each other, and each row, plane and so on behind the one before. What is
    /// only read may also say the same row again and again, as a broadcast tensor does.
    /// </summary>
    /// <param name="lengths">How many elements there are in each dimension.</param>
    /// <param name="strides">How many elements lie between two that are neighbours in a dimension.</param>
    /// <param name="rank">The number of dimensions.</param>
    /// <param name="isReadOnly">Whether nothing is written through it.</param>
    public static bool IsByRows(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, int rank, bool isReadOnly)
    {
        if (lengths.Length != rank || strides.Length != rank || (lengths[rank - 1] > 1 && strides[rank - 1] != 1) || Extent(lengths, strides) > int.MaxValue)
        {
            return false;
        }

        long inner = 1;
        for (int dimension = rank - 1; dimension >= 0; dimension--)
        {
            // A dimension of one element may have any stride.
            if (lengths[dimension] > 1)
            {
                if (strides[dimension] < (isReadOnly ? 0 : inner))
                {
                    return false;
                }

                inner += (lengths[dimension] - 1) * (long)strides[dimension];
            }
        }

        return true;
    }

    /// <summary>The memory from the first element of a tensor to its last, as numbers of the same size; empty for one that <see cref="IsByRows"/> does not hold for.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <typeparam name="T">A type of the same size.</typeparam>
    /// <param name="first">The first element.</param>
    /// <param name="lengths">How many elements there are in each dimension.</param>
    /// <param name="strides">How many elements lie between two that are neighbours in a dimension.</param>
    public static ReadOnlySpan<T> Memory<TElement, T>(ref readonly TElement first, scoped ReadOnlySpan<nint> lengths, scoped ReadOnlySpan<nint> strides) =>
        WrittenMemory<TElement, T>(in first, lengths, strides);

    /// <inheritdoc cref="Memory{TElement, T}(ref readonly TElement, ReadOnlySpan{nint}, ReadOnlySpan{nint})"/>
    public static Span<T> WrittenMemory<TElement, T>(ref readonly TElement first, scoped ReadOnlySpan<nint> lengths, scoped ReadOnlySpan<nint> strides) =>
        Extent(lengths, strides) is var extent and > 0 and <= int.MaxValue ? MemoryMarshal.CreateSpan(ref Unsafe.As<TElement, T>(ref Unsafe.AsRef(in first)), (int)extent) : default;

    /// <summary>
    /// Whether two tensors that lie in memory row by row have no element in common since all their rows lie in rows of one matrix, beside each other.
    /// </summary>
    /// <param name="first">The memory of one tensor.</param>
    /// <param name="firstColumns">How long its rows are.</param>
    /// <param name="second">The memory of the other.</param>
    /// <param name="secondColumns">How long its rows are.</param>
    /// <param name="strides">The strides of all dimensions of both but the last.</param>
    public static bool AreInOtherColumns<T>(ReadOnlySpan<T> first, int firstColumns, ReadOnlySpan<T> second, int secondColumns, ReadOnlySpan<int> strides)
    {
        int row = int.MaxValue;
        foreach (int stride in strides)
        {
            // A dimension of one element may have any stride.
            row = stride > 0 ? Math.Min(row, stride) : row;
        }

        foreach (int stride in strides)
        {
            if (stride % row != 0)
            {
                return false;
            }
        }

        nint distance = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second));
        if (distance % Unsafe.SizeOf<T>() != 0)
        {
            return false;
        }

        long column = distance / Unsafe.SizeOf<T>() % row;
        column += column < 0 ? row : 0;
        return column >= firstColumns && column + secondColumns <= row;
    }

    /// <summary>One of the lengths or strides, or 0 where there is none.</summary>
    public static int Of(ReadOnlySpan<nint> numbers, int dimension) =>
        dimension < numbers.Length && numbers[dimension] is >= 0 and <= int.MaxValue ? (int)numbers[dimension] : 0;

    /// <summary>How many elements lie from the first to the last, both included; <see cref="long.MaxValue"/> where they are too many to count, or one lies in front of the first.</summary>
    private static long Extent(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        if (lengths.Length != strides.Length || lengths.IsEmpty)
        {
            return long.MaxValue;
        }

        Int128 extent = 1;
        for (int dimension = 0; dimension < lengths.Length; dimension++)
        {
            if (lengths[dimension] == 0)
            {
                return 0;
            }

            if (lengths[dimension] < 0 || strides[dimension] < 0)
            {
                return long.MaxValue;
            }

            extent += (Int128)(lengths[dimension] - 1) * strides[dimension];
        }

        return extent < long.MaxValue ? (long)extent : long.MaxValue;
    }
}
