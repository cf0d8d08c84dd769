using ILGPU.Runtime;
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
        error is GpuDeviceException or AcceleratorException or ILGPU.InternalCompilerException or OutOfMemoryException or NotSupportedException;

    /// <summary>What happened, without a full stop; ILGPU's messages of driver errors leave out the error.</summary>
    public static string Describe(Exception error) => error switch
    {
        CudaException cuda when cuda.Error?.StartsWith("CUDA_ERROR", StringComparison.Ordinal) == true => cuda.Error,
        CLException openCl when openCl.Error != CLError.CL_SUCCESS => openCl.Error.ToString(),
        _ => error.Message.TrimEnd('.'),
    };

    /// <summary>Whether a kernel was refused, so that nothing of it ran and the device is as good as before.</summary>
    public static bool IsOfKernel(Exception error) => error switch
    {
        CudaException cuda => cuda.Error
            is nameof(CudaError.CUDA_ERROR_INVALID_PTX) or nameof(CudaError.CUDA_ERROR_INVALID_IMAGE) or nameof(CudaError.CUDA_ERROR_INVALID_SOURCE)
            or nameof(CudaError.CUDA_ERROR_NO_BINARY_FOR_GPU) or nameof(CudaError.CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES)
            or nameof(CudaError.CUDA_ERROR_NOT_SUPPORTED),
        CLException openCl => openCl.Error
            is CLError.CL_BUILD_PROGRAM_FAILURE or CLError.CL_COMPILE_PROGRAM_FAILURE or CLError.CL_LINK_PROGRAM_FAILURE or CLError.CL_COMPILER_NOT_AVAILABLE
            or CLError.CL_INVALID_BINARY or CLError.CL_INVALID_PROGRAM or CLError.CL_INVALID_PROGRAM_EXECUTABLE,
        _ => error is not AcceleratorException && !IsOutOfMemory(error),
    };

    /// <summary>Whether the error says that the device is gone, whatever was being done. (Others say so only where nothing else explains them.)</summary>
    public static bool IsLoss(Exception error) => error switch
    {
        CudaException cuda => cuda.Error
            is nameof(CudaError.CUDA_ERROR_DEINITIALIZED) or nameof(CudaError.CUDA_ERROR_NO_DEVICE) or nameof(CudaError.CUDA_ERROR_INVALID_CONTEXT)
            or nameof(CudaError.CUDA_ERROR_CONTEXT_IS_DESTROYED) or nameof(CudaError.CUDA_ERROR_ECC_UNCORRECTABLE)
            or nameof(CudaError.CUDA_ERROR_NVLINK_UNCORRECTABLE) or nameof(CudaError.CUDA_ERROR_ILLEGAL_ADDRESS)
            or nameof(CudaError.CUDA_ERROR_ILLEGAL_INSTRUCTION) or nameof(CudaError.CUDA_ERROR_MISALIGNED_ADDRESS)
            or nameof(CudaError.CUDA_ERROR_HARDWARE_STACK_ERROR) or nameof(CudaError.CUDA_ERROR_LAUNCH_TIMEOUT)
            or nameof(CudaError.CUDA_ERROR_LAUNCH_FAILED) or nameof(CudaError.CUDA_ERROR_UNKNOWN),
        CLException openCl => openCl.Error
            is CLError.CL_DEVICE_NOT_AVAILABLE or CLError.CL_DEVICE_NOT_FOUND or CLError.CL_INVALID_COMMAND_QUEUE or CLError.CL_INVALID_CONTEXT
            or CLError.CL_INVALID_DEVICE,
        _ => false,
    };
}
