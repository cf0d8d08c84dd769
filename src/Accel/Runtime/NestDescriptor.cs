using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Accel.Runtime;

/// <summary>What the compiler knows about one loop nest of a kernel, and the thresholds that the dispatcher derived from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestDescriptor
{
    /// <summary>The value of <see cref="ProcessOptions.Generation"/> that <see cref="_threshold"/> belongs to; the first one matches none.</summary>
    private int _generation = ProcessOptions.NoGeneration;

    /// <summary>The value of <see cref="ProcessOptions.Generation"/> for which the cost model gave the threshold, and not the bound for small work.</summary>
    private int _modelledGeneration = ProcessOptions.NoGeneration;

    private long _threshold;
    private long _failedGuards;
    private long _busyLanes;
    private long _allLanes;
    private DeviceRefusal? _deviceRefusal;
    private NestTimings? _timings;

    /// <summary>Creates the descriptor; called by generated code.</summary>
    /// <param name="loop">The nest's outermost loop as the user wrote its header.</param>
    public NestDescriptor(string loop)
    {
        Loop = loop;
    }

    /// <summary>The nest's outermost loop as the user wrote its header, for messages.</summary>
    public string Loop { get; }

    /// <summary>Arithmetic operations of one innermost iteration, in units of one simple vector operation's share of a lane.</summary>
    public double OperationsPerIteration { get; init; }

    /// <summary>Operations by which an innermost iteration costs more on several cores: those of a pass ahead, which finds what a piece of the loop passes on.</summary>
    public double OperationsAheadPerIteration { get; init; }

    /// <summary>Bytes read and written by one innermost iteration.</summary>
    public double BytesPerIteration { get; init; }

    /// <summary>
    /// How many times as long the plain form is estimated to take as the SIMD code, where it gives the same bits, so that <see cref="Backend.Auto"/> may choose it where the estimate turns out to be
    /// wrong; 0 where it may not.
    /// </summary>
    public double PlainSlowdown { get; init; }

    /// <summary>Lanes of a 256-bit vector for the nest's widest element type: 8 for float, 4 for double.</summary>
    public int LanesPer256Bits { get; init; } = 8;

    /// <summary>Innermost iterations that are worth handing to another core; a run of less than two chunks stays on one.</summary>
    public long IterationsPerChunk { get; init; } = 1;

    /// <summary>Why there is no SIMD code, or <see langword="null"/> where there is.</summary>
    public string? SimdRefusal { get; init; }

    /// <summary>Why the nest cannot run on several cores, or <see langword="null"/> where it can.</summary>
    public string? MulticoreRefusal { get; init; }

    /// <summary>Why there is no GPU code, or <see langword="null"/> where there is.</summary>
    public string? GpuRefusal { get; init; }

    /// <summary>How often a run-time guard failed, so that the plain form ran.</summary>
    public long FailedGuards => Interlocked.Read(ref _failedGuards);

    /// <summary>The kernel that this nest is part of.</summary>
    internal KernelDescriptor? Kernel { get; set; }

    internal string KernelName => Kernel?.Name ?? "(unnamed kernel)";

    /// <summary>What runs on the calling thread: the SIMD code, or where there is none scalar code, which counts as <see cref="Backend.Reference"/>.</summary>
    internal Backend OneCoreBackend => SimdRefusal is null ? Backend.Simd : Backend.Reference;

    /// <summary>Whether the plain form is chosen where it is faster than the SIMD code.</summary>
    internal bool MayRunPlain => PlainSlowdown > 0 && SimdRefusal is null;

    /// <summary>Chooses where this run of the nest goes.</summary>
    /// <param name="requested">What <see cref="KernelDispatcher.Resolve"/> returned, or <see cref="Backend.Auto"/>.</param>
    /// <param name="iterations">Estimated number of innermost iterations of this run.</param>
    /// <param name="started">0, or where this run is timed what <see cref="Complete"/> is to be called with.</param>
    /// <returns>
    /// <see cref="Backend.Reference"/> (run the plain form), <see cref="Backend.Simd"/>, <see cref="Backend.Multicore"/> or <see cref="Backend.Gpu"/>.
    /// </returns>
    /// <exception cref="BackendUnavailableException">A backend by name has no code for this nest.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Backend Choose(Backend requested, long iterations, out long started)
    {
        if (requested == Backend.Auto && iterations <= _threshold && _generation == ProcessOptions.Generation)
        {
            started = 0;
            return OneCoreBackend;
        }

        return NestChoice.Choose(this, requested, iterations, residentBytes: 0, out started);
    }

    /// <summary>As <see cref="Choose(Backend, long, out long)"/>, for a run some of whose data lies on the GPU only.</summary>
    /// <param name="requested">What <see cref="KernelDispatcher.Resolve"/> returned, or <see cref="Backend.Auto"/>.</param>
    /// <param name="iterations">Estimated number of innermost iterations of this run.</param>
    /// <param name="residentBytes">Sum of <see cref="DeviceResidency.ResidentBytes{T}"/> over the nest's buffers.</param>
    /// <param name="started">As in the other overload.</param>
    /// <returns>As the other overload.</returns>
    /// <exception cref="BackendUnavailableException">A backend by name has no code for this nest.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Backend Choose(Backend requested, long iterations, long residentBytes, out long started) =>
        residentBytes == 0 ? Choose(requested, iterations, out started) : NestChoice.Choose(this, requested, iterations, residentBytes, out started);

    /// <summary>Takes note of what a timed run took.</summary>
    /// <param name="ran">What ran at last.</param>
    /// <param name="started">What <see cref="Choose(Backend, long, out long)"/> gave, which was not 0.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Complete(Backend ran, long started) => NestChoice.Complete(this, ran, started);

    /// <summary>Takes note of what the plain form took, where it was chosen and timed; called behind it whenever it has run.</summary>
    public void CompletePlain() => NestChoice.CompletePlain(this);

    /// <summary>Records that a run-time guard failed, so that the plain form runs.</summary>
    /// <param name="reason">Which guard, as a sentence without a full stop; a constant.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool GuardFailed(string reason)
    {
        long failures = Interlocked.Increment(ref _failedGuards);
        if (failures < 0)
        {
            Volatile.Write(ref _failedGuards, long.MaxValue);
            failures = long.MaxValue;
        }

        GuardFailures.Report(this, reason, failures);
        return false;
    }

    /// <summary>Adds to the lanes that have been counted, of a kernel with <see cref="KernelAttribute.CountLanes"/>.</summary>
    /// <param name="busy">Those that were at work.</param>
    /// <param name="all">All that there were.</param>
    public void AddLanes(long busy, long all)
    {
        Interlocked.Add(ref _busyLanes, busy);
        Interlocked.Add(ref _allLanes, all);
    }

    /// <summary>The lanes that have been counted since the process began.</summary>
    internal LaneCount Lanes => new(Interlocked.Read(ref _busyLanes), Interlocked.Read(ref _allLanes));

    /// <summary>Why the present GPU refused the nest when it was to run there, or null.</summary>
    internal string? GpuFailure =>
        Volatile.Read(ref _deviceRefusal) is DeviceRefusal refusal && refusal.Gpu == GpuBackendRegistration.Backend ? refusal.Reason : null;

    /// <summary>Records that the dispatcher chose the GPU, which failed, so that the calling thread does the work.</summary>
    /// <param name="reason">How it failed, as a sentence.</param>
    /// <param name="isForGood">Whether it would refuse this nest again.</param>
    internal void FallBackFromGpu(string reason, bool isForGood)
    {
        if (isForGood && GpuFailure is null)
        {
            Volatile.Write(ref _deviceRefusal, new DeviceRefusal(GpuBackendRegistration.Backend, reason));
            Trace.TraceWarning($"'{Loop}' of kernel '{KernelName}' runs on the CPU from now on. {reason}");
        }

        ExplanationRecorder.Current?.AddFallback(this, reason);
        KernelTelemetry.ReportFallback(this, reason);
    }

    /// <summary>Whether the cost model has given the threshold for the present options.</summary>
    internal bool IsModelled => _modelledGeneration == ProcessOptions.Generation;

    /// <summary>The iterations up to which the fast path is taken, or -1 while there is no threshold for the present options.</summary>
    internal long ReadyThreshold => _generation == ProcessOptions.Generation ? _threshold : -1;

    /// <summary>What runs took under the present options, or null.</summary>
    internal NestTimings? Timings => Volatile.Read(ref _timings);

    /// <summary>The same, for the first run under new options empty.</summary>
    internal NestTimings CurrentTimings
    {
        get
        {
            NestTimings? timings = Timings;
            var configuration = TimedConfiguration.Current;
            if (timings is null || timings.Configuration != configuration)
            {
                timings = new NestTimings(configuration);
                Volatile.Write(ref _timings, timings);
            }

            return timings;
        }
    }

    /// <summary>Has the threshold judged anew, by the next run that is looked at.</summary>
    internal void ForgetModel() => _modelledGeneration = ProcessOptions.NoGeneration;

    /// <summary>Makes calls up to <paramref name="threshold"/> iterations take the fast path until the options change.</summary>
    internal void SetThreshold(int generation, long threshold, bool isModelled)
    {
        // A thread that sees the new generation with the old threshold, or the other way round, only chooses as it would have a moment ago.
        _threshold = threshold;
        if (isModelled)
        {
            _modelledGeneration = generation;
        }

        Volatile.Write(ref _generation, generation);
    }

    private sealed record DeviceRefusal(IGpuBackend? Gpu, string Reason);
}
