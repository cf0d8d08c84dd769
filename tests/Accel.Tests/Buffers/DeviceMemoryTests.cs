namespace Accel.Tests.Buffers;

public sealed class DeviceMemoryTests : IDisposable
{
    private readonly DeviceBuffer<byte> _buffer = new([1, 2, 3, 4]);

    private DeviceMemory Memory => _buffer.Memory;

    public void Dispose() => _buffer.Dispose();

    [Fact]
    public void DataGoesToTheDeviceOnce()
    {
        FakeMirror mirror = OnDevice(willWrite: false);
        OnDevice(willWrite: false);

        Assert.Equal([1, 2, 3, 4], mirror.Bytes);
        Assert.Equal((1, 0), (mirror.ToDevice, mirror.ToHost));
        Assert.True(Memory.IsHostCurrent);
        Assert.True(Memory.IsDeviceCurrent);
    }

    [Fact]
    public void WhatTheDeviceWroteIsFetchedOnce()
    {
        FakeMirror mirror = OnDevice(willWrite: true);
        mirror.Bytes[0] = 9;
        Assert.False(Memory.IsHostCurrent);

        Assert.Equal<byte>([9, 2, 3, 4], _buffer.AsReadOnlySpan());
        Assert.Equal([9, 2, 3, 4], _buffer.ToArray());
        Assert.Equal(1, mirror.ToHost);
        Assert.True(Memory.IsDeviceCurrent);
    }

    [Fact]
    public void WritingOnTheHostMakesTheDeviceStale()
    {
        FakeMirror mirror = OnDevice(willWrite: true);
        mirror.Bytes[0] = 9;
        _buffer.AsSpan()[1] = 8;
        Assert.False(Memory.IsDeviceCurrent);

        OnDevice(willWrite: false);
        Assert.Equal([9, 8, 3, 4], mirror.Bytes);
        Assert.Equal((2, 1), (mirror.ToDevice, mirror.ToHost));
    }

    [Fact]
    public void HostViewFetchesNothing()
    {
        FakeMirror mirror = OnDevice(willWrite: true);
        mirror.Bytes[0] = 9;

        Assert.Equal(1, _buffer.HostView[0]);
        Assert.Equal(0, mirror.ToHost);
    }

    [Fact]
    public void WhatIsOverwrittenIsNotCopied()
    {
        var mirror = (FakeMirror)Memory.EnsureDevice(FakeMirror.Of, null, willWrite: true, overwritesAll: true);

        Assert.Equal(0, mirror.ToDevice);
        Assert.Equal([0, 0, 0, 0], _buffer.ToArray());
    }

    [Fact]
    public void AMirrorOnAnotherDeviceIsReplacedAndNothingLost()
    {
        FakeMirror first = OnDevice(willWrite: true);
        first.Bytes[3] = 7;

        var second = (FakeMirror)Memory.EnsureDevice(FakeMirror.Of, mirror => mirror != first, willWrite: false);

        Assert.NotSame(first, second);
        Assert.True(first.IsDisposed);
        Assert.Equal([1, 2, 3, 7], second.Bytes);
    }

    [Fact]
    public void AFailedAllocationChangesNothing()
    {
        Assert.Throws<InsufficientMemoryException>(() => Memory.EnsureDevice(_ => throw new InsufficientMemoryException(), null, willWrite: true));

        Assert.True(Memory.IsHostCurrent);
        Assert.False(Memory.IsDeviceCurrent);
        Assert.Equal([1, 2, 3, 4], _buffer.ToArray());
    }

    [Fact]
    public void DisposingFreesTheMirror()
    {
        FakeMirror mirror = OnDevice(willWrite: true);
        _buffer.Dispose();

        Assert.True(mirror.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => OnDevice(willWrite: false));
    }

    private FakeMirror OnDevice(bool willWrite) => (FakeMirror)Memory.EnsureDevice(FakeMirror.Of, null, willWrite);
}
