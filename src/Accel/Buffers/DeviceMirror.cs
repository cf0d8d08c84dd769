namespace Accel;

/// <summary>
/// The copy on the GPU of a <see cref="DeviceMemory"/>; implemented by the package Accel.Gpu. All members are called under the memory's
/// lock, but <see cref="Dispose"/> possibly on the finalizer thread.
/// </summary>
internal abstract class DeviceMirror : IDisposable
{
    /// <summary>Copies all bytes from the device to the host, and waits for kernels that still write them and for the copy.</summary>
    public abstract void CopyToHost(nint host, nint byteLength);

    /// <summary>Copies all bytes from the host to the device; the host bytes may change as soon as it returns.</summary>
    public abstract void CopyToDevice(nint host, nint byteLength);

    /// <summary>Frees the device memory.</summary>
    public abstract void Dispose();
}
