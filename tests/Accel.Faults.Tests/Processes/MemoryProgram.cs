using System.Diagnostics;
using System.Globalization;
using Accel.Faults.Tests.Kernels;

namespace Accel.Faults.Tests.Processes;

/// <summary>Calls kernels many times and writes what that cost: bytes allocated per call, and by how much the process grew.</summary>
internal static class MemoryProgram
{
    public static int Run(string scenario, int calls)
    {
        Action call = Scenario(scenario);

        // Compiled by all tiers, pools filled, the heap as large as it wants to be.
        Repeat(call, Math.Max(calls / 10, 50));
        Thread.Sleep(300);
        Repeat(call, Math.Max(calls / 10, 50));
        (long before, long nativeBefore) = Settle();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        var time = Stopwatch.StartNew();
        Repeat(call, calls);
        double seconds = time.Elapsed.TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        (long after, long nativeAfter) = Settle();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(double)allocated / calls:F3} {after - before} {nativeAfter - nativeBefore} {seconds / calls * 1e9:F0}"));
        return 0;
    }

    private static void Repeat(Action call, int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            call();
        }
    }

    /// <returns>Bytes of live objects, and of memory that the process has beside the managed heap.</returns>
    private static (long Managed, long Native) Settle()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using Process process = Process.GetCurrentProcess();
        GCMemoryInfo heap = GC.GetGCMemoryInfo();
        return (GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64 - heap.TotalCommittedBytes);
    }

    private static Action Scenario(string name)
    {
        float[] small = new float[256];
        float[] large = new float[16_384];
        float[] medium = new float[200];
        double[] values = new double[256];
        switch (name)
        {
            case "simd":
                return () =>
                {
                    FaultKernels.Saxpy(1f, small, small, Backend.Simd);
                    FaultKernels.Dot(values, values, Backend.Simd);
                };
            case "auto":
                return () =>
                {
                    FaultKernels.Saxpy(1f, small, small);
                    FaultKernels.Dot(values, values);
                };
            case "multicore":
                return () => FaultKernels.Saxpy(1f, large, large, Backend.Multicore);
            case "gpu":
                return () => FaultKernels.Saxpy(1f, medium, medium, Backend.Gpu);
            case "buffers":
                return () =>
                {
                    using DeviceBuffer<float> buffer = new(small);
                    FaultKernels.Saxpy(1f, buffer, buffer, Backend.Simd);
                };
            case "gpu-buffers":
                return () =>
                {
                    using DeviceBuffer<float> buffer = new(medium);
                    FaultKernels.Saxpy(1f, buffer, buffer, Backend.Gpu);
                };
            case "forgotten-buffers":
                return () => FaultKernels.Saxpy(1f, new DeviceBuffer<float>(medium), new DeviceBuffer<float>(medium), Backend.Gpu);
            default:
                throw new ArgumentException($"no scenario '{name}'", nameof(name));
        }
    }
}
