using System.Runtime.CompilerServices;

// One device, one process-wide choice of it: the tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Accel.Gpu.Tests;

internal static class AssemblySettings
{
    // Unless the caller chose a device, ILGPU's CPU accelerator: it is on every machine.
    [ModuleInitializer]
    internal static void ChooseDevice()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ACCEL_GPU_DEVICE")))
        {
            AccelGpuOptions.Device = GpuDeviceKind.Cpu;
        }
    }
}
