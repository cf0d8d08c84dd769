using Accel.Faults.Tests.Kernels;
using Accel.Gpu;
using Accel.Runtime;

namespace Accel.Faults.Tests.Gpu;

/// <summary>After a failure <c>Auto</c> falls back to the CPU, says so once, and keeps results right.</summary>
public class DeviceLossTests
{
    private const int Count = 5000;

    private readonly float[] _x = [.. Enumerable.Range(0, Count).Select(i => i * 0.5f)];

    [Fact]
    public void ALostDeviceIsSaidOnceAndNotUsedAgain()
    {
        using FaultyGpu gpu = new();
        using TraceWarnings warnings = new();
        gpu.Adapter.FailAfter(0, GpuFault.Lost);
        for (int i = 0; i < 10; i++)
        {
            AssertRight(Backend.Auto);
        }

        Assert.Contains(gpu.Device.Name, Assert.Single(warnings.Messages));
        Assert.Contains("CL_DEVICE_NOT_AVAILABLE. It is not used again", warnings.Messages.Single());
        Assert.Single(gpu.Adapter.Log);
        var refusal = Assert.Throws<BackendUnavailableException>(() => AssertRight(Backend.Gpu));
        Assert.Contains(gpu.Device.Name, refusal.Message);
    }

    [Theory]
    [InlineData(GpuOperation.Allocate)]
    [InlineData(GpuOperation.CopyToDevice)]
    [InlineData(GpuOperation.Compile)]
    [InlineData(GpuOperation.Launch)]
    [InlineData(GpuOperation.Synchronize)]
    public void WhateverFailsFirstTellsThatTheDeviceIsLost(GpuOperation operation)
    {
        using FaultyGpu gpu = new();
        gpu.Adapter.FailNext(operation, GpuFault.Lost);
        AssertRight(Backend.Auto);
        Assert.True(gpu.Adapter.HasFailed);
        Assert.Contains("CL_DEVICE_NOT_AVAILABLE", gpu.Device.Failure);
        Assert.Equal(0, gpu.Adapter.UsesAfterLoss);
    }

    [Fact]
    public void ARefusedKernelIsSaidOnceAndOthersStillRunThere()
    {
        using FaultyGpu gpu = new();
        using TraceWarnings warnings = new();
        gpu.Adapter.FailNext(GpuOperation.Compile, GpuFault.Refused);
        for (int i = 0; i < 10; i++)
        {
            AssertRight(Backend.Auto);
        }

        string warning = Assert.Single(warnings.Messages);
        Assert.Contains(nameof(FaultKernels.Saxpy), warning);
        Assert.Contains(gpu.Device.Name, warning);
        Assert.Equal(1, gpu.Adapter.Log.Count(operation => operation == GpuOperation.Compile));

        var refused = Assert.Throws<GpuDeviceException>(() => AssertRight(Backend.Gpu));
        Assert.Contains("could not be compiled", refused.Message);
        double[] other = [.. _x.Select(x => (double)x)];
        Assert.Equal(FaultKernels.Dot(other, other, Backend.Simd), FaultKernels.Dot(other, other, Backend.Gpu));
        Assert.Equal(2, gpu.Device.Launches);
    }

    [Fact]
    public void AFullDeviceIsSaidOnceAndTriedAgain()
    {
        using FaultyGpu gpu = new();
        using TraceWarnings warnings = new();
        for (int i = 0; i < 5; i++)
        {
            gpu.Adapter.FailAfter(0, GpuFault.Full);
            AssertRight(Backend.Auto);
        }

        Assert.Contains("not enough device memory for 20,480 bytes", Assert.Single(warnings.Messages));
        Assert.Equal(0, gpu.Device.Launches);
        AssertRight(Backend.Auto);
        Assert.Equal(1, gpu.Device.Launches);
    }

    [Fact]
    public void ADeviceBufferTakesWhatThePoolKeepsForNobody()
    {
        using FaultyGpu gpu = new();
        AssertRight(Backend.Gpu);
        Assert.Equal(2, gpu.Adapter.Lent);
        using DeviceBuffer<float> buffer = new(_x);
        using DeviceBuffer<float> target = new(Count);
        gpu.Adapter.FailAfter(0, GpuFault.Full);
        FaultKernels.Saxpy(1f, buffer, target, Backend.Gpu);
        Assert.Equal(2, gpu.Device.Launches);
        Assert.Equal(2, gpu.Adapter.Lent);
        Assert.Equal(_x, target.ToArray());
    }

    [Fact]
    public void TheExplanationTellsWhatHappened()
    {
        using FaultyGpu gpu = new();
        gpu.Adapter.FailAfter(0, GpuFault.Full);
        NestExplanation nest = Assert.Single(KernelDispatcher.Explain(() => AssertRight(Backend.Auto)).Nests, nest => nest.Backend != Backend.Reference);
        Assert.Equal(Backend.Simd, nest.Backend);
        Assert.Contains("not enough device memory", nest.Reason);

        nest = Assert.Single(KernelDispatcher.Explain(() => AssertRight(Backend.Auto)).Nests, nest => nest.Backend != Backend.Reference);
        Assert.Equal(Backend.Gpu, nest.Backend);
    }

    /// <summary>All have chosen the device when it is lost under the first of them.</summary>
    [Fact]
    public void ThreadsThatWaitForADeviceWhileItIsLostUseTheCpu()
    {
        for (int operation = 0; operation < 10; operation++)
        {
            using FaultyGpu gpu = new();
            gpu.Adapter.FailAfter(operation, GpuFault.Lost);
            using ManualResetEventSlim start = new();
            Task<Exception?>[] calls = [.. Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew<Exception?>(
                () =>
                {
                    start.Wait();
                    return Record.Exception(() => AssertRight(Backend.Auto));
                },
                TaskCreationOptions.LongRunning))];
            start.Set();
            Deadline.Run(60, () => Task.WaitAll(calls));

            // At most the one that was being copied back.
            Exception?[] errors = [.. calls.Select(call => call.Result).Where(error => error is not null)];
            Assert.All(errors, error => Assert.IsType<GpuDeviceException>(error));
            Assert.InRange(errors.Length, 0, 1);
            Assert.Equal(0, gpu.Adapter.UsesAfterLoss);
            gpu.AssertNothingIsHeld();
        }
    }

    [Fact]
    public void DataOfWhichTheOnlyCopyIsLostIsAnException()
    {
        using FaultyGpu gpu = new();
        using DeviceBuffer<float> source = new(_x);
        using DeviceBuffer<float> target = new(Count);
        FaultKernels.Saxpy(1f, source, target, Backend.Gpu);
        gpu.Adapter.FailAfter(0, GpuFault.Lost);
        for (int i = 0; i < 3; i++)
        {
            var error = Assert.Throws<GpuDeviceException>(() => target.ToArray());
            Assert.Contains(gpu.Device.Name, error.Message);
        }

        Assert.Equal(_x, source.ToArray());
        Assert.Throws<GpuDeviceException>(() => FaultKernels.Saxpy(1f, target, source));
        Assert.Equal(_x, source.ToArray());
    }

    [Fact]
    public void BuffersOfALostDeviceAreFinalisedInPeace()
    {
        using FaultyGpu gpu = new();
        LoseBuffers(gpu);
        for (int i = 0; i < 10 && gpu.Adapter.Lent > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        gpu.AssertNothingIsHeld();
        AssertRight(Backend.Auto);
    }

    [Fact]
    public void WhereLookingForDevicesFailsThereIsNone()
    {
        (GpuDevice? device, string refusal) = GpuDevices.FindOrRefuse(
            GpuDeviceKind.Cuda, _ => throw new ILGPU.Runtime.Cuda.CudaException("the driver is too old"));
        Assert.Null(device);
        Assert.Contains("no CUDA device was found", refusal);
        Assert.Contains("the driver is too old", refusal);
        Assert.Contains("ACCEL_GPU_DEVICE", refusal);
    }

    private void LoseBuffers(FaultyGpu gpu)
    {
        for (int i = 0; i < 10; i++)
        {
            FaultKernels.Saxpy(1f, new DeviceBuffer<float>(_x), new DeviceBuffer<float>(Count), Backend.Gpu);
        }

        gpu.Adapter.FailAfter(0, GpuFault.Lost);
    }

    private void AssertRight(Backend backend)
    {
        float[] expected = [.. _x];
        float[] actual = [.. _x];
        FaultKernels.Saxpy(2f, _x, actual, backend);
        FaultKernels.Saxpy(2f, _x, expected, Backend.Reference);
        Assert.Equal(expected, actual);
    }
}
