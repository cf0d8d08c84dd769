using System.Runtime.InteropServices;

namespace Accel.Loops.Benchmarks;

/// <summary>The arrays of the suite outside the managed heap, each at a multiple of 64 bytes, as C programs have them.</summary>
internal sealed unsafe class NativeData : IDisposable
{
    private const int Alignment = 64;

    private readonly LoopData _original;
    private readonly void*[] _arrays;

    public NativeData(LoopData original)
    {
        _original = original;

        // In the order of 'struct data' in loops.h.
        _arrays = new void*[15];
        for (int i = 0; i < _arrays.Length; i++)
        {
            _arrays[i] = NativeMemory.AlignedAlloc((nuint)Bytes(i).Length, Alignment);
        }

        Table = (void**)NativeMemory.AlignedAlloc((nuint)(_arrays.Length * sizeof(void*)), Alignment);
        for (int i = 0; i < _arrays.Length; i++)
        {
            Table[i] = _arrays[i];
        }

        Restore();
    }

    /// <summary>What the loops take: a pointer to each array.</summary>
    public void** Table { get; }

    /// <summary>As new.</summary>
    public void Restore()
    {
        for (int i = 0; i < _arrays.Length; i++)
        {
            ReadOnlySpan<byte> bytes = Bytes(i);
            bytes.CopyTo(new Span<byte>(_arrays[i], bytes.Length));
        }
    }

    /// <summary>Whether the arrays hold what those of the managed side do, as far as sums in another order agree.</summary>
    public bool IsCloseTo(LoopData data, float result)
    {
        bool isClose = IsClose(result, data.Result);
        for (int i = 0; i < 12; i++)
        {
            ReadOnlySpan<float> theirs = new(_arrays[i], Bytes(i).Length / sizeof(float));
            ReadOnlySpan<float> ours = MemoryMarshal.Cast<byte, float>(Bytes(i, data));
            for (int k = 0; k < ours.Length; k++)
            {
                isClose &= IsClose(theirs[k], ours[k]);
            }
        }

        return isClose;
    }

    public void Dispose()
    {
        foreach (void* array in _arrays)
        {
            NativeMemory.AlignedFree(array);
        }

        NativeMemory.AlignedFree(Table);
    }

    private static bool IsClose(float x, float y) => x.Equals(y) || MathF.Abs(x - y) <= 1e-2f * (1 + MathF.Abs(y));

    private ReadOnlySpan<byte> Bytes(int index) => Bytes(index, _original);

    private static ReadOnlySpan<byte> Bytes(int index, LoopData data) => index switch
    {
        0 => MemoryMarshal.AsBytes<float>(data.A),
        1 => MemoryMarshal.AsBytes<float>(data.B),
        2 => MemoryMarshal.AsBytes<float>(data.C),
        3 => MemoryMarshal.AsBytes<float>(data.D),
        4 => MemoryMarshal.AsBytes<float>(data.E),
        5 => MemoryMarshal.AsBytes<float>(data.X),
        6 => MemoryMarshal.AsBytes<float>(data.Positive),
        7 => MemoryMarshal.AsBytes<float>(data.Negative),
        8 => MemoryMarshal.AsBytes<float>(data.Flat),
        9 => Bytes(data.AA),
        10 => Bytes(data.BB),
        11 => Bytes(data.CC),
        12 => MemoryMarshal.AsBytes<int>(data.Ip),
        13 => MemoryMarshal.AsBytes<int>(data.Columns),
        _ => MemoryMarshal.AsBytes<int>(data.Which),
    };

    private static ReadOnlySpan<byte> Bytes(float[,] matrix) => MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref matrix[0, 0], matrix.Length));
}
