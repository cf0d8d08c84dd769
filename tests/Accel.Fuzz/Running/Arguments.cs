using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Accel.Fuzz.Running;

/// <summary>The arguments of one run, for code that the harness wrote. Indices are positions in the kernel's parameter list.</summary>
public sealed class Arguments
{
    private readonly Bound[] _bound;
    private readonly byte[] _result = new byte[8];

    internal Arguments(IReadOnlyList<Bound> bound, IReadOnlyList<MemorySlot> slots)
    {
        _bound = [.. bound];
        Slots = slots;
    }

    internal IReadOnlyList<MemorySlot> Slots { get; }

    /// <summary>The bytes of what the kernel returned, with zeros behind.</summary>
    internal ReadOnlySpan<byte> Result => _result;

    internal bool HasResult { get; private set; }

    internal IReadOnlyList<Bound> All => _bound;

    /// <summary>Forgets what a run did.</summary>
    internal void Reset()
    {
        _result.AsSpan().Clear();
        HasResult = false;
        foreach (MemorySlot slot in Slots)
        {
            slot.Restore();
        }
    }

    /// <summary>A span parameter.</summary>
    public Span<T> Span<T>(int index)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(_bound[index].Slot.Bytes.Slice(_bound[index].Offset, _bound[index].Bytes));

    /// <summary>A read-only span parameter.</summary>
    public ReadOnlySpan<T> ReadOnlySpan<T>(int index)
        where T : unmanaged => Span<T>(index);

    /// <summary>An array parameter.</summary>
    public T[] Array<T>(int index)
        where T : unmanaged => (T[])((ArraySlot)_bound[index].Slot).Array;

    /// <summary>A two-dimensional array parameter.</summary>
    public T[,] Matrix<T>(int index)
        where T : unmanaged => (T[,])((ArraySlot)_bound[index].Slot).Array;

    /// <summary>A scalar parameter, by value or by reference: it may lie in a buffer.</summary>
    public ref T Scalar<T>(int index)
        where T : unmanaged => ref MemoryMarshal.GetReference(Span<T>(index));

    /// <summary>Whether an argument of an element kernel is one value for all elements.</summary>
    public bool IsOneValue(int index) => _bound[index].IsOneValue;

    /// <summary>An argument of an element kernel.</summary>
    public Elements<T> Elements<T>(int index)
        where T : unmanaged => _bound[index].IsOneValue ? Scalar<T>(index) : ReadOnlySpan<T>(index);

    /// <summary>Keeps what the kernel returned.</summary>
    public void Return<T>(T value)
        where T : unmanaged
    {
        HasResult = true;
        Unsafe.WriteUnaligned(ref _result[0], value);
    }

    /// <summary>Where a parameter lies.</summary>
    internal sealed record Bound(MemorySlot Slot, int Offset, int Bytes, bool IsOneValue = false);
}
