using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Accel.Testing.Running;
using Xunit;

namespace Accel.Testing.Tests.Running;

public sealed unsafe partial class GuardedMemoryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void TheElementAfterTheLastIsInaccessible(int length)
    {
        using var memory = new GuardedMemory<float>(length);
        memory.Span.Fill(1f);
        byte* end = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory.Span)) + (length * sizeof(float));
        Assert.False(IsReadable(end));
        Assert.True(length == 0 || IsReadable(end - 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void TheElementBeforeTheFirstIsInaccessibleOnRequest(int length)
    {
        using var memory = new GuardedMemory<float>(length, GuardSide.Before);
        memory.Span.Fill(1f);
        byte* start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory.Span));
        Assert.False(IsReadable(start - 1));
        Assert.True(IsReadable(start));
    }

    [Fact]
    public void CopiesKeepTheirElements()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        using var memory = new GuardedMemory<int>(items);
        Assert.Equal(items, memory.Span.ToArray());
    }

    // The system answers an error, instead of ending the process, when it is asked to read an inaccessible byte itself.
    private static bool IsReadable(byte* address)
    {
        if (OperatingSystem.IsWindows())
        {
            byte read;
            nuint done;
            return ReadProcessMemory(-1, address, &read, 1, &done) != 0;
        }

        int* ends = stackalloc int[2];
        Assert.Equal(0, Pipe(ends));
        bool isReadable = Write(ends[1], address, 1) == 1;
        _ = Close(ends[0]);
        _ = Close(ends[1]);
        return isReadable;
    }

    [LibraryImport("libc", EntryPoint = "pipe")]
    private static partial int Pipe(int* ends);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, byte* bytes, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    [LibraryImport("kernel32")]
    private static partial int ReadProcessMemory(nint process, byte* address, byte* buffer, nuint size, nuint* done);
}
