using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>
/// Copies between host and device, waiting for each. Has a lock of its own, the innermost, because a device buffer is fetched under the lock of its
/// memory by threads that launch nothing. Launches wait for their kernels, so no copy meets a running one.
/// </summary>
internal sealed class GpuTransfers(Accelerator accelerator)
{
    private readonly Lock _gate = new();

    public void ToDevice<T>(ReadOnlySpan<T> host, ArrayView<T> device)
        where T : unmanaged
    {
        if (host.Length > 0)
        {
            ToDevice(ref MemoryMarshal.GetReference(host), device.SubView(0, host.Length));
        }
    }

    public void ToHost<T>(ArrayView<T> device, Span<T> host)
        where T : unmanaged
    {
        if (host.Length > 0)
        {
            ToHost(device.SubView(0, host.Length), ref MemoryMarshal.GetReference(host));
        }
    }

    public unsafe void ToDevice(nint host, ArrayView<byte> device) => ToDevice(ref *(byte*)host, device);

    public unsafe void ToHost(ArrayView<byte> device, nint host) => ToHost(device, ref *(byte*)host);

    private unsafe void ToDevice<T>(ref T host, ArrayView<T> device)
        where T : unmanaged
    {
        lock (_gate)
        {
            // Pinned until the copy is done: ILGPU's own pin ends earlier.
            fixed (T* pinned = &host)
            {
                AcceleratorStream stream = accelerator.DefaultStream;
                device.CopyFromCPUUnsafeAsync(stream, ref *pinned, device.Length);
                stream.Synchronize();
            }
        }
    }

    private unsafe void ToHost<T>(ArrayView<T> device, ref T host)
        where T : unmanaged
    {
        lock (_gate)
        {
            fixed (T* pinned = &host)
            {
                AcceleratorStream stream = accelerator.DefaultStream;
                device.CopyToCPUUnsafeAsync(stream, ref *pinned, device.Length);
                stream.Synchronize();
            }
        }
    }
}
