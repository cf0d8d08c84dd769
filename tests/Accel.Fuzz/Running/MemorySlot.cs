using System.Runtime.InteropServices;
using Accel.Fuzz.Generating;
using Accel.Testing.Running;

namespace Accel.Fuzz.Running;

/// <summary>
/// Memory that one or more arguments of a run lie in: pages of the system between pages that cannot be touched, or a managed array. It is filled
/// before each run and compared after it, together with the elements around that no argument reaches.
/// </summary>
internal abstract class MemorySlot
{
    /// <summary>The bytes that are filled and compared.</summary>
    public abstract Span<byte> Bytes { get; }

    public required NumericType Type { get; init; }

    /// <summary>What the bytes are before each run.</summary>
    public byte[] Before { get; private set; } = [];

    public void Remember() => Before = Bytes.ToArray();

    public void Restore() => Before.CopyTo(Bytes);
}

/// <summary>A piece of a guarded region.</summary>
internal sealed class NativeSlot(GuardedMemory<byte> region, int begin, int length) : MemorySlot
{
    public override Span<byte> Bytes => region.Span.Slice(begin, length);
}

/// <summary>An array of one or two dimensions, as bytes.</summary>
internal sealed class ArraySlot(Array array) : MemorySlot
{
    public Array Array => array;

    public override Span<byte> Bytes =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), Buffer.ByteLength(array));
}

/// <summary>Guarded regions, made once for a worker: mapping pages for every run would cost more than the runs.</summary>
internal static class Regions
{
    private const int Size = 1 << 20;

    private static readonly List<GuardedMemory<byte>> s_all = [];

    public static GuardedMemory<byte> Get(int index)
    {
        while (s_all.Count <= index)
        {
            s_all.Add(new GuardedMemory<byte>(Size));
        }

        return s_all[index];
    }

    public static int MostBytes => Size;
}
