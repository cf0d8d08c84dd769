namespace Accel;

/// <summary>
/// Process-wide options. Each starts from its environment variable, read at first use; a value set here takes precedence.
/// All members may be used from any thread; a call that is already running keeps what it started with.
/// </summary>
public static class AccelOptions
{
    /// <summary>
    /// The backend that every call without an explicit backend runs on, or <see cref="Backend.Auto"/> to choose per call.
    /// Environment variable <c>ACCEL_BACKEND</c>: auto, reference, simd, multicore or gpu.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a member of <see cref="Accel.Backend"/>.</exception>
    /// <exception cref="InvalidOperationException">The environment variable has an unknown value.</exception>
    public static Backend Backend
    {
        get => ProcessOptions.PinnedBackend;
        set
        {
            if (!Enum.IsDefined(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, $"Not a backend. Valid are {ProcessOptions.BackendNames}.");
            }

            ProcessOptions.PinBackend(value);
        }
    }

    /// <summary>
    /// Width in bits of the vectors that SIMD code uses: 128, 256, 512, or <see langword="null"/> for the widest that the hardware has.
    /// A width that the hardware lacks runs in software emulation: right, and slow. Environment variable <c>ACCEL_VECTOR_BITS</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is none of these.</exception>
    /// <exception cref="InvalidOperationException">The environment variable has an unknown value.</exception>
    public static int? VectorBits
    {
        get => ProcessOptions.ForcedVectorBits;
        set
        {
            if (value is not (null or 128 or 256 or 512))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "Not a vector width. Valid are 128, 256, 512, and null for the widest that the hardware has.");
            }

            ProcessOptions.ForceVectorBits(value);
        }
    }

    /// <summary>
    /// The largest number of threads that one call runs on, the calling thread included, or <see langword="null"/> for
    /// <see cref="Environment.ProcessorCount"/>. Environment variable <c>ACCEL_THREADS</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is below 1 or above 1024.</exception>
    /// <exception cref="InvalidOperationException">The environment variable is not a number in that range.</exception>
    public static int? MaxDegreeOfParallelism
    {
        get => ProcessOptions.ForcedThreads;
        set
        {
            if (value is < 1 or > ProcessOptions.MostThreads)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(value), value, $"Not a number of threads. Valid are 1 to {ProcessOptions.MostThreads}, and null for one per logical processor.");
            }

            ProcessOptions.ForceThreads(value);
        }
    }

    /// <summary>
    /// Whether, in Debug builds and with a debugger attached, calls without an explicit backend run the method as written, so that
    /// breakpoints in it are hit. The default is <see langword="true"/>.
    /// </summary>
    public static bool ReferenceUnderDebugger
    {
        get => !ProcessOptions.IgnoresDebugger;
        set => ProcessOptions.IgnoresDebugger = !value;
    }

    /// <summary>
    /// Whether loops over <see cref="Loop.Parallel"/> are checked to be what they are called. Calls without an explicit backend, and with
    /// <see cref="Backend.Reference"/>, then run kernels that have such loops as written, in order and many times slower, and throw a
    /// <see cref="ParallelLoopRaceException"/> where two iterations touch one element and one of them writes it. A kernel with a loop that cannot be checked
    /// throws <see cref="NotSupportedException"/>. The default is <see langword="false"/>. Environment variable <c>ACCEL_CHECK_PARALLEL</c>: on or off.
    /// </summary>
    /// <exception cref="InvalidOperationException">The environment variable has an unknown value.</exception>
    public static bool CheckParallelLoops
    {
        get => ProcessOptions.ChecksParallelLoops;
        set => ProcessOptions.ChecksParallelLoops = value;
    }
}
