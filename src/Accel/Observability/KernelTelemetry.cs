using System.Diagnostics;
using System.Diagnostics.Metrics;
using Accel.Runtime;

namespace Accel;

/// <summary>What kernels do, for whoever listens to .NET's meters, activities or events. While nobody does, nothing is computed; while somebody does, no run takes the fast path.</summary>
internal static class KernelTelemetry
{
    public const string Name = "Accel";

    private const string KernelTag = "accel.kernel";
    private const string LoopTag = "accel.loop";
    private const string BackendTag = "accel.backend";
    private const string ReasonTag = "accel.reason";
    private const string LanesTag = "accel.lanes";

    private static readonly Meter s_meter = new(Name, typeof(KernelTelemetry).Assembly.GetName().Version?.ToString(3));
    private static readonly ActivitySource s_activities = new(Name, s_meter.Version);

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram(
        "accel.kernel.duration",
        "s",
        "Time of runs of a kernel's loop nests.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e-7, 3e-7, 1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] });

    private static readonly Counter<long> s_runs = s_meter.CreateCounter<long>("accel.kernel.runs", "{run}", "Runs of a kernel's loop nests.");
    private static readonly Counter<long> s_bytes = s_meter.CreateCounter<long>("accel.kernel.bytes", "By", "Bytes that runs of a kernel's loop nests read and wrote, by the compiler's count.");
    private static readonly Counter<long> s_fallbacks = s_meter.CreateCounter<long>("accel.kernel.fallbacks", "{run}", "Runs that a failed guard or device sent to another form than the chosen one.");

    private static readonly Counter<long> s_lanes = s_meter.CreateCounter<long>("accel.kernel.lanes", "{lane}", "Lanes of SIMD code where they go different ways, busy and idle, of kernels that count them.");

    /// <summary>What listened when it was last asked. A listener that comes later shows when it first collects.</summary>
    private static bool s_wasListenedTo;

    static KernelTelemetry() => s_meter.CreateObservableGauge("accel.threads", Collect, "{thread}", "The most threads that one call runs on.");

    /// <summary>Whether to report each run.</summary>
    public static bool IsListenedTo => s_duration.Enabled || s_runs.Enabled || s_bytes.Enabled || s_lanes.Enabled || s_activities.HasListeners() || AccelEventSource.Log.IsEnabled();

    public static void Report(NestRun run, Backend ran, double seconds)
    {
        if (!IsListenedTo || run.Nest is not NestDescriptor nest)
        {
            return;
        }

        string backend = NameOf(ran);
        var tags = new TagList { { KernelTag, nest.KernelName }, { LoopTag, nest.Loop }, { BackendTag, backend } };
        s_duration.Record(seconds, tags);
        s_runs.Add(1, tags);
        s_bytes.Add((long)Math.Min(nest.BytesPerIteration * run.Iterations, long.MaxValue / 2), tags);
        if (run.Lanes.All > 0)
        {
            s_lanes.Add(run.Lanes.Busy, new TagList { { KernelTag, nest.KernelName }, { LoopTag, nest.Loop }, { LanesTag, "busy" } });
            s_lanes.Add(run.Lanes.All - run.Lanes.Busy, new TagList { { KernelTag, nest.KernelName }, { LoopTag, nest.Loop }, { LanesTag, "idle" } });
        }

        ReportActivity(nest, run, backend, seconds);
        if (AccelEventSource.Log.IsEnabled())
        {
            AccelEventSource.Log.NestRan(nest.KernelName, nest.Loop, backend, run.Iterations, run.IsPredicted && double.IsFinite(run.Predicted[ran]) ? run.Predicted[ran] : 0, seconds, run.Reason);
        }
    }

    public static void ReportFailedGuard(NestDescriptor nest, string guard, long failures)
    {
        AddFallback(nest, guard);
        if (AccelEventSource.Log.IsEnabled())
        {
            AccelEventSource.Log.GuardFailed(nest.KernelName, nest.Loop, guard, failures);
        }
    }

    public static void ReportFallback(NestDescriptor nest, string failure)
    {
        // The message of a device may hold figures that differ each time, which a tag must not.
        AddFallback(nest, "the GPU failed");
        if (AccelEventSource.Log.IsEnabled())
        {
            AccelEventSource.Log.GpuFailed(nest.KernelName, nest.Loop, failure);
        }
    }

    private static void AddFallback(NestDescriptor nest, string reason)
    {
        if (s_fallbacks.Enabled)
        {
            s_fallbacks.Add(1, new TagList { { KernelTag, nest.KernelName }, { LoopTag, nest.Loop }, { ReasonTag, reason } });
        }
    }

    /// <summary>An activity from the beginning of the run to now, made when the run has ended: one that throws leaves none open.</summary>
    private static void ReportActivity(NestDescriptor nest, NestRun run, string backend, double seconds)
    {
        if (!s_activities.HasListeners())
        {
            return;
        }

        DateTimeOffset end = NestChoice.Clock.GetUtcNow();
        using Activity? activity = s_activities.StartActivity(nest.KernelName, ActivityKind.Internal, Activity.Current?.Context ?? default, startTime: end - TimeSpan.FromSeconds(seconds));
        activity?.SetTag(KernelTag, nest.KernelName).SetTag(LoopTag, nest.Loop).SetTag(BackendTag, backend).SetTag("accel.iterations", run.Iterations).SetTag(ReasonTag, run.Reason).SetEndTime(end.UtcDateTime);
    }

    /// <summary>A collection is when a listener shows that came after nests had taken to their fast paths.</summary>
    private static int Collect()
    {
        bool isListenedTo = IsListenedTo;
        if (isListenedTo != s_wasListenedTo)
        {
            s_wasListenedTo = isListenedTo;
            ProcessOptions.NextGeneration();
        }

        return ProcessOptions.Threads;
    }

    private static string NameOf(Backend backend) => backend switch
    {
        Backend.Simd => "simd",
        Backend.Multicore => "multicore",
        Backend.Gpu => "gpu",
        _ => "reference",
    };
}
