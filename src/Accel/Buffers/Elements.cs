using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Accel;

/// <summary>
/// An argument of an element kernel: a span of values, one per element, or one scalar that stands for every element. Made by
/// implicit conversion from spans, arrays, tensors, device buffers and scalars.
/// </summary>
/// <typeparam name="T">The type of the kernel's parameter.</typeparam>
public readonly ref struct Elements<T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _span;
    private readonly T _scalar;

    private Elements(ReadOnlySpan<T> span)
    {
        _span = span;
    }

    private Elements(T scalar)
    {
        _scalar = scalar;
        IsScalar = true;
    }

    /// <summary>Whether one value stands for every element.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsScalar { get; }

    /// <summary>The number of values: 1 for a scalar.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Length => IsScalar ? 1 : _span.Length;

    /// <summary>The value for every element, where <see cref="IsScalar"/> is true; else 0.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T Scalar => _scalar;

    /// <summary>The values, where <see cref="IsScalar"/> is false; else empty. Those of a device buffer may not be current.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<T> Span => _span;

    /// <summary>The first value. For a scalar it lies in this very struct.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [UnscopedRef]
    public ref readonly T Reference => ref IsScalar ? ref _scalar : ref MemoryMarshal.GetReference(_span);

    /// <summary>The value for element <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">There are values, but not so many.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T this[int index] => IsScalar ? _scalar : _span[index];

    /// <summary>One value for every element.</summary>
    public static implicit operator Elements<T>(T scalar) => new(scalar);

    /// <summary>One value per element.</summary>
    public static implicit operator Elements<T>(ReadOnlySpan<T> span) => new(span);

    /// <summary>One value per element.</summary>
    public static implicit operator Elements<T>(Span<T> span) => new(span);

    /// <summary>One value per element; no values for <see langword="null"/>, as for spans.</summary>
    public static implicit operator Elements<T>(T[]? array) => new(new ReadOnlySpan<T>(array));

    /// <summary>One value per element, left where they are: nothing is copied for a kernel that runs where the data is.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="buffer"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public static implicit operator Elements<T>(DeviceBuffer<T> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return new(buffer.HostView);
    }

    /// <summary>One value per element, in row-major order.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="ArgumentException">The values do not lie one after the other in memory.</exception>
    public static implicit operator Elements<T>(Tensor<T> tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new(TensorMemory.Flatten(tensor.AsReadOnlyTensorSpan(), nameof(tensor)));
    }

    /// <summary>One value per element, in row-major order.</summary>
    /// <exception cref="ArgumentException">The values do not lie one after the other in memory.</exception>
    public static implicit operator Elements<T>(TensorSpan<T> tensor) => new(TensorMemory.Flatten(tensor.AsReadOnlyTensorSpan(), nameof(tensor)));

    /// <summary>One value per element, in row-major order.</summary>
    /// <exception cref="ArgumentException">The values do not lie one after the other in memory.</exception>
    public static implicit operator Elements<T>(ReadOnlyTensorSpan<T> tensor) => new(TensorMemory.Flatten(tensor, nameof(tensor)));
}
