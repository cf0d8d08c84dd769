using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Accel.Runtime;

/// <summary>
/// Tells generated code which of its spans are the host side of a <see cref="DeviceBuffer{T}"/>. Compiled nests call
/// <see cref="EnsureHost{T}"/> for each span before they run on the CPU.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DeviceResidency
{
    /// <summary>Whether any buffer has current data on a device: while it is false, every span is as it seems.</summary>
    public static bool AnyOnDevice
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Volatile.Read(ref LiveDeviceMemory.OnDevice) != 0;
    }

    /// <summary>Makes the host side current if <paramref name="span"/> lies in a device buffer; nothing otherwise.</summary>
    /// <param name="span">All or a part of a buffer, or any other memory.</param>
    /// <param name="willWrite">Whether elements will be written, so that the device side becomes stale.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EnsureHost<T>(ReadOnlySpan<T> span, bool willWrite)
        where T : unmanaged
    {
        if (AnyOnDevice)
        {
            Find(ref MemoryMarshal.GetReference(span), span.Length)?.EnsureHost(willWrite);
        }
    }

    /// <summary>How many bytes of <paramref name="span"/> lie on a device only, so that the CPU would have to fetch them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ResidentBytes<T>(ReadOnlySpan<T> span)
        where T : unmanaged =>
        AnyOnDevice && Find(ref MemoryMarshal.GetReference(span), span.Length) is { IsHostCurrent: false }
            ? (long)span.Length * Unsafe.SizeOf<T>()
            : 0;

    /// <summary>Finds the buffer that contains <paramref name="length"/> elements from <paramref name="start"/>.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="length">How many elements; with none, nothing is found.</param>
    /// <param name="buffer">The buffer's memory.</param>
    /// <param name="byteOffset">Where in it <paramref name="start"/> lies.</param>
    internal static bool TryFind<T>(ref readonly T start, nint length, out DeviceMemory? buffer, out nint byteOffset)
        where T : unmanaged
    {
        buffer = Find(ref Unsafe.AsRef(in start), length);
        byteOffset = buffer is null ? 0 : AddressOf(ref Unsafe.AsRef(in start)) - buffer.Address;
        return buffer is not null;
    }

    private static DeviceMemory? Find<T>(ref T start, nint length)
        where T : unmanaged =>
        LiveDeviceMemory.Find(AddressOf(ref start), length * Unsafe.SizeOf<T>());

    // Of memory that moves the address is worth nothing later; but none that moves ever lies in a device buffer.
    private static unsafe nint AddressOf<T>(ref T start)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref start);
}
