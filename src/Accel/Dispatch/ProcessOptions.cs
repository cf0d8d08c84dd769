using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Accel;

/// <summary>
/// The options as the run time reads them. Fields are zero until first needed and have no initialisers, so that reading one costs
/// a load and a compare, and an error in an environment variable surfaces as itself and not inside a TypeInitializationException.
/// </summary>
internal static class ProcessOptions
{
    public const int MostThreads = 1024;
    public const string BackendNames = "Auto, Reference, Simd, Multicore, Gpu";

    /// <summary>What <see cref="Generation"/> never is.</summary>
    public const int NoGeneration = -1;

    private const int Unread = 0;

    /// <summary>
    /// Changes with everything that a nest's threshold depends on. A nest that holds another generation leaves the fast path, so raising it
    /// is also how tracing and a pinned backend get to see every call.
    /// </summary>
    public static int Generation;

    /// <summary>1 + the backend, or 0 while not read.</summary>
    private static int s_pinned;

    private static int s_vectorBits;
    private static int s_threads;
    private static bool s_backendIsSet;
    private static int s_forcedVectorBits;
    private static int s_forcedThreads;

    public static bool IgnoresDebugger;

    /// <summary>0 while not read, 1 for no, 2 for yes.</summary>
    private static int s_checksParallel;

    public static bool ChecksParallelLoops
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int checks = s_checksParallel;
            return (checks != Unread ? checks : ReadChecksParallel()) == 2;
        }

        set => Volatile.Write(ref s_checksParallel, value ? 2 : 1);
    }

    public static Backend PinnedBackend
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int pinned = s_pinned;
            return (Backend)((pinned != Unread ? pinned : ReadPinned()) - 1);
        }
    }

    /// <summary>Whether the pin comes from code (and else from the environment), for messages.</summary>
    public static string PinSource => s_backendIsSet ? "AccelOptions.Backend" : EnvironmentVariables.Backend;

    /// <summary>The pin as a reason; a constant, so that to give it allocates nothing.</summary>
    public static string PinReason => s_backendIsSet ? "pinned by AccelOptions.Backend" : $"pinned by {EnvironmentVariables.Backend}";

    public static int VectorBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int bits = s_vectorBits;
            return bits != Unread ? bits : ReadVectorBits();
        }
    }

    public static int Threads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int threads = s_threads;
            return threads != Unread ? threads : ReadThreads();
        }
    }

    public static int? ForcedVectorBits => s_forcedVectorBits != 0 ? s_forcedVectorBits : EnvironmentVariables.ReadVectorBits();

    public static int? ForcedThreads => s_forcedThreads != 0 ? s_forcedThreads : EnvironmentVariables.ReadThreads();

    public static void PinBackend(Backend backend)
    {
        lock (Gates.Write)
        {
            s_backendIsSet = true;
            s_pinned = 1 + (int)backend;
            NextGeneration();
        }
    }

    public static void ForceVectorBits(int? bits)
    {
        lock (Gates.Write)
        {
            s_forcedVectorBits = bits ?? 0;
            s_vectorBits = Unread;
            NextGeneration();
        }
    }

    public static void ForceThreads(int? threads)
    {
        lock (Gates.Write)
        {
            s_forcedThreads = threads ?? 0;
            s_threads = Unread;
            NextGeneration();
        }
    }

    public static void NextGeneration()
    {
        // It wraps around after four thousand million changes.
        if (Interlocked.Increment(ref Generation) == NoGeneration)
        {
            Interlocked.Increment(ref Generation);
        }
    }

    /// <summary>Forgets what was set and read, so that tests can start over.</summary>
    internal static void Reset()
    {
        lock (Gates.Write)
        {
            s_backendIsSet = false;
            s_pinned = Unread;
            s_forcedVectorBits = 0;
            s_vectorBits = Unread;
            s_forcedThreads = 0;
            s_threads = Unread;
            s_checksParallel = Unread;
            IgnoresDebugger = false;
            NextGeneration();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadPinned()
    {
        lock (Gates.Write)
        {
            return s_pinned != Unread ? s_pinned : s_pinned = 1 + (int)(EnvironmentVariables.ReadBackend() ?? Backend.Auto);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadChecksParallel()
    {
        lock (Gates.Write)
        {
            return s_checksParallel != Unread ? s_checksParallel : s_checksParallel = EnvironmentVariables.ReadCheckParallel() == true ? 2 : 1;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadVectorBits()
    {
        lock (Gates.Write)
        {
            return s_vectorBits = ForcedVectorBits ?? WidestVectorBits;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadThreads()
    {
        lock (Gates.Write)
        {
            return s_threads = ForcedThreads ?? Math.Min(Environment.ProcessorCount, MostThreads);
        }
    }

    /// <summary>In a class of its own, whose initialiser the fields above then do not wait for.</summary>
    private static class Gates
    {
        public static readonly Lock Write = new();
    }

    private static int WidestVectorBits =>
        Vector512.IsHardwareAccelerated ? 512 :
        Vector256.IsHardwareAccelerated ? 256 : 128;
}
