namespace Accel.Faults.Tests.Gpu;

/// <summary>What a device is asked to do.</summary>
public enum GpuOperation
{
    Allocate,
    Free,
    CopyToDevice,
    CopyToHost,
    Compile,
    Launch,
    Synchronize,
}
