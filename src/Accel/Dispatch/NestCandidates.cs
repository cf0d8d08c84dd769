using Accel.Runtime;

namespace Accel;

/// <summary>Which backends a nest can choose from now, and what rules the others out.</summary>
/// <param name="MulticoreRuledOut">Why not on several cores, or null.</param>
/// <param name="GpuRuledOut">Why not on a GPU, or null.</param>
/// <param name="IsNested">Whether the nest runs on a thread that already works for another one.</param>
internal readonly record struct NestCandidates(string? MulticoreRuledOut, string? GpuRuledOut, bool IsNested)
{
    /// <summary>Whether it is worth asking further: does not look for devices.</summary>
    public static bool MayHaveChoice(NestDescriptor nest) =>
        nest.MayRunPlain || (nest.MulticoreRefusal is null && ProcessOptions.Threads > 1) || (nest.GpuRefusal is null && GpuBackendRegistration.Backend is not null);

    public static NestCandidates Of(NestDescriptor nest)
    {
        bool isNested = ParallelRange.IsWorking;
        string? multicore = nest.MulticoreRefusal
            ?? (ProcessOptions.Threads == 1 ? "only one thread may be used" : null)
            ?? (isNested ? "the call comes from inside a parallel loop" : null);
        return new NestCandidates(multicore, nest.GpuRefusal ?? nest.GpuFailure ?? GpuBackendRegistration.Refusal, isNested);
    }
}
