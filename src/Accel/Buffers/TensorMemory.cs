using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Accel;

/// <summary>Sees a tensor as one span.</summary>
internal static class TensorMemory
{
    /// <exception cref="ArgumentException">The elements are not contiguous in row-major order, or more than a span can hold.</exception>
    public static ReadOnlySpan<T> Flatten<T>(ReadOnlyTensorSpan<T> tensor, string name)
    {
        if (tensor.IsEmpty)
        {
            return default;
        }

        if (!IsRowMajor(tensor.Lengths, tensor.Strides))
        {
            throw new ArgumentException(
                "The tensor's elements do not lie one after the other in memory: it is a slice, permuted or broadcast. Copy it to a dense tensor first.", name);
        }

        if (tensor.FlattenedLength > int.MaxValue)
        {
            throw new ArgumentException($"The tensor has {tensor.FlattenedLength} elements; at most {int.MaxValue} fit into one call.", name);
        }

        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef(in tensor.GetPinnableReference()), (int)tensor.FlattenedLength);
    }

    // Not IsDense, which also holds for some permuted tensors. The stride of a dimension of length 1 has no effect.
    private static bool IsRowMajor(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        nint expected = 1;
        for (int i = lengths.Length - 1; i >= 0; i--)
        {
            if (lengths[i] != 1 && strides[i] != expected)
            {
                return false;
            }

            expected *= lengths[i];
        }

        return true;
    }
}
