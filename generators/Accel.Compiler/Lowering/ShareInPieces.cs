using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Plans how several cores share an outermost loop whose iterations pass something on.
/// </summary>
/// <remarks>
/// Takes a nest with vector plans whose outermost loop <see cref="ParallelizeLoops"/> left alone. Guarantees that pieces of the loop, each with its own copy of what the plan names, touch nothing that
/// another piece writes.
/// <code>
/// if (x[i] &lt; min) { min = x[i]; at = i; }     each piece finds its own, the first of the smallest counts
/// s += x[i]; y[i] = s;                        a pass over the piece finds what it adds, then it begins where the one before ends
/// if (x[i] &gt; 0) y[n++] = x[i];                likewise, by counting
/// y[i] = x[i] - last; last = x[i];            a piece looks what the iteration in front of it assigned
/// h[p[i]]++;                                  each core has its own h
/// s += a[i, j];                               what each row has is added in the order of the rows
/// </code>
/// </remarks>
internal static class ShareInPieces
{
    /// <summary>The root with its plan and what must hold at run time, or <see langword="null"/>.</summary>
    /// <param name="nest">The nest.</param>
    /// <param name="unscheduled">Its outermost loop before lanes were chosen.</param>
    /// <param name="mode">Of the kernel.</param>
    /// <param name="nextLocal">The first number for new locals.</param>
    public static ParallelizedNest? Run(Nest nest, ForLoop unscheduled, FloatModeOption mode, int nextLocal)
    {
        ForLoop root = nest.Loop;
        if (root.While is not null || root.IsIndependent || StmtFacts.MayLeave(root) || nest.RunsInPieces)
        {
            return null;
        }

        var carries = new List<PieceCarry>();
        var running = new List<Local>();
        foreach (Local local in CarriedScalars.Of(unscheduled).Where(local => root.Schedule.Vector?.Reductions.Any(reduction => reduction.Target == local) != true))
        {
            if ((PieceCarries.Of(root, local, mode) ?? RunAhead.ValueOf(unscheduled, local)) is { } carry)
            {
                carries.Add(carry);
            }
            else
            {
                running.Add(local);
            }
        }

        AheadOfPieces? ahead = null;
        if (running.Count > 0)
        {
            ahead = RunAhead.Of(unscheduled, running, nest.Buffers, mode, nextLocal);
            if (ahead is null)
            {
                return null;
            }

            carries.AddRange(running.Select(local => new RunningValue(local, ahead.Loop.Schedule.Vector!.Reductions.First(reduction => reduction.Target == local).Op)));
        }

        return Memory(root, nest.Buffers, running) is not var (copies, conditions) ? null
            : new(root with { Schedule = root.Schedule with { Pieces = new(carries.Distinct().ToEquatableArray(), copies.ToEquatableArray()) { Ahead = ahead } } }, null, conditions.ToEquatableArray());
    }

    /// <summary>Buffers of which each core has its own, and what keeps the others apart at run time; <see langword="null"/> where nothing does.</summary>
    private static (List<PrivateCopies> Copies, List<StrideCondition> Conditions)? Memory(ForLoop root, IReadOnlyList<Buffer> buffers, List<Local> running)
    {
        IReadOnlyList<Access> accesses = Accesses.Of(root);
        HashSet<Buffer> compacted = Compacted(root, accesses, running);
        var copies = new List<PrivateCopies>();
        var conditions = new List<StrideCondition>();
        foreach (Buffer buffer in buffers)
        {
            CarriedDependences carried = LoopCarried.Test(root, accesses, buffer, buffer);
            if (carried.ParallelRefusal is null)
            {
                conditions.AddRange(carried.Strides.Select(pair => new StrideCondition(pair.First, pair.Second, pair.Dimension)));
            }
            else if (PrivateUpdates.Of(buffer, root) is { } op)
            {
                copies.Add(new(buffer, op));
            }
            else if (!compacted.Contains(buffer))
            {
                return null;
            }
        }

        return (copies, conditions);
    }

    /// <summary>Buffers of which each element is stored by one iteration, at a counter that it then moves on.</summary>
    private static HashSet<Buffer> Compacted(ForLoop root, IReadOnlyList<Access> accesses, List<Local> running)
    {
        HashSet<int> varying = Uniformity.Varying(root);
        IEnumerable<Compaction> found = root.Body.Statements.OfType<OneByOne>().SelectMany(lanes =>
            Compaction.Of(lanes, root, varying) is var (_, then, otherwise) ? otherwise is null ? [then] : new[] { then, otherwise } : []);
        return [.. found.Where(compaction => running.Contains(compaction.Counter)).SelectMany(compaction => compaction.Stores).Select(store => store.Statement.Buffer)
            .Where(buffer => accesses.Count(access => access.Buffer == buffer) == 1)];
    }
}
