namespace Accel;

/// <summary>What the times of runs are kept apart by: the backend, and for several cores whether helpers were awake when the run began.</summary>
internal enum TimedForm
{
    Reference,
    Simd,

    /// <summary>On several cores, with helpers that a run a moment before has left awake.</summary>
    Multicore,

    /// <summary>On several cores, with helpers that had to be woken.</summary>
    MulticoreFromSleep,

    Gpu,
}

internal static class TimedForms
{
    public const int Count = 1 + (int)TimedForm.Gpu;

    public static TimedForm Of(Backend backend, bool isWarm) => backend switch
    {
        Backend.Simd => TimedForm.Simd,
        Backend.Multicore => isWarm ? TimedForm.Multicore : TimedForm.MulticoreFromSleep,
        Backend.Gpu => TimedForm.Gpu,
        _ => TimedForm.Reference,
    };
}
