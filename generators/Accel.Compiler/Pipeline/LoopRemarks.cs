using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Pipeline;

/// <summary>One remark for every loop: what was done to it, or the reason why not.</summary>
internal static class LoopRemarks
{
    public static IEnumerable<Remark> Of(Nest nest, IReadOnlyList<VectorRefusal> refusals, Obstacle? parallelRefusal)
    {
        foreach (Remark remark in Vector(nest, nest.Loop, null, refusals))
        {
            yield return remark;
        }

        yield return parallelRefusal is null
            ? new(nest.Index, nest.Loop.Id, RemarkKind.Parallel, "its iterations are shared among cores" + (nest.Loop.Schedule.Pieces is { } pieces ? " in pieces: " + string.Join(", ", Describe(pieces)) : ""))
            : new(nest.Index, nest.Loop.Id, RemarkKind.NotParallel, parallelRefusal.Reason) { Obstacle = parallelRefusal };
    }

    private static IEnumerable<Remark> Vector(Nest nest, ForLoop loop, ForLoop? vectorLoop, IReadOnlyList<VectorRefusal> refusals)
    {
        if (vectorLoop is not null)
        {
            yield return new(nest.Index, loop.Id, RemarkKind.Vectorized, $"runs inside the lanes of the vectorized loop over '{vectorLoop.Variable.Name}'" + (loop.While is null ? "" : ", until none of them goes on"));
        }
        else if (SerialStores.AreAll(loop))
        {
            string buffers = string.Join(" and ", loop.Schedule.Vector!.SerialStores.Select(serial => $"'{serial.Buffer.UserName}'"));
            Obstacle obstacle = $"each iteration needs what the one before stored in {buffers}";
            yield return new(nest.Index, loop.Id, RemarkKind.StayedScalar, $"stayed scalar: {obstacle.Reason}, which is kept in a register")
            {
                ExpectsVector = loop.ExpectsVector,
                Obstacle = obstacle with { Accesses = Carried(nest, loop) },
            };
        }
        else if (loop.Schedule.Vector is not null && Copied(loop) is { Count: > 0 } copied && !OneByOneInputs.LeavesWorkForVectors(loop))
        {
            yield return new(nest.Index, loop.Id, RemarkKind.StayedScalar, $"stayed scalar: iterations may update the same element of {Names(copied)}, of which {PrivateCopies.Count} in a row update copies") { ExpectsVector = loop.ExpectsVector };
        }
        else if (loop.Schedule.Vector is { } plan)
        {
            yield return new(nest.Index, loop.Id, RemarkKind.Vectorized, "vectorized: " + Describe(loop, plan) + string.Concat(nest.Assumptions.Where(assumption => assumption.Otherwise is null).Select(assumption => $", where '{assumption.Local.Name}' is {assumption.Value}")));
        }
        else if (StmtFacts.Loops(loop.Body).Any(inner => inner.Schedule.Vector is not null && !SerialStores.AreAll(inner)))
        {
            yield return new(nest.Index, loop.Id, RemarkKind.Vectorized, "runs around a vectorized loop" + (loop.Schedule.Jam is null ? "" : $", {Jam.Factor} iterations of it side by side") + (loop.Schedule.Tiling is null ? "" : ", tile by tile"));
        }
        else
        {
            Obstacle obstacle = refusals.FirstOrDefault(refusal => refusal.Loop == loop.Id)?.Obstacle ?? new("no loop of the nest could be vectorized");
            yield return new(nest.Index, loop.Id, RemarkKind.StayedScalar, "stayed scalar: " + obstacle.Reason) { ExpectsVector = loop.ExpectsVector, Obstacle = obstacle };
        }

        ForLoop? lanes = vectorLoop ?? (loop.Schedule.Vector is not null ? loop : null);
        foreach (ForLoop inner in StmtFacts.DirectLoops(loop.Body))
        {
            foreach (Remark remark in Vector(nest, inner, lanes, refusals))
            {
                yield return remark;
            }
        }
    }

    /// <summary>What iterations need of those before, of a buffer whose lanes are stored one after the other.</summary>
    private static DependentAccesses? Carried(Nest nest, ForLoop loop)
    {
        IReadOnlyList<Access> accesses = Accesses.Of(nest.Loop);
        return loop.Schedule.Vector!.SerialStores.Select(serial => LoopCarried.Test(loop, accesses, serial.Buffer, serial.Buffer).VectorRefusal?.Accesses).FirstOrDefault(found => found is not null);
    }

    private static string Describe(ForLoop loop, VectorPlan plan)
    {
        int size = LoopCosts.WidestType(loop);
        string lanes = plan.VirtualLanes > 0
            ? $"{plan.VirtualLanes} virtual lanes"
            : plan.MaxLanes < 64 / size ? $"{string.Join(" or ", new[] { 16 / size, 32 / size }.Where(count => count <= plan.MaxLanes))} lanes of {size} bytes, which is how far apart dependent iterations are"
            : $"{16 / size}, {32 / size} or {64 / size} lanes of {size} bytes" + (plan.Interleave > 1 ? $", interleaved {plan.Interleave} times" : "");
        string reductions = plan.Reductions.Count == 0
            ? ""
            : ", " + string.Join(" and ", plan.Reductions.Where(reduction => !reduction.IsError).Select(reduction => $"{(reduction.Error is null ? "" : "compensated ")}{Name(reduction.Op)} into '{reduction.Target.Name}'"));
        string conditions = plan.Conditions.Count == 0
            ? ""
            : $", unless iterations turn out to meet in {string.Join(" or ", plan.Conditions.Select(condition => $"'{condition.Buffer}'").Distinct())}";
        string splits = plan.Splits.Count == 0 ? "" : plan.Splits.Count == 1 ? ", in two parts, between which iterations meet" : $", in {plan.Splits.Count + 1} parts, between which iterations meet";
        string serial = string.Concat(plan.SerialStores.Select(store => store.Scan is { } scan ? $", running {Name(scan.Op)} in '{store.Buffer.UserName}'" : $", '{store.Buffer.UserName}' lane after lane from what it was before"));
        serial += Copied(loop) is { Count: > 0 } copied ? $", lane after lane into {PrivateCopies.Count} copies of {Names(copied)}" : StmtFacts.IsPartlyOneByOne(loop) ? ", what depends on the iteration before lane after lane" : "";
        return lanes + reductions + string.Concat(plan.Carries.Select(Describe)) + serial + splits + conditions;
    }

    /// <summary>The buffers of which lanes update copies.</summary>
    private static List<Buffer> Copied(ForLoop loop) => [.. loop.Body.Statements.OfType<OneByOne>().SelectMany(lanes => lanes.Private).Select(copies => copies.Buffer)];

    private static string Names(List<Buffer> buffers) => string.Join(" and ", buffers.Select(buffer => $"'{buffer.UserName}'"));

    private static string Describe(LaneCarry carry) => carry switch
    {
        PreviousValue { Scan: { } scan } => $", running {Name(scan.Op)} in '{carry.Target.Name}'",
        PreviousValue { IsRecurrence: true } => $", '{carry.Target.Name}' lane after lane",
        PreviousValue => $", '{carry.Target.Name}' from the lane before",
        FirstExtreme { IsLarger: true } => $", the first largest into '{carry.Target.Name}'",
        FirstExtreme => $", the first smallest into '{carry.Target.Name}'",
        _ => $", the last into '{carry.Target.Name}'",
    };

    private static IEnumerable<string> Describe(PiecePlan pieces) => pieces.Carries.Select(carry => carry switch
    {
        ExtremeOfPieces extreme => $"the first {(extreme.IsLarger ? "largest" : "smallest")} of all into '{extreme.Target.Name}'",
        SumOfIterations sum => $"the {Name(sum.Op)} of each iteration into '{sum.Target.Name}' in their order",
        LastOfPieces => $"the last into '{carry.Target.Name}'",
        ValueBefore => $"'{carry.Target.Name}' from the iteration in front of each",
        RunningValue value => $"what each adds to '{value.Target.Name}' is found ahead",
        _ => $"the result of each into '{carry.Target.Name}'",
    }).Concat(pieces.Copies.Select(copies => $"each core updates a copy of '{copies.Buffer.UserName}'"));

    private static string Name(ReductionOp op) => op switch
    {
        ReductionOp.Smaller => "min by comparison",
        ReductionOp.Larger => "max by comparison",
        _ => op.ToString().ToLowerInvariant(),
    };
}
