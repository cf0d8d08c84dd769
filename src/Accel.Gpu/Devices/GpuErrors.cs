using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Accel.Gpu;

/// <summary>Tells the errors of ILGPU and of the drivers apart.</summary>
internal static class GpuErrors
{
    public static bool IsOutOfMemory(Exception error) => error switch
    {
        OutOfMemoryException => true,
        CudaException cuda => cuda.Error == nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY),
        CLException openCl => openCl.Error
            is CLError.CL_MEM_OBJECT_ALLOCATION_FAILURE or CLError.CL_OUT_OF_RESOURCES or CLError.CL_OUT_OF_HOST_MEMORY or CLError.CL_INVALID_BUFFER_SIZE,
        _ => false,
    };

    /// <summary>Whether the error comes from a device or its compiler, and not from a mistake of the program.</summary>
    public static bool IsOfDevice(Exception error) =>
        error is GpuDeviceException or ILGPU.Runtime.AcceleratorException or ILGPU.InternalCompilerException or OutOfMemoryException or NotSupportedException;
}
