using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Marks the loops whose iterations cores or GPU threads may share: the outermost one, and the one that is perfectly nested in it.
/// </summary>
/// <remarks>
/// Takes a nest with vector plans. Guarantees that a marked loop carries no dependence, except those of the accumulators of its own vector
/// plan, and those that the returned conditions exclude at run time.
/// </remarks>
internal static class ParallelizeLoops
{
    public static ParallelizedNest Run(ForLoop root, IReadOnlyList<Buffer> buffers, FloatModeOption mode)
    {
        IReadOnlyList<Access> accesses = Accesses.Of(root);
        var conditions = new List<StrideCondition>();
        Obstacle? refusal = Refusal(root, accesses, buffers, mode, conditions);
        if (refusal is not null)
        {
            return new(root, refusal, EquatableArray<StrideCondition>.Empty);
        }

        ForLoop body = root;
        if (root.Body.Statements.Count == 1 && root.Body.Statements[0] is ForLoop inner && IsIndependentOf(inner, root)
            && Refusal(inner, accesses, buffers, mode, []) is null && HasNoStrides(inner, accesses, buffers))
        {
            body = root with { Body = Block.Of(inner with { Schedule = inner.Schedule with { IsParallel = true } }) };
        }

        return new(body with { Schedule = body.Schedule with { IsParallel = true } }, null, conditions.ToEquatableArray());
    }

    /// <summary>
    /// Whether nobody can tell that iterations behind the one that leaves have run: they only look. The vector loop finds the group of lanes in which one leaves, and the least of what all cores found is
    /// where the loop as written goes on.
    /// </summary>
    private static bool IsSearch(ForLoop loop) =>
        loop.Schedule.Vector is not null && StmtFacts.Descendants(loop.Body).All(statement => statement is Declare or Assign or If or ExitIf or ForLoop);

    private static bool IsIndependentOf(ForLoop inner, ForLoop outer) =>
        inner.Ragged is null && !ExprFacts.Reads(inner.Start, outer.Variable) && !ExprFacts.Reads(inner.Bound, outer.Variable) && inner.Schedule.Vector?.Reductions.Count is null or 0;

    private static bool HasNoStrides(ForLoop loop, IReadOnlyList<Access> accesses, IReadOnlyList<Buffer> buffers) =>
        buffers.All(buffer => LoopCarried.Test(loop, accesses, buffer, buffer).Strides.Count == 0);

    private static Obstacle? Refusal(ForLoop loop, IReadOnlyList<Access> accesses, IReadOnlyList<Buffer> buffers, FloatModeOption mode, List<StrideCondition> conditions)
    {
        if (loop.While is not null || (StmtFacts.MayLeave(loop) && !IsSearch(loop)))
        {
            return $"{StmtFacts.WhyLeft(loop)}, and then later iterations do not run";
        }

        EquatableArray<Reduction> reductions = loop.Schedule.Vector?.Reductions ?? EquatableArray<Reduction>.Empty;
        if (CarriedScalars.Of(loop).FirstOrDefault(local => reductions.All(reduction => reduction.Target != local)) is { } carried)
        {
            return loop.Schedule.Vector?.Carries.FirstOrDefault(carry => carry is not PreviousValue) is { } found
                ? $"which iteration '{found.Target.Name}' comes from depends on their order, in which several cores do not look yet"
                : CarriedScalars.Refusal(loop, mode, EquatableArray<LaneCarry>.Empty) ?? $"'{carried.Name}' is accumulated over the whole nest, which is shared among cores only where its loop is vectorized itself";
        }

        if (CarriedScalars.InTurns(loop).FirstOrDefault() is { } counter)
        {
            return $"each iteration needs the value of '{counter.Name}' from the iteration before";
        }

        foreach (Buffer buffer in buffers)
        {
            CarriedDependences carriedMemory = LoopCarried.Test(loop, accesses, buffer, buffer);
            if (carriedMemory.ParallelRefusal is { } refusal)
            {
                return refusal;
            }

            conditions.AddRange(carriedMemory.Strides.Select(pair => new StrideCondition(pair.First, pair.Second, pair.Dimension)));
        }

        return null;
    }
}

/// <param name="Root">The outermost loop, marked.</param>
/// <param name="Refusal">Why it cannot be shared among cores, or <see langword="null"/>.</param>
/// <param name="Conditions">What must hold at run time.</param>
internal sealed record ParallelizedNest(ForLoop Root, Obstacle? Refusal, EquatableArray<StrideCondition> Conditions);

/// <summary>Two accesses that different iterations of the outermost loop keep apart if its stride in one dimension exceeds what the inner loops cover.</summary>
internal sealed record StrideCondition(Access First, Access Second, int Dimension);
