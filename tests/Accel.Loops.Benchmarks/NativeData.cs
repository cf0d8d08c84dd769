using System.Numerics;
using System.Runtime.InteropServices;

namespace Accel.Loops.Benchmarks;

/// <summary>The arrays of the suite outside the managed heap, each at a multiple of 64 bytes, as C programs have them.</summary>
internal sealed unsafe class NativeData : IDisposable
{
    private const int Alignment = 64;

    private readonly Array[] _originals;
    private readonly void*[] _arrays;

    public NativeData(SuiteData original)
    {
        // In the order of 'struct data' in the headers.
        _originals = [.. original.Changeable, .. original.Constant];
        _arrays = new void*[_originals.Length];
        Table = (void**)NativeMemory.AlignedAlloc((nuint)(_arrays.Length * sizeof(void*)), Alignment);
        for (int i = 0; i < _arrays.Length; i++)
        {
            Table[i] = _arrays[i] = NativeMemory.AlignedAlloc((nuint)Bytes(_originals[i]).Length, Alignment);
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
            ReadOnlySpan<byte> bytes = Bytes(_originals[i]);
            bytes.CopyTo(new Span<byte>(_arrays[i], bytes.Length));
        }
    }

    /// <summary>Whether the arrays hold what those of the managed side do, as far as sums in another order agree.</summary>
    public bool IsCloseTo(SuiteData data, double result)
    {
        bool isClose = IsClose(result, data.Result);
        for (int i = 0; i < data.Changeable.Count; i++)
        {
            Array ours = data.Changeable[i];
            isClose &= ours.GetType().GetElementType() switch
            {
                var type when type == typeof(float) => AreClose<float>(_arrays[i], ours),
                var type when type == typeof(double) => AreClose<double>(_arrays[i], ours),
                _ => AreClose<int>(_arrays[i], ours),
            };
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

    private static bool AreClose<T>(void* theirs, Array array)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> ours = MemoryMarshal.Cast<byte, T>(Bytes(array));
        for (int i = 0; i < ours.Length; i++)
        {
            if (!IsClose(double.CreateChecked(((T*)theirs)[i]), double.CreateChecked(ours[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsClose(double x, double y) => x.Equals(y) || Math.Abs(x - y) <= 1e-2 * (1 + Math.Abs(y));

    private static Span<byte> Bytes(Array array) =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), array.Length * Marshal.SizeOf(array.GetType().GetElementType()!));
}
