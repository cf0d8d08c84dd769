namespace Accel;

/// <summary>Which device the backend <see cref="Backend.Gpu"/> uses.</summary>
public enum GpuDeviceKind
{
    /// <summary>A CUDA device, else a GPU with OpenCL. Never the CPU in disguise.</summary>
    Auto,

    /// <summary>A CUDA device.</summary>
    Cuda,

    /// <summary>An OpenCL device, also one that is a CPU where there is no other.</summary>
    OpenCl,

    /// <summary>ILGPU's CPU accelerator, which runs kernels thread by thread on the host: for tests and debugging, slow.</summary>
    Cpu,
}
