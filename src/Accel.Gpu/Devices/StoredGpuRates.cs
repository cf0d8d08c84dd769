using System.Runtime.InteropServices;
using Accel.Runtime;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>The rates of a device as figures in a file, beside those of the machine.</summary>
internal static class StoredGpuRates
{
    private const string Launch = "launchSeconds";
    private const string Transfer = "transferBytesPerSecond";
    private const string Operations = "operationsPerSecond";
    private const string Memory = "bytesPerSecond";

    /// <summary>Where the rates of the device are kept, or null for nowhere. A simulated device is measured each time: it has no rates of its own.</summary>
    public static ProfileFile? FileOf(GpuDevice device)
    {
        Accelerator accelerator = device.Accelerator;
        return accelerator.AcceleratorType == AcceleratorType.CPU
            ? null
            : ProfilePlace.Of(
                "gpu", $"{accelerator.AcceleratorType}; {device.Name}; {accelerator.NumMultiprocessors} multiprocessors; {accelerator.MemorySize} bytes; {RuntimeInformation.RuntimeIdentifier}");
    }

    public static GpuRates? TryRead(ProfileFile? file) =>
        file?.TryRead() is { } figures && ProfileFile.Single(figures, Launch) is double launch && ProfileFile.Single(figures, Transfer) is double transfer
        && ProfileFile.Single(figures, Operations) is double operations && ProfileFile.Single(figures, Memory) is double memory
            ? new GpuRates(launch, transfer, operations, memory)
            : null;

    public static void TryWrite(ProfileFile? file, GpuRates rates) => file?.TryWrite(new Dictionary<string, double[]>
    {
        [Launch] = [rates.LaunchSeconds],
        [Transfer] = [rates.TransferBytesPerSecond],
        [Operations] = [rates.OperationsPerSecond],
        [Memory] = [rates.BytesPerSecond],
    });
}
