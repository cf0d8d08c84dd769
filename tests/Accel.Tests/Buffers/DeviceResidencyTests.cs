using System.Runtime.CompilerServices;
using Accel.Runtime;

namespace Accel.Tests.Buffers;

public sealed class DeviceResidencyTests
{
    public DeviceResidencyTests()
    {
        // Buffers that other tests forgot must not go while this one counts.
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [Fact]
    public void TheFlagFollowsWhatLiesOnDevices()
    {
        using var first = new DeviceBuffer<int>(10);
        using var second = new DeviceBuffer<int>(10);
        int before = LiveDeviceMemory.OnDevice;

        ToDevice(first, willWrite: true);
        ToDevice(second, willWrite: false);
        Assert.True(DeviceResidency.AnyOnDevice);
        Assert.Equal(before + 2, LiveDeviceMemory.OnDevice);

        first.AsSpan();
        second.Dispose();
        Assert.Equal(before, LiveDeviceMemory.OnDevice);
    }

    [Fact]
    public void APartOfABufferIsEnough()
    {
        using var buffer = new DeviceBuffer<int>([1, 2, 3, 4]);
        FakeMirror mirror = ToDevice(buffer, willWrite: true);
        mirror.Bytes[0] = 9;

        DeviceResidency.EnsureHost<int>(buffer.HostView[2..3], willWrite: false);
        Assert.Equal(9, buffer.HostView[0]);
        Assert.True(buffer.Memory.IsDeviceCurrent);

        DeviceResidency.EnsureHost<int>(buffer.HostView[2..], willWrite: true);
        Assert.False(buffer.Memory.IsDeviceCurrent);
        Assert.Equal(1, mirror.ToHost);
    }

    [Fact]
    public void OrdinaryMemoryIsLeftAlone()
    {
        using var buffer = new DeviceBuffer<int>(4);
        FakeMirror mirror = ToDevice(buffer, willWrite: true);

        DeviceResidency.EnsureHost<int>(new int[4], willWrite: true);
        DeviceResidency.EnsureHost<int>(stackalloc int[4], willWrite: true);
        DeviceResidency.EnsureHost<int>(default, willWrite: true);

        Assert.Equal(0, mirror.ToHost);
    }

    [Fact]
    public void ASpanIsFoundWithItsOffset()
    {
        using var other = new DeviceBuffer<int>(100);
        using var buffer = new DeviceBuffer<int>(100);

        Assert.True(DeviceResidency.TryFind(ref buffer.HostView[7], 93, out DeviceMemory? memory, out nint offset));
        Assert.Same(buffer.Memory, memory);
        Assert.Equal(28, offset);
    }

    [Fact]
    public void WhatReachesBeyondABufferIsNotInIt()
    {
        using var buffer = new DeviceBuffer<int>(100);
        int local = 0;

        Assert.False(DeviceResidency.TryFind(ref buffer.HostView[7], 94, out _, out _));
        Assert.False(DeviceResidency.TryFind(ref buffer.HostView[7], 0, out _, out _));
        Assert.False(DeviceResidency.TryFind(ref local, 1, out DeviceMemory? memory, out nint offset));
        Assert.Null(memory);
        Assert.Equal(0, offset);
    }

    [Fact]
    public void ResidentBytesAreThoseThatTheHostLacks()
    {
        using var buffer = new DeviceBuffer<double>(10);
        Assert.Equal(0, DeviceResidency.ResidentBytes<double>(buffer.HostView));

        ToDevice(buffer, willWrite: false);
        Assert.Equal(0, DeviceResidency.ResidentBytes<double>(buffer.HostView));

        ToDevice(buffer, willWrite: true);
        Assert.Equal(80, DeviceResidency.ResidentBytes<double>(buffer.HostView));
        Assert.Equal(24, DeviceResidency.ResidentBytes<double>(buffer.HostView[..3]));
        Assert.Equal(0, DeviceResidency.ResidentBytes<double>(new double[10]));
    }

    [Fact]
    public void ADisposedBufferIsNotFound()
    {
        var buffer = new DeviceBuffer<int>(10);
        Span<int> view = buffer.HostView;
        buffer.Dispose();

        Assert.False(DeviceResidency.TryFind(ref view[0], 10, out _, out _));
    }

    [Fact]
    public void AForgottenBufferFreesItsMirror()
    {
        int before = LiveDeviceMemory.OnDevice;
        FakeMirror mirror = ForgetBuffer();
        for (int i = 0; i < 10 && !mirror.IsDisposed; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.True(mirror.IsDisposed);
        Assert.Equal(before, LiveDeviceMemory.OnDevice);
    }

    [Fact]
    public void ASpanKeepsTheDeviceSideOfAForgottenBuffer()
    {
        Span<int> view = ViewOfForgottenBuffer();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        DeviceResidency.EnsureHost<int>(view, willWrite: false);
        Assert.Equal(9, view[0]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FakeMirror ForgetBuffer() => ToDevice(new DeviceBuffer<int>(10), willWrite: true);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<int> ViewOfForgottenBuffer()
    {
        var buffer = new DeviceBuffer<int>(10);
        ToDevice(buffer, willWrite: true).Bytes[0] = 9;
        return buffer.HostView;
    }

    private static FakeMirror ToDevice<T>(DeviceBuffer<T> buffer, bool willWrite)
        where T : unmanaged => (FakeMirror)buffer.Memory.EnsureDevice(FakeMirror.Of, null, willWrite);
}
