using Accel.Runtime;

namespace Accel;

/// <summary>One run of a nest between the choice of its backend and its end: what was chosen, and why. A value, so that the run of a nest allocates nothing.</summary>
internal struct NestRun(NestDescriptor nest, long iterations, Backend chosen, string reason)
{
    private TimesByBackend _measured = default;

    public readonly NestDescriptor? Nest => nest;

    public readonly long Iterations => iterations;

    public readonly Backend Chosen => chosen;

    public readonly string Reason => reason;

    /// <summary>Whether it was too small for a prediction.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Whether times were predicted; else there are none.</summary>
    public bool IsPredicted { get; private set; }

    /// <summary>What of the times is the start of a job or a launch.</summary>
    public TimesByBackend Starts { get; private set; }

    /// <summary>By cost and rates alone; infinite where a backend is ruled out.</summary>
    public TimesByBackend Uncorrected { get; private set; }

    /// <summary>Corrected by what earlier runs took.</summary>
    public TimesByBackend Predicted { get; private set; }

    public string? MulticoreRuledOut { get; private set; }

    public string? GpuRuledOut { get; private set; }

    /// <summary>The predicted time of the fastest backend, where another one is tried; else 0.</summary>
    public double SecondsWithoutTrial { get; init; }

    public void Predict(in TimesByBackend starts, in TimesByBackend uncorrected, in TimesByBackend predicted, NestCandidates candidates)
    {
        IsPredicted = true;
        Starts = starts;
        Uncorrected = uncorrected;
        Predicted = predicted;
        MulticoreRuledOut = candidates.MulticoreRuledOut;
        GpuRuledOut = candidates.GpuRuledOut;
        _measured[nest.OneCoreBackend] = nest.Timings?.Measured(nest.OneCoreBackend, iterations) ?? 0;
        _measured[Backend.Multicore] = nest.Timings?.Measured(Backend.Multicore, iterations) ?? 0;
        _measured[Backend.Gpu] = nest.Timings?.Measured(Backend.Gpu, iterations) ?? 0;
    }

    /// <summary>For whoever reads it.</summary>
    public readonly NestExplanation ToExplanation() => new(nest.KernelName, nest.Loop, iterations, chosen, reason, Candidates());

    /// <summary>What was considered, in the order of backends; empty where nothing was predicted.</summary>
    private readonly BackendCandidate[] Candidates() => !IsPredicted ? [] :
    [
        Candidate(nest.OneCoreBackend, null),
        .. nest.SimdRefusal is string refusal ? [new BackendCandidate(Backend.Simd, null, refusal)] : Array.Empty<BackendCandidate>(),
        Candidate(Backend.Multicore, MulticoreRuledOut),
        Candidate(Backend.Gpu, GpuRuledOut),
    ];

    private readonly BackendCandidate Candidate(Backend backend, string? ruledOut) => new(backend, ruledOut is null ? Predicted[backend] : null, ruledOut)
    {
        MeasuredSeconds = ruledOut is null && _measured[backend] is > 0 and double measured ? measured : null,
    };
}
