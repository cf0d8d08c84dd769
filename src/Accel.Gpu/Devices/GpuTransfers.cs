using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>
/// Copies between host and device, waiting for each. Has a lock of its own, the innermost, because a device buffer is fetched under the lock of its
/// memory by threads that launch nothing. Launches wait for their kernels, so no copy meets a running one.
/// </summary>
internal sealed class GpuTransfers(GpuAdapter adapter)
{
    private readonly Lock _gate = new();

    public void ToDevice<T>(ReadOnlySpan<T> host, ArrayView<T> device)
        where T : unmanaged
    {
        if (host.Length > 0)
        {
            ToDevice(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(host)), device.SubView(0, host.Length).Cast<byte>());
        }
    }

    public void ToHost<T>(ArrayView<T> device, Span<T> host)
        where T : unmanaged
    {
        if (host.Length > 0)
        {
            ToHost(device.SubView(0, host.Length).Cast<byte>(), ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(host)));
        }
    }

    public unsafe void ToDevice(nint host, ArrayView<byte> device) => ToDevice(ref *(byte*)host, device);

    public unsafe void ToHost(ArrayView<byte> device, nint host) => ToHost(device, ref *(byte*)host);

    private unsafe void ToDevice(ref byte host, ArrayView<byte> device)
    {
        lock (_gate)
        {
            // Pinned until the copy is done: ILGPU's own pin ends earlier.
            fixed (byte* pinned = &host)
            {
                adapter.CopyToDevice(ref *pinned, device);
                adapter.Synchronize();
            }
        }
    }

    private unsafe void ToHost(ArrayView<byte> device, ref byte host)
    {
        lock (_gate)
        {
            fixed (byte* pinned = &host)
            {
                adapter.CopyToHost(device, ref *pinned);
                adapter.Synchronize();
            }
        }
    }
}
