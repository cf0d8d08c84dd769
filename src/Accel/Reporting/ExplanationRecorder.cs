using Accel.Runtime;

namespace Accel;

/// <summary>Collects what the dispatcher decides on one thread. While any thread records, no nest takes its fast path.</summary>
internal sealed class ExplanationRecorder : IDisposable
{
    private static int s_recorders;

    [ThreadStatic]
    private static ExplanationRecorder? t_current;

    private readonly ExplanationRecorder? _outer;
    private readonly List<NestExplanation> _nests = [];

    private ExplanationRecorder(ExplanationRecorder? outer)
    {
        _outer = outer;
    }

    /// <summary>Whether any thread records.</summary>
    public static bool IsTracing => Volatile.Read(ref s_recorders) != 0;

    /// <summary>The recorder of this thread, or null.</summary>
    public static ExplanationRecorder? Current => IsTracing ? t_current : null;

    public static ExplanationRecorder Begin()
    {
        Interlocked.Increment(ref s_recorders);
        ProcessOptions.NextGeneration();
        return t_current = new ExplanationRecorder(t_current);
    }

    public void Dispose()
    {
        _outer?._nests.AddRange(_nests);
        t_current = _outer;
        Interlocked.Decrement(ref s_recorders);
    }

    public void Add(NestRun run) => _nests.Add(run.ToExplanation());

    /// <summary>The latest entry of the nest tells what ran at last, and how long.</summary>
    public void Complete(NestDescriptor nest, Backend ran, double seconds, LaneCount lanes)
    {
        int last = _nests.FindLastIndex(entry => entry.Loop == nest.Loop && entry.Kernel == nest.KernelName && entry.MeasuredSeconds is null);
        if (last >= 0)
        {
            _nests[last] = _nests[last] with { Backend = ran, MeasuredSeconds = seconds, LaneUtilization = lanes.Utilization };
        }
    }

    public void AddReference(KernelDescriptor kernel, string reason) =>
        _nests.Add(new NestExplanation(kernel.Name, null, 0, Backend.Reference, reason, []));

    public void AddFailedGuard(NestDescriptor nest, string guard) =>
        _nests.Add(GuardFailures.Explain(nest, guard));

    /// <summary>The entry of a nest that was sent to the GPU tells from now on that the calling thread did the work.</summary>
    public void AddFallback(NestDescriptor nest, string failure)
    {
        int last = _nests.FindLastIndex(entry => entry.Backend == Backend.Gpu && entry.Loop == nest.Loop);
        if (last >= 0)
        {
            _nests[last] = _nests[last] with { Backend = nest.OneCoreBackend, Reason = $"{_nests[last].Reason}, but: {failure}" };
        }
    }

    public KernelExplanation ToExplanation() => new([.. _nests], Pin);

    private static string? Pin => ProcessOptions.PinnedBackend is not Backend.Auto and Backend pinned
        ? $"Backend.{pinned} is pinned by {ProcessOptions.PinSource}"
        : null;
}
