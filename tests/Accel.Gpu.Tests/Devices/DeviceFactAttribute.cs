namespace Accel.Gpu.Tests.Devices;

/// <summary>A test that needs a device of one kind, and is skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DeviceFactAttribute : FactAttribute
{
    public DeviceFactAttribute(GpuDeviceKind kind)
    {
        Kind = kind;
        if (!GpuDevices.TryGet(kind, out _, out string refusal))
        {
            Skip = refusal;
        }
    }

    public GpuDeviceKind Kind { get; }
}
