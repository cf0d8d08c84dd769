using Accel.Compiler.Analysis;

namespace Accel.Compiler.IR;

/// <summary>How a loop runs. Decided once from the IR, the same for every backend and width: that is what makes their bits agree.</summary>
/// <param name="Vector">Present where the iterations are dealt to vector lanes. At most one loop on any path into a nest has it.</param>
/// <param name="IsParallel">Whether the iterations are independent (up to reductions), so that cores or GPU threads may share them.</param>
internal sealed record LoopSchedule(VectorPlan? Vector, bool IsParallel)
{
    public static LoopSchedule Serial { get; } = new(null, false);
}

/// <summary>
/// How a loop is vectorised: iteration number t (from 0) of the loop runs in lane t mod lanes.
/// Inside, loops and ifs that remain have conditions and bounds that are the same for all lanes.
/// </summary>
/// <param name="Interleave">
/// How many vectors of the loop's widest element type one main-loop iteration covers, in loops without <see cref="VirtualLanes"/>. The
/// emitter raises it where a narrower type would not fill one vector.
/// </param>
/// <param name="VirtualLanes">
/// 0, or the fixed number of lanes of a loop with re-associated float reductions (64 for float, 32 for double accumulators, the smaller
/// where both occur): see docs/numerics.md for the order.
/// </param>
/// <param name="Reductions">The accumulators that the loop carries.</param>
internal sealed record VectorPlan(int Interleave, int VirtualLanes, EquatableArray<Reduction> Reductions)
{
    /// <summary>What must hold at run time; else the nest runs as written.</summary>
    public EquatableArray<LaneCondition> Conditions { get; init; } = EquatableArray<LaneCondition>.Empty;

    /// <summary>How many iterations may run side by side at most, all vectors of an interleaved loop together; at least as many as 128 bits have lanes.</summary>
    public long MaxLanes { get; init; } = long.MaxValue;
}

/// <summary>An accumulator carried by a vectorised loop, declared outside it.</summary>
/// <param name="Target">The accumulator.</param>
/// <param name="Op">How lanes and blocks combine.</param>
internal sealed record Reduction(Local Target, ReductionOp Op);
