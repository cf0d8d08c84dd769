using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Accel.Tests.Buffers;

public sealed class DeviceBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100_000)]
    public void MemoryIsAlignedAndZero(int length)
    {
        using var buffer = new DeviceBuffer<Rgb>(length);

        Assert.Equal(length, buffer.Length);
        Assert.Equal(length, buffer.AsSpan().Length);
        Assert.Equal(0, Address(buffer.AsSpan()) % 64);
        Assert.Equal(new Rgb[length], buffer.ToArray());
    }

    [Fact]
    public void CopiesInAndOut()
    {
        using var buffer = new DeviceBuffer<int>([1, 2, 3]);
        buffer.CopyFrom([7, 8]);
        int[] destination = new int[4];
        buffer.CopyTo(destination);

        Assert.Equal([7, 8, 3, 0], destination);
        Assert.Equal([7, 8, 3], buffer.ToArray());
    }

    [Fact]
    public void LengthsThatDoNotFitAreRefused()
    {
        using var buffer = new DeviceBuffer<int>(3);

        Assert.Throws<ArgumentException>(() => buffer.CopyFrom([1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => buffer.CopyTo(new int[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DeviceBuffer<int>(-1));
    }

    [Fact]
    public void ADisposedBufferSaysSo()
    {
        var buffer = new DeviceBuffer<int>(3);
        buffer.Dispose();
        buffer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => { _ = buffer.AsSpan(); });
        Assert.Throws<ObjectDisposedException>(() => { _ = buffer.AsReadOnlySpan(); });
        Assert.Throws<ObjectDisposedException>(() => { _ = buffer.HostView; });
        Assert.Throws<ObjectDisposedException>(buffer.ToArray);
        Assert.Throws<ObjectDisposedException>(() => buffer.CopyFrom([1]));
        Assert.Throws<ObjectDisposedException>(() => buffer.CopyTo(new int[3]));
        Assert.Throws<ObjectDisposedException>(() => { Elements<int> elements = buffer; });
    }

    [Fact]
    public void ASpanOutlivesItsBuffer()
    {
        Span<int> span = SpanOfForgottenBuffer();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        span[999] = 5;
        Assert.Equal(1, span[0]);
        Assert.Equal(5, span[999]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<int> SpanOfForgottenBuffer()
    {
        var buffer = new DeviceBuffer<int>(1000);
        buffer.AsSpan()[0] = 1;
        return buffer.AsSpan();
    }

    private static unsafe nint Address<T>(Span<T> span)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));

    private record struct Rgb(byte R, byte G, byte B);
}
