using Accel.Compiler.Analysis;

namespace Accel.Compiler.IR;

/// <summary>How a loop runs. Decided once from the IR, the same for every backend and width: that is what makes their bits agree.</summary>
/// <param name="Vector">Present where the iterations are dealt to vector lanes. At most one loop on any path into a nest has it.</param>
/// <param name="IsParallel">Whether the iterations are independent (up to reductions), so that cores or GPU threads may share them.</param>
internal sealed record LoopSchedule(VectorPlan? Vector, bool IsParallel)
{
    public static LoopSchedule Serial { get; } = new(null, false);

    /// <summary>Present where several iterations of a loop may run side by side inside the vectorized loops that it is around.</summary>
    public Jam? Jam { get; init; }

    /// <summary>Whether the vector code asks if iterations are independent.</summary>
    public bool NeedsIndependence => Jam is { NeedsIndependence: true };

    /// <summary>Present where several cores may share iterations that pass something on.</summary>
    public PiecePlan? Pieces { get; init; }

    /// <summary>Present where the loop's iterations may go over what they share tile by tile.</summary>
    public Tiling? Tiling { get; init; }
}

/// <summary>Several iterations of a loop at once, equal in effect to running them one after another.</summary>
/// <param name="Body">What they do, from the loop's variable, which has the value of the first of them, on.</param>
internal sealed record Jam(Block Body)
{
    /// <summary>Whether they are equal in effect only where iterations are independent, as several cores ask, too.</summary>
    public bool NeedsIndependence { get; init; }

    /// <summary>How many.</summary>
    public const int Factor = 4;
}

/// <summary>
/// The iterations of a loop, all of them for one tile of two loops inside it after the other: equal in effect to running them one after another where they are
/// independent.
/// </summary>
/// <param name="Body">
/// An iteration without tiles: stores and loops, among them <paramref name="Outer"/>. What stands in front of that one belongs to the first tile, what stands behind it to
/// the last.
/// </param>
/// <param name="Outer">The serial loop that goes over rows, with a <see cref="Jam"/>.</param>
/// <param name="Inner">The vectorized loop inside it, which goes along them.</param>
/// <param name="OuterBegin">Where the tile begins; the first value of <paramref name="Outer"/>'s variable there.</param>
/// <param name="OuterEnd">The value behind the last one.</param>
/// <param name="InnerBegin">The first value of <paramref name="Inner"/>'s variable.</param>
/// <param name="InnerEnd">The value behind the last one.</param>
internal sealed record Tiling(Block Body, ForLoop Outer, ForLoop Inner, Local OuterBegin, Local OuterEnd, Local InnerBegin, Local InnerEnd)
{
    /// <summary>Rows of a tile, a multiple of <see cref="Jam.Factor"/>. With <see cref="BytesOfRow"/> some 400 KiB: smaller tiles were measured slower, since their rows begin and end more often.</summary>
    public const int Rows = 96;

    public const int BytesOfRow = 4096;
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

    /// <summary>Where the loop's range is split: its parts run one after the other, each as vectors.</summary>
    public EquatableArray<IndexSplit> Splits { get; init; } = EquatableArray<IndexSplit>.Empty;

    /// <summary>Locals that are no accumulators, and whose order the lanes keep.</summary>
    public EquatableArray<LaneCarry> Carries { get; init; } = EquatableArray<LaneCarry>.Empty;

    /// <summary>Stores whose lanes run one after the other.</summary>
    public EquatableArray<SerialStore> SerialStores { get; init; } = EquatableArray<SerialStore>.Empty;

    /// <summary>How many iterations may run side by side at most, all vectors of an interleaved loop together; at least as many as 128 bits have lanes.</summary>
    public long MaxLanes { get; init; } = long.MaxValue;

    /// <summary>Whether nothing passes from one iteration to another, whatever holds at run time, so that any number of them may be lanes.</summary>
    public bool HasIndependentLanes =>
        VirtualLanes == 0 && Reductions.Count == 0 && Carries.Count == 0 && SerialStores.Count == 0 && Conditions.Count == 0 && Splits.Count == 0 && MaxLanes == long.MaxValue;
}

/// <summary>
/// A local declared outside a vectorised loop whose value passes through its iterations in their order, and which the lanes hold all the same: apart
/// while the vectors run, and brought together in the order of the iterations behind them.
/// </summary>
/// <param name="Target">The local.</param>
internal abstract record LaneCarry(Local Target)
{
    /// <summary>Every local that it is about.</summary>
    public virtual IEnumerable<Local> Locals => [Target];
}

/// <summary>
/// Each iteration reads what the one before it assigned: <c>y[i] = x[i] + t; t = x[i];</c>. A lane takes it from its neighbour.
/// </summary>
/// <param name="Target">The local; assigned once, by <c>target = next</c>.</param>
/// <param name="Next">The local with its new value, declared in front of all that reads the target.</param>
internal sealed record PreviousValue(Local Target, Local Next) : LaneCarry(Target)
{
    public override IEnumerable<Local> Locals => [Target, Next];

    /// <summary>Whether the new value is computed from the old one, lane after lane, unless by a <see cref="Scan"/>.</summary>
    public bool IsRecurrence { get; init; }

    /// <summary>How lanes compute a recurrence side by side; <see langword="null"/> where they cannot.</summary>
    public Scan? Scan { get; init; }
}

/// <summary>A recurrence by an operator that may be re-associated.</summary>
/// <param name="Op">The operator.</param>
/// <param name="Operand">What it combines the old value with.</param>
internal sealed record Scan(ReductionOp Op, Expr Operand);

/// <summary>
/// The largest or smallest value by comparison, the first of equals, with what is known of its iteration:
/// <c>if (x[i] &gt; max) { max = x[i]; index = i; }</c>.
/// </summary>
/// <param name="Target">The local.</param>
/// <param name="IsLarger">Whether the largest is kept.</param>
/// <param name="Companions">Assigned where it is.</param>
internal sealed record FirstExtreme(Local Target, bool IsLarger, EquatableArray<Local> Companions) : LaneCarry(Target)
{
    public override IEnumerable<Local> Locals => Companions.Prepend(Target);
}

/// <summary>Assigned by some iterations and read by none: the last of them counts, as in <c>if (x[i] &lt; 0) last = i;</c>.</summary>
/// <param name="Target">The local.</param>
internal sealed record LastValue(Local Target) : LaneCarry(Target);

/// <summary>An accumulator carried by a vectorised loop, declared outside it.</summary>
/// <param name="Target">The accumulator.</param>
/// <param name="Op">How lanes and blocks combine.</param>
internal sealed record Reduction(Local Target, ReductionOp Op)
{
    /// <summary>For a compensated sum the accumulator of its rounding errors, a reduction of the same loop: both together are the value.</summary>
    public Local? Error { get; init; }

    /// <summary>Whether it is the <see cref="Error"/> of another.</summary>
    public bool IsError { get; init; }
}
