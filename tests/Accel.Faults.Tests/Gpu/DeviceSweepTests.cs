using Accel.Gpu;

namespace Accel.Faults.Tests.Gpu;

/// <summary>
/// A small program of kernel calls in which one operation of the device fails: each in turn, in each way. Whatever fails, every call gives the right
/// result or an exception that names the device; no host data is lost; later calls work; nothing stays allocated or locked.
/// </summary>
public class DeviceSweepTests
{
    private const int Seconds = 120;

    [Theory]
    [InlineData(Backend.Auto, GpuFault.Lost)]
    [InlineData(Backend.Auto, GpuFault.LostAfterwards)]
    [InlineData(Backend.Auto, GpuFault.Full)]
    [InlineData(Backend.Auto, GpuFault.Refused)]
    [InlineData(Backend.Gpu, GpuFault.Lost)]
    [InlineData(Backend.Gpu, GpuFault.LostAfterwards)]
    [InlineData(Backend.Gpu, GpuFault.Full)]
    [InlineData(Backend.Gpu, GpuFault.Refused)]
    public void EveryOperationMayFail(Backend backend, GpuFault fault)
    {
        int operation = 0;
        Deadline.Run(
            Seconds,
            () =>
            {
                // Until a run in which so many operations were not needed.
                while (RunProgram(backend, fault, operation))
                {
                    operation++;
                }
            },
            () => $"operation {operation}");

        // Each of the five steps copies, launches and waits at least once.
        Assert.InRange(operation, 60, 90);
    }

    private static bool RunProgram(Backend backend, GpuFault fault, int operation)
    {
        using FaultyGpu gpu = new();
        gpu.Adapter.FailAfter(operation, fault);
        foreach (SweepStep step in SweepStep.Program())
        {
            try
            {
                RunStep(step, backend, gpu);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"operation {operation}, {step.GetType().Name}: {error.Message}\nafter {string.Join(" ", gpu.Adapter.Log)}", error);
            }
        }

        gpu.AssertNothingIsHeld();
        return gpu.Adapter.HasFailed;
    }

    private static void RunStep(SweepStep step, Backend backend, FaultyGpu gpu)
    {
        int onDevice = LiveDeviceMemory.OnDevice;
        bool hadFailed = gpu.Adapter.HasFailed;
        gpu.Adapter.ClearLog();
        Exception? error = Record.Exception(() => step.Run(backend, gpu.Adapter));
        step.Check(isDone: error is null, gpu.Adapter);
        Assert.Equal(onDevice, LiveDeviceMemory.OnDevice);
        if (error is null)
        {
            return;
        }

        Assert.True(error is GpuDeviceException or BackendUnavailableException, error.ToString());
        Assert.Contains(gpu.Device.Name, error.Message);
        if (backend == Backend.Auto)
        {
            Assert.False(hadFailed, $"a call after the failure threw: {error}");
            Assert.True(step.MayThrow, $"Auto could have used the CPU: {error}");
        }
    }
}
