using Accel.Runtime;

namespace Accel;

/// <summary>One run of a nest between the choice of its backend and its end: what was chosen, and why. Each thread has one, which it uses again, so that a run allocates nothing.</summary>
internal sealed class NestRun
{
    private TimesByBackend _measured;
    private TimesByBackend _starts;
    private TimesByBackend _uncorrected;
    private TimesByBackend _predicted;

    /// <summary>The nest, or null where none is under way.</summary>
    public NestDescriptor? Nest { get; private set; }

    public long Iterations { get; private set; }

    public Backend Chosen { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Whether it was too small for a prediction.</summary>
    public bool IsSmall { get; private set; }

    /// <summary>Whether times were predicted; else there are none.</summary>
    public bool IsPredicted { get; private set; }

    /// <summary>What of the times is the start of a job or a launch.</summary>
    public ref readonly TimesByBackend Starts => ref _starts;

    /// <summary>By cost and rates alone; infinite where a backend is ruled out.</summary>
    public ref readonly TimesByBackend Uncorrected => ref _uncorrected;

    /// <summary>Corrected by what earlier runs took.</summary>
    public ref readonly TimesByBackend Predicted => ref _predicted;

    public string? MulticoreRuledOut { get; private set; }

    public string? GpuRuledOut { get; private set; }

    /// <summary>Whether predictions take helpers for awake.</summary>
    public bool IsWarm { get; private set; }

    /// <summary>Whether they are.</summary>
    public bool AreHelpersAwake { get; set; }

    /// <summary>While it is under way the lanes that had been counted before it; from its end on those that were counted meanwhile, also by runs of the nest on other threads.</summary>
    public LaneCount Lanes { get; set; }

    /// <summary>When the plain form began that was chosen over SIMD code, or 0.</summary>
    public long PlainStarted { get; set; }

    /// <summary>The predicted time of the fastest backend, where another one is tried; else 0.</summary>
    public double SecondsWithoutTrial { get; private set; }

    /// <summary>Begins a run whose backend needed no prediction.</summary>
    public void Set(NestDescriptor? nest, long iterations, Backend chosen, string reason, bool isSmall = false)
    {
        Nest = nest;
        Iterations = iterations;
        Chosen = chosen;
        PlainStarted = 0;
        Reason = reason;
        IsSmall = isSmall;
        IsPredicted = false;
        SecondsWithoutTrial = 0;
        Lanes = nest?.Lanes ?? default;
    }

    /// <summary>Adds what the choice was made from.</summary>
    public void AddTimes(in TimesByBackend starts, in TimesByBackend uncorrected, in TimesByBackend predicted, NestCandidates candidates, bool isWarm, double secondsWithoutTrial)
    {
        IsPredicted = true;
        IsWarm = isWarm;
        _starts = starts;
        _uncorrected = uncorrected;
        _predicted = predicted;
        MulticoreRuledOut = candidates.MulticoreRuledOut ?? (double.IsFinite(uncorrected[Backend.Multicore]) ? null : "there is not work enough for two cores");
        GpuRuledOut = candidates.GpuRuledOut;
        SecondsWithoutTrial = secondsWithoutTrial;
        NestTimings? timings = Nest!.Timings;
        _measured = default;
        if (timings is not null)
        {
            _measured[Nest.OneCoreBackend] = timings.Measured(TimedForms.Of(Nest.OneCoreBackend, isWarm), Iterations);
            _measured[Backend.Reference] = timings.Measured(TimedForm.Reference, Iterations);
            _measured[Backend.Multicore] = timings.Measured(TimedForms.Of(Backend.Multicore, isWarm), Iterations);
            _measured[Backend.Gpu] = timings.Measured(TimedForms.Of(Backend.Gpu, isWarm), Iterations);
        }
    }

    public void CopyFrom(NestRun other)
    {
        Set(other.Nest, other.Iterations, other.Chosen, other.Reason, other.IsSmall);
        IsPredicted = other.IsPredicted;
        Lanes = other.Lanes;
        if (IsPredicted)
        {
            _predicted = other._predicted;
            _measured = other._measured;
            MulticoreRuledOut = other.MulticoreRuledOut;
            GpuRuledOut = other.GpuRuledOut;
        }
    }

    /// <summary>For whoever reads it.</summary>
    public NestExplanation ToExplanation() => new(Nest!.KernelName, Nest.Loop, Iterations, Chosen, Reason, Candidates(Nest));

    /// <summary>What was considered, in the order of backends; empty where nothing was predicted.</summary>
    private BackendCandidate[] Candidates(NestDescriptor nest) => !IsPredicted ? [] :
    [
        Candidate(nest.OneCoreBackend, null),
        .. nest.MayRunPlain ? [Candidate(Backend.Reference, null)] : Array.Empty<BackendCandidate>(),
        .. nest.SimdRefusal is string refusal ? [new BackendCandidate(Backend.Simd, null, refusal)] : Array.Empty<BackendCandidate>(),
        Candidate(Backend.Multicore, MulticoreRuledOut),
        Candidate(Backend.Gpu, GpuRuledOut),
    ];

    private BackendCandidate Candidate(Backend backend, string? ruledOut) => new(backend, ruledOut is null ? _predicted[backend] : null, ruledOut)
    {
        MeasuredSeconds = ruledOut is null && _measured[backend] is > 0 and double measured ? measured : null,
    };
}
