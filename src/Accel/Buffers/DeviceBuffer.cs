using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Accel;

/// <summary>
/// A fixed number of elements that may live on the GPU. Data is copied between host and device only when the other side is needed; where
/// there is no GPU it is plain memory, aligned to 64 bytes. Not for use by several threads at once, unless all of them only read.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <remarks>
/// Spans over the host memory stay valid, and keep the memory alive, even after <see cref="Dispose"/>; but what the GPU wrote
/// after a span was taken shows in it only when a member of the buffer has been called again.
/// </remarks>
public sealed class DeviceBuffer<T> : IDisposable
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly DeviceMemory _memory;
    private Block[]? _storage;

    /// <summary>Creates a buffer of zeros.</summary>
    /// <param name="length">How many elements.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative, or the elements take more than 128 GiB.</exception>
    /// <exception cref="OutOfMemoryException">There is not enough host memory.</exception>
    public DeviceBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        long byteLength = (long)length * Unsafe.SizeOf<T>();
        long blocks = (byteLength + (2 * Alignment) - 1) / Alignment;
        if (blocks > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length), length, $"{Describe(length, byteLength)} are more than one buffer can hold (128 GiB). Cut the data into several buffers.");
        }

        try
        {
            // The pinned heap, and not memory of its own: a span into it keeps it alive, so that no order of disposing is unsafe.
            _storage = GC.AllocateArray<Block>((int)blocks, pinned: true);
        }
        catch (OutOfMemoryException error)
        {
            throw new OutOfMemoryException(
                $"There is not enough host memory for a device buffer of {Describe(length, byteLength)}. Use smaller buffers, or dispose those that are not needed.",
                error);
        }

        _memory = new DeviceMemory(AlignedAddress(_storage), (nint)byteLength);
        DeviceMemoryOfStorage.Table.Add(_storage, _memory);
        LiveDeviceMemory.Add(_memory);
    }

    /// <summary>Creates a buffer with a copy of <paramref name="source"/>.</summary>
    /// <param name="source">The elements.</param>
    /// <exception cref="OutOfMemoryException">There is not enough host memory.</exception>
    public DeviceBuffer(ReadOnlySpan<T> source)
        : this(source.Length)
    {
        source.CopyTo(HostView);
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The host memory as it is, which may not be current; for generated code.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Span<T> HostView
    {
        get
        {
            Block[] storage = _storage ?? throw new ObjectDisposedException(nameof(DeviceBuffer<T>));
            ref byte start = ref Unsafe.As<Block, byte>(ref MemoryMarshal.GetArrayDataReference(storage));
            ref byte aligned = ref Unsafe.AddByteOffset(ref start, AlignedAddress(storage) - FirstAddress(storage));
            return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref aligned), Length);
        }
    }

    internal DeviceMemory Memory => _memory;

    /// <summary>The elements to read and write on the host; fetches them from the GPU if they are newer there.</summary>
    /// <returns>A span over the host memory, to be written before the next kernel call that uses the buffer.</returns>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public Span<T> AsSpan()
    {
        Span<T> view = HostView;
        _memory.EnsureHost(willWrite: true);
        return view;
    }

    /// <summary>The elements to read on the host; fetches them from the GPU if they are newer there. The copy on the GPU stays current.</summary>
    /// <returns>A span over the host memory.</returns>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public ReadOnlySpan<T> AsReadOnlySpan()
    {
        Span<T> view = HostView;
        _memory.EnsureHost(willWrite: false);
        return view;
    }

    /// <summary>Overwrites the first elements with <paramref name="source"/>.</summary>
    /// <param name="source">At most <see cref="Length"/> elements.</param>
    /// <exception cref="ArgumentException"><paramref name="source"/> is longer than the buffer.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public void CopyFrom(ReadOnlySpan<T> source)
    {
        if (source.Length > Length)
        {
            throw new ArgumentException($"The source has {source.Length} elements and the buffer {Length}.", nameof(source));
        }

        source.CopyTo(AsSpan());
    }

    /// <summary>Copies all elements to the start of <paramref name="destination"/>.</summary>
    /// <param name="destination">At least <see cref="Length"/> elements.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than the buffer.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public void CopyTo(Span<T> destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentException($"The destination has {destination.Length} elements and the buffer {Length}.", nameof(destination));
        }

        AsReadOnlySpan().CopyTo(destination);
    }

    /// <summary>Copies all elements to a new array.</summary>
    /// <returns>The array.</returns>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public T[] ToArray() => AsReadOnlySpan().ToArray();

    /// <summary>Frees the GPU memory, and the host memory once no span is over it.</summary>
    public void Dispose()
    {
        _storage = null;
        _memory.Release();
    }

    private static string Describe(int length, long byteLength) =>
        string.Create(CultureInfo.InvariantCulture, $"{length:N0} elements of type {typeof(T).Name} ({byteLength:N0} bytes)");

    private static nint AlignedAddress(Block[] storage) => (FirstAddress(storage) + Alignment - 1) & -Alignment;

    private static unsafe nint FirstAddress(Block[] storage) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(storage));

    [StructLayout(LayoutKind.Sequential, Size = Alignment)]
    private readonly struct Block;
}

/// <summary>Lets the device side live exactly as long as the host memory, whoever holds on to that.</summary>
file static class DeviceMemoryOfStorage
{
    public static readonly ConditionalWeakTable<Array, DeviceMemory> Table = [];
}
