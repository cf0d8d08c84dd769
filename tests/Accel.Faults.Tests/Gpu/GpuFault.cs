using ILGPU;
using ILGPU.Runtime.OpenCL;

namespace Accel.Faults.Tests.Gpu;

/// <summary>How an operation fails.</summary>
public enum GpuFault
{
    /// <summary>The device is gone: this operation fails before it does anything, and so does every later one.</summary>
    Lost,

    /// <summary>The device is gone after the operation has done its work, or half of a copy.</summary>
    LostAfterwards,

    /// <summary>There is no memory, this once.</summary>
    Full,

    /// <summary>The kernel is refused; other operations fail as <see cref="Lost"/>.</summary>
    Refused,
}

internal static class GpuFaults
{
    public static Exception ToException(this GpuFault fault, GpuOperation operation) => fault switch
    {
        GpuFault.Full when operation == GpuOperation.Allocate => new CLException(CLError.CL_MEM_OBJECT_ALLOCATION_FAILURE),
        GpuFault.Full => new OutOfMemoryException("simulated"),
        GpuFault.Refused when operation == GpuOperation.Compile => new InternalCompilerException("simulated"),
        _ => new CLException(CLError.CL_DEVICE_NOT_AVAILABLE),
    };

    public static bool IsLasting(this GpuFault fault, GpuOperation operation) =>
        fault is GpuFault.Lost or GpuFault.LostAfterwards || (fault == GpuFault.Refused && operation != GpuOperation.Compile);
}
