using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>Two buffers of which one is written, and what a guard must know of them.</summary>
/// <param name="Written">The written one.</param>
/// <param name="Other">Any other.</param>
/// <param name="MayStartAlike">Whether the nest is also right when both start at the same element (source and destination in one buffer).</param>
internal sealed record AliasRule(Buffer Written, Buffer Other, bool MayStartAlike)
{
    /// <summary>How far apart in one memory they may start, or <see langword="null"/> where they may not.</summary>
    public ShiftRange? Shift { get; init; }
}

/// <summary>
/// How many elements the other buffer may start behind the written one, where lanes then meet in the order of the iterations, or a group of lanes apart:
/// at least <paramref name="Least"/> or at most <paramref name="FarBelow"/>, and at most <paramref name="Most"/> or at least <paramref name="FarAbove"/>.
/// </summary>
internal sealed record ShiftRange(long Least, long FarBelow, long Most, long FarAbove);

/// <summary>
/// Which pairs of buffers a nest's schedule needs apart.
/// </summary>
/// <remarks>
/// Takes a nest with schedules. Guarantees: if for every rule the two buffers are disjoint, or start alike where that is allowed, no
/// scheduled loop changes the outcome. Pairs are enough, since every dependence is between two accesses.
/// </remarks>
internal static class Aliasing
{
    public static EquatableArray<AliasRule> Of(ForLoop root, IReadOnlyList<Buffer> buffers)
    {
        IReadOnlyList<Access> accesses = Accesses.Of(root);
        var written = new HashSet<Buffer>(accesses.Where(access => access.IsWrite).Select(access => access.Buffer));
        List<ForLoop> scheduled = StmtFacts.Loops(root).Where(loop => loop.Schedule != LoopSchedule.Serial).ToList();
        var rules = new List<AliasRule>();

        // A buffer of which the nest only takes the length overlaps nothing.
        buffers = buffers.Where(buffer => accesses.Any(access => access.Buffer == buffer)).ToList();
        for (int i = 0; i < buffers.Count; i++)
        {
            for (int j = i + 1; j < buffers.Count; j++)
            {
                Buffer? first = written.Contains(buffers[i]) ? buffers[i] : written.Contains(buffers[j]) ? buffers[j] : null;
                if (first is not null && !buffers[i].IsApartFrom(buffers[j]))
                {
                    Buffer second = first == buffers[i] ? buffers[j] : buffers[i];
                    rules.Add(new(first, second, MayStartAlike(root, scheduled, accesses, first, second)) { Shift = Shift(root, accesses, first, second) });
                }
            }
        }

        return rules.ToEquatableArray();
    }

    /// <summary>
    /// Slices of one buffer, in a single vectorised loop: two accesses meet in iterations that are as far apart as the slices and their constants say, and keep
    /// their order if the access of the earlier iteration stands first.
    /// </summary>
    private static ShiftRange? Shift(ForLoop root, IReadOnlyList<Access> accesses, Buffer written, Buffer other)
    {
        if (root.Schedule.Vector is not { } plan || StmtFacts.Loops(root.Body).Any() || root.NeedsDistinctBuffers || written.ElementType != other.ElementType
            || written.Rank > 1 || other.Rank > 1 || written.Kind is not (BufferKind.Span or BufferKind.Array) || other.Kind is not (BufferKind.Span or BufferKind.ReadOnlySpan or BufferKind.Array)
            || GatherForm.IndexBuffers(root).Overlaps([written, other]))
        {
            return null;
        }

        List<Access> firsts = accesses.Where(access => access.Buffer == written).ToList();
        List<Access> seconds = accesses.Where(access => access.Buffer == other).ToList();
        if (firsts.Concat(seconds).Any(access => access.IsGather))
        {
            return null;
        }

        AffineForm factor = firsts[0].Subscripts[0].FactorOf(root.Variable);
        if (!factor.IsConstant || factor.Constant == 0 || firsts.Concat(seconds).Any(access => access.Subscripts[0].FactorOf(root.Variable) != factor))
        {
            return null;
        }

        long stride = factor.Constant * root.Step;
        var lower = new List<long>();
        var upper = new List<long>();
        foreach (Access first in firsts)
        {
            foreach (Access second in seconds.Where(second => first.IsWrite || second.IsWrite))
            {
                if (first.Subscripts[0].Minus(second.Subscripts[0]) is not { IsConstant: true } difference)
                {
                    return null;
                }

                // The other access is that of the earlier iteration where its buffer starts further on, seen in the direction of the loop.
                (second.Order < first.Order == stride > 0 ? lower : upper).Add(difference.Constant);
            }
        }

        long group = Math.Max(plan.VirtualLanes, Math.Max(64 / LoopCosts.NarrowestType(root), plan.Interleave * 64 / LoopCosts.WidestType(root))) * Math.Abs(stride);
        return new(
            lower.Count == 0 ? long.MinValue : lower.Max(),
            lower.Count == 0 ? long.MinValue : lower.Min() - group,
            upper.Count == 0 ? long.MaxValue : upper.Min(),
            upper.Count == 0 ? long.MaxValue : upper.Max() + group);
    }

    private static bool MayStartAlike(ForLoop root, List<ForLoop> scheduled, IReadOnlyList<Access> accesses, Buffer first, Buffer second) =>
        first.ElementType == second.ElementType

        // What subscripts are read from is looked at in front of the nest, and must then stay.
        && !GatherForm.IndexBuffers(root).Overlaps([first, second])
        && first.Rank == second.Rank
        && first.Tensor is null == second.Tensor is null
        && !StmtFacts.Loops(root).Any(loop => loop.NeedsDistinctBuffers)
        && scheduled.All(loop =>
        {
            CarriedDependences carried = LoopCarried.Test(loop, accesses, first, second);
            return carried.Strides.Count == 0 && carried.LaneConditions.Count == 0 && carried.Splits.Count == 0
                && (loop.Schedule.Vector is null || carried.VectorRefusal is null)
                && (loop.Schedule is { IsParallel: false, Pieces: null } || carried.ParallelRefusal is null);
        });
}
