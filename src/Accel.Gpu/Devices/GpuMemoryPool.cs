using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>Device memory for the length of a launch, kept for the next one. Not thread-safe: used under the device's lock.</summary>
internal sealed class GpuMemoryPool(Accelerator accelerator)
{
    private const long Smallest = 4096;

    // What is kept while no launch needs it; other programs want memory too.
    private readonly long _mostKept = Math.Min(accelerator.MemorySize / 4, 1L << 30);
    private readonly Dictionary<long, Stack<MemoryBuffer1D<byte, Stride1D.Dense>>> _free = [];
    private long _kept;

    /// <summary>Takes a buffer of at least <paramref name="byteLength"/> bytes, with undefined contents.</summary>
    public MemoryBuffer1D<byte, Stride1D.Dense> Rent(long byteLength)
    {
        long size = SizeClass(byteLength);
        if (_free.TryGetValue(size, out Stack<MemoryBuffer1D<byte, Stride1D.Dense>>? stack) && stack.TryPop(out MemoryBuffer1D<byte, Stride1D.Dense>? buffer))
        {
            _kept -= size;
            return buffer;
        }

        try
        {
            return accelerator.Allocate1D<byte>(size);
        }
        catch (Exception error) when (GpuErrors.IsOutOfMemory(error) && _kept > 0)
        {
            Clear();
            return accelerator.Allocate1D<byte>(size);
        }
    }

    /// <summary>Gives a buffer back.</summary>
    public void Return(MemoryBuffer1D<byte, Stride1D.Dense> buffer)
    {
        if (_kept + buffer.Length > _mostKept)
        {
            buffer.Dispose();
            return;
        }

        if (!_free.TryGetValue(buffer.Length, out Stack<MemoryBuffer1D<byte, Stride1D.Dense>>? stack))
        {
            _free[buffer.Length] = stack = new Stack<MemoryBuffer1D<byte, Stride1D.Dense>>();
        }

        stack.Push(buffer);
        _kept += buffer.Length;
    }

    /// <summary>Frees everything that is kept.</summary>
    public void Clear()
    {
        foreach (MemoryBuffer1D<byte, Stride1D.Dense> buffer in _free.Values.SelectMany(stack => stack))
        {
            buffer.Dispose();
        }

        _free.Clear();
        _kept = 0;
    }

    /// <summary>Rounds up to one of four sizes between two powers of two, so that nearly equal requests share.</summary>
    internal static long SizeClass(long byteLength)
    {
        if (byteLength <= Smallest)
        {
            return Smallest;
        }

        long step = 1L << (BitOperations.Log2((ulong)(byteLength - 1)) - 2);
        return (byteLength + step - 1) / step * step;
    }
}
