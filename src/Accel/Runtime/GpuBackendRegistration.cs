using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>Where the package Accel.Gpu announces itself: Accel has no reference to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GpuBackendRegistration
{
    private static IGpuBackend? s_backend;

    /// <summary>The registered GPU, or <see langword="null"/> where the package is absent.</summary>
    public static IGpuBackend? Backend => Volatile.Read(ref s_backend);

    /// <summary>Why no kernel can run on a GPU here, as a sentence, or <see langword="null"/> where kernels can.</summary>
    public static string? Refusal => Backend is IGpuBackend backend
        ? backend.Refusal
        : "no GPU runtime is registered. Reference the package Accel.Gpu from the project that has the kernel.";

    /// <summary>Makes <paramref name="backend"/> the GPU of the process, in place of an earlier one; <see langword="null"/> takes it away.</summary>
    public static void Register(IGpuBackend? backend)
    {
        if (Interlocked.Exchange(ref s_backend, backend) != backend)
        {
            ProcessOptions.NextGeneration();
        }
    }
}
