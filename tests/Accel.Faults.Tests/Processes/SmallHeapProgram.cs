using System.Runtime.InteropServices;

namespace Accel.Faults.Tests.Processes;

/// <summary>Device buffers in a process whose heap is full before its machine is: see the heap's limit in the test.</summary>
internal static class SmallHeapProgram
{
    public static int Run()
    {
        // Beyond what there is, again and again: if anything of it stayed, what fits would not fit any more.
        for (int i = 0; i < 50; i++)
        {
            string message = MessageOf<OutOfMemoryException>(() => new DeviceBuffer<double>(1 << 27));
            Check(message.Contains("134,217,728 elements of type Double (1,073,741,824 bytes)", StringComparison.Ordinal), message);
            Check(message.Contains("Use smaller buffers", StringComparison.Ordinal), message);
            using DeviceBuffer<double> fits = new(1 << 22);
            fits.AsSpan().Fill(1);
            Check(fits.AsReadOnlySpan()[^1] == 1, "what fits does not work");
        }

        // More than any buffer can have, and more bytes than an int has.
        string tooMany = MessageOf<ArgumentOutOfRangeException>(() => new DeviceBuffer<Page>(int.MaxValue));
        Check(tooMany.Contains("2,147,483,647 elements of type Page (8,796,093,018,112 bytes)", StringComparison.Ordinal), tooMany);
        MessageOf<OutOfMemoryException>(() => new DeviceBuffer<long>(int.MaxValue));
        MessageOf<ArgumentOutOfRangeException>(() => new DeviceBuffer<byte>(-1));
        Check(LiveDeviceMemory.OnDevice == 0, "something is left on the device");
        return 0;
    }

    private static string MessageOf<TException>(Func<IDisposable> action)
        where TException : Exception
    {
        try
        {
            action().Dispose();
        }
        catch (TException error)
        {
            return error.Message;
        }

        throw new InvalidOperationException($"no {typeof(TException).Name}");
    }

    private static void Check(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException(what);
        }
    }

    [StructLayout(LayoutKind.Sequential, Size = 4096)]
    private readonly struct Page;
}
