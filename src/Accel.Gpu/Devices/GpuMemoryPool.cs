using System.Globalization;
using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>Device memory for the length of a launch, kept for the next one. Not thread-safe but for <see cref="Free"/>: used under the device's lock.</summary>
internal sealed class GpuMemoryPool(GpuAdapter adapter)
{
    private const long Smallest = 4096;

    // What is kept while no launch needs it; other programs want memory too.
    private readonly long _mostKept = Math.Min(adapter.MemorySize / 4, 1L << 30);
    private readonly Dictionary<long, Stack<MemoryBuffer1D<byte, Stride1D.Dense>>> _free = [];
    private long _kept;

    /// <summary>Takes a buffer of at least <paramref name="byteLength"/> bytes, with undefined contents.</summary>
    /// <exception cref="GpuDeviceException">The device has not so much memory.</exception>
    public MemoryBuffer1D<byte, Stride1D.Dense> Rent(long byteLength)
    {
        long size = SizeClass(byteLength);
        if (_free.TryGetValue(size, out Stack<MemoryBuffer1D<byte, Stride1D.Dense>>? stack) && stack.TryPop(out MemoryBuffer1D<byte, Stride1D.Dense>? buffer))
        {
            _kept -= size;
            return buffer;
        }

        return Allocate(size);
    }

    /// <summary>Takes a buffer that is not for the pool.</summary>
    /// <exception cref="GpuDeviceException">The device has not so much memory.</exception>
    public MemoryBuffer1D<byte, Stride1D.Dense> Allocate(long byteLength)
    {
        try
        {
            return AllocateOrClear(byteLength);
        }
        catch (Exception error) when (GpuErrors.IsOutOfMemory(error))
        {
            throw new GpuDeviceException(
                adapter.Name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"there is not enough device memory for {byteLength:N0} bytes. Use smaller buffers, or dispose device buffers that are not needed."),
                error);
        }
    }

    /// <summary>Gives a buffer back.</summary>
    public void Return(MemoryBuffer1D<byte, Stride1D.Dense> buffer)
    {
        if (_kept + buffer.Length > _mostKept)
        {
            Free(buffer);
            return;
        }

        if (!_free.TryGetValue(buffer.Length, out Stack<MemoryBuffer1D<byte, Stride1D.Dense>>? stack))
        {
            _free[buffer.Length] = stack = new Stack<MemoryBuffer1D<byte, Stride1D.Dense>>();
        }

        stack.Push(buffer);
        _kept += buffer.Length;
    }

    /// <summary>Frees a buffer; from any thread.</summary>
    public void Free(MemoryBuffer1D<byte, Stride1D.Dense> buffer)
    {
        try
        {
            adapter.Free(buffer);
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error))
        {
            // A device that cannot even free is lost, and its memory with it. Whoever uses it next hears that; here, a finalizer may be calling.
        }
    }

    /// <summary>Frees everything that is kept.</summary>
    public void Clear()
    {
        foreach (MemoryBuffer1D<byte, Stride1D.Dense> buffer in _free.Values.SelectMany(stack => stack))
        {
            Free(buffer);
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
        long size = (byteLength - 1) / step * step;
        return size > long.MaxValue - step ? long.MaxValue : size + step;
    }

    private MemoryBuffer1D<byte, Stride1D.Dense> AllocateOrClear(long byteLength)
    {
        try
        {
            return adapter.Allocate(byteLength);
        }
        catch (Exception error) when (GpuErrors.IsOutOfMemory(error) && _kept > 0)
        {
            Clear();
            return adapter.Allocate(byteLength);
        }
    }
}
