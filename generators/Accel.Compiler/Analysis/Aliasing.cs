using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>Two buffers of which one is written, and what a guard must know of them.</summary>
/// <param name="Written">The written one.</param>
/// <param name="Other">Any other.</param>
/// <param name="MayStartAlike">Whether the nest is also right when both start at the same element (source and destination in one buffer).</param>
internal sealed record AliasRule(Buffer Written, Buffer Other, bool MayStartAlike);

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
                if (first is not null)
                {
                    Buffer second = first == buffers[i] ? buffers[j] : buffers[i];
                    rules.Add(new(first, second, MayStartAlike(root, scheduled, accesses, first, second)));
                }
            }
        }

        return rules.ToEquatableArray();
    }

    private static bool MayStartAlike(ForLoop root, List<ForLoop> scheduled, IReadOnlyList<Access> accesses, Buffer first, Buffer second) =>
        first.ElementType == second.ElementType

        // What subscripts are read from is looked at in front of the nest, and must then stay.
        && !GatherForm.IndexBuffers(root).Overlaps([first, second])
        && first.Rank == second.Rank
        && !StmtFacts.Loops(root).Any(loop => loop.NeedsDistinctBuffers)
        && scheduled.All(loop =>
        {
            CarriedDependences carried = LoopCarried.Test(loop, accesses, first, second);
            return carried.Strides.Count == 0 && carried.LaneConditions.Count == 0
                && (loop.Schedule.Vector is null || carried.VectorRefusal is null)
                && (!loop.Schedule.IsParallel || carried.ParallelRefusal is null);
        });
}
