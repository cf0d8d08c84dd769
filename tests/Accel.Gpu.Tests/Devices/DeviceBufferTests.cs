using Accel.Gpu.Tests.Codegen;

namespace Accel.Gpu.Tests.Devices;

/// <summary>Device buffers stay on the device between kernels.</summary>
public class DeviceBufferTests
{
    [Fact]
    public void ResultsStayOnTheDeviceUntilTheHostAsks()
    {
        float[] x = [.. Enumerable.Range(0, 1000).Select(i => i * 0.5f)];
        float[] expected = new float[x.Length];
        ElementwiseKernels.Saxpy(2f, x, expected, Backend.Reference);
        ElementwiseKernels.Saxpy(3f, x, expected, Backend.Reference);

        using DeviceBuffer<float> source = new(x);
        using DeviceBuffer<float> target = new(x.Length);
        OnDevice.Run(() => ElementwiseKernels.Saxpy(2f, source, target, Backend.Gpu));
        Assert.True(source.Memory is { IsHostCurrent: true, IsDeviceCurrent: true });
        Assert.True(target.Memory is { IsHostCurrent: false, IsDeviceCurrent: true });
        Assert.All(target.HostView.ToArray(), value => Assert.Equal(0f, value));

        OnDevice.Run(() => ElementwiseKernels.Saxpy(3f, source, target, Backend.Gpu));
        OnDevice.Same(expected, target.ToArray());
        Assert.True(target.Memory is { IsHostCurrent: true, IsDeviceCurrent: true });
    }

    [Fact]
    public void WhatTheHostWritesReachesTheDevice()
    {
        using DeviceBuffer<float> source = new([1f, 2f, 3f]);
        using DeviceBuffer<float> target = new(3);
        OnDevice.Run(() => ElementwiseKernels.Saxpy(1f, source, target, Backend.Gpu));
        source.AsSpan()[1] = 10f;
        OnDevice.Run(() => ElementwiseKernels.Saxpy(1f, source, target, Backend.Gpu));
        Assert.Equal([2f, 12f, 6f], target.ToArray());
    }

    [Fact]
    public void APartOfABufferIsUsedInPlace()
    {
        using DeviceBuffer<float> buffer = new([1f, 2f, 3f, 4f, 5f, 6f]);
        OnDevice.Run(() => ElementwiseKernels.Saxpy(10f, buffer.HostView[4..], buffer.HostView[1..3], Backend.Gpu));
        Assert.False(buffer.Memory.IsHostCurrent);
        Assert.Equal([1f, 52f, 63f, 4f, 5f, 6f], buffer.ToArray());
    }

    [Fact]
    public void OtherBackendsFetchWhatTheyNeed()
    {
        using DeviceBuffer<float> source = new([1f, 2f, 3f]);
        using DeviceBuffer<float> target = new(3);
        OnDevice.Run(() => ElementwiseKernels.Saxpy(1f, source, target, Backend.Gpu));
        ElementwiseKernels.Saxpy(1f, source, target, Backend.Simd);
        Assert.True(target.Memory is { IsHostCurrent: true, IsDeviceCurrent: false });
        Assert.Equal([2f, 4f, 6f], target.ToArray());
    }

    [Fact]
    public void ReductionsReadInPlace()
    {
        float[] x = [.. Enumerable.Range(0, 40_000).Select(i => (i % 100) - 30.5f)];
        using DeviceBuffer<float> buffer = new(x);
        float actual = 0;
        OnDevice.Run(() => actual = ReductionKernels.Sum(buffer, Backend.Gpu));
        Assert.Equal(ReductionKernels.Sum(x, Backend.Simd), actual);
    }
}
