using System.Runtime.CompilerServices;

// Faults are put into what belongs to the process: the device, the options, the thread pool.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Accel.Faults.Tests;

internal static class AssemblySettings
{
    // The faults are the same on every device; the one that every machine has is ILGPU's CPU accelerator.
    [ModuleInitializer]
    internal static void ChooseDevice() => Environment.SetEnvironmentVariable("ACCEL_GPU_DEVICE", "cpu");
}
