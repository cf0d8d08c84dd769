using System.Runtime.CompilerServices;

namespace Accel.Kernels.Tests;

internal static class ModuleSettings
{
    /// <summary>Without a device named, the GPU backend of these tests is ILGPU's simulation on the CPU.</summary>
    [ModuleInitializer]
    internal static void ChooseDevice()
    {
        if (Environment.GetEnvironmentVariable("ACCEL_GPU_DEVICE") is null or "")
        {
            Environment.SetEnvironmentVariable("ACCEL_GPU_DEVICE", "cpu");
        }
    }
}
