using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>The memory on the device of a <see cref="DeviceBuffer{T}"/>.</summary>
internal sealed class GpuMirror(GpuDevice device, nint byteLength) : DeviceMirror
{
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> _buffer = device.Memory.Allocate(Math.Max(1, (long)byteLength));

    public GpuDevice Device => device;

    public ArrayView<byte> View => _buffer.View.BaseView;

    public override void CopyToHost(nint host, nint byteLength) => Guarded(() => device.Transfers.ToHost(View.SubView(0, byteLength), host));

    public override void CopyToDevice(nint host, nint byteLength) => Guarded(() => device.Transfers.ToDevice(host, View.SubView(0, byteLength)));

    public override void Dispose() => device.Memory.Free(_buffer);

    private void Guarded(Action copy)
    {
        try
        {
            copy();
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error))
        {
            throw device.Explain(error);
        }
    }
}
