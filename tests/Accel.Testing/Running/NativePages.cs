using System.Runtime.InteropServices;

namespace Accel.Testing.Running;

/// <summary>Pages of memory straight from the system.</summary>
internal static unsafe partial class NativePages
{
    private const int ProtectNone = 0;
    private const int ProtectReadWrite = 3;
    private const int MapPrivate = 0x02;
    private const int MapAnonymousLinux = 0x20;
    private const int MapAnonymousMac = 0x1000;

    private const uint MemoryCommitReserve = 0x3000;
    private const uint MemoryRelease = 0x8000;
    private const uint PageNoAccess = 0x01;
    private const uint PageReadWrite = 0x04;

    /// <summary>Zeroed pages that can be read and written.</summary>
    public static byte* Allocate(nuint size)
    {
        if (OperatingSystem.IsWindows())
        {
            void* pages = VirtualAlloc(null, size, MemoryCommitReserve, PageReadWrite);
            return pages is not null ? (byte*)pages : throw OutOfPages(size);
        }

        int anonymous = OperatingSystem.IsMacOS() ? MapAnonymousMac : MapAnonymousLinux;
        void* mapped = Map(null, size, ProtectReadWrite, MapPrivate | anonymous, -1, 0);
        return (nint)mapped != -1 ? (byte*)mapped : throw OutOfPages(size);
    }

    /// <summary>Makes pages inaccessible.</summary>
    public static void Forbid(byte* page, nuint size)
    {
        bool done = OperatingSystem.IsWindows()
            ? VirtualProtect(page, size, PageNoAccess, out _) != 0
            : Protect(page, size, ProtectNone) == 0;
        if (!done)
        {
            throw new InvalidOperationException($"The system refused to protect {size} bytes: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Gives pages back.</summary>
    public static void Release(byte* pages, nuint size)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = VirtualFree(pages, 0, MemoryRelease);
        }
        else
        {
            _ = Unmap(pages, size);
        }
    }

    private static OutOfMemoryException OutOfPages(nuint size) =>
        new($"The system gave no pages for a guarded buffer of {size} bytes: error {Marshal.GetLastPInvokeError()}.");

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(void* address, nuint length);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial void* VirtualAlloc(void* address, nuint size, uint type, uint protection);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int VirtualProtect(void* address, nuint size, uint protection, out uint before);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int VirtualFree(void* address, nuint size, uint type);
}
