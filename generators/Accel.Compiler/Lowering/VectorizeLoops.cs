using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>Why a loop was not vectorised.</summary>
/// <param name="Loop">The loop's id.</param>
/// <param name="Obstacle">Why, in the user's terms.</param>
internal sealed record VectorRefusal(int Loop, Obstacle Obstacle)
{
    public string Reason => Obstacle.Reason;
}

/// <summary>
/// Chooses for each path into a nest the loop whose iterations become vector lanes.
/// </summary>
/// <remarks>
/// Takes a nest with reductions recognised. Guarantees that a loop with a plan carries nothing but accumulators with
/// re-associable operators and dependences that vector order preserves, and holds inner loops whose trip counts are the same for all lanes, or that have a condition of their own.
/// Among the legal loops of a path the cheaper takes the lanes, often an outer one with unit stride rather than a short inner sum:
/// <code>
/// for (i…) { s = 0; for (k…) s += w[k] * x[i + k]; y[i] = s; }   →   vector for (i…) { … for (k…) … }
/// </code>
/// An innermost loop whose dependences stand in the way is tried with its statements in another order, then with lanes that take turns at the statement
/// that reads what the iteration before has stored:
/// <code>
/// b[i] = b[i - 1] + x[i] * y[i];   →   the products as vectors, the sums one after the other
/// </code>
/// </remarks>
internal sealed class VectorizeLoops
{
    /// <summary>What it costs to load what has just been stored, beyond a load: about the latency of two additions.</summary>
    private const double StoredAndLoaded = 6;

    /// <summary>What is gained must outweigh that values go to the lanes and back by way of memory.</summary>
    private const double InTurns = 1.3;

    /// <summary>What is gained must outweigh that loads by lanes are hardly faster than scalar ones: a loop that only loads would gain nothing.</summary>
    private const double Doubtful = 1.3;

    /// <summary>What is gained must outweigh that scalar code, whose branches are foreseen, goes on with the next iterations meanwhile.</summary>
    private const double LaneAfterLane = 1.2;

    private readonly FloatModeOption _mode;
    private readonly IReadOnlyList<Access> _accesses;
    private readonly IReadOnlyList<Buffer> _buffers;
    private readonly List<VectorRefusal> _refusals = [];
    private int _nextLocal;
    private int _root;

    private VectorizeLoops(FloatModeOption mode, IReadOnlyList<Access> accesses, IReadOnlyList<Buffer> buffers, int nextLocal)
    {
        _nextLocal = nextLocal;
        _mode = mode;
        _accesses = accesses;
        _buffers = buffers;
    }

    /// <returns>The loop with its vectors, why the other loops have none, and how many times as fast the whole is estimated to be.</returns>
    public static (ForLoop Loop, IReadOnlyList<VectorRefusal> Refusals, double Gain) Run(ForLoop root, IReadOnlyList<Buffer> buffers, FloatModeOption mode, int nextLocal)
    {
        var pass = new VectorizeLoops(mode, Accesses.Of(root), buffers, nextLocal) { _root = root.Id };
        (ForLoop loop, double cost) = pass.Choose(root);
        return (loop, pass._refusals, new LoopCosts(null).Of(root) / cost);
    }

    private (ForLoop Loop, double Cost) Choose(ForLoop loop)
    {
        double serialBody = 0;
        var statements = new List<Stmt>();
        foreach (Stmt statement in loop.Body.Statements)
        {
            // Only lanes of the loop itself can find out that one leaves before anything is done.
            (Stmt chosen, double cost) = StmtFacts.MayLeave(loop) ? (statement, new LoopCosts(null).Of(statement)) : Choose(statement);
            statements.Add(chosen);
            serialBody += cost;
        }

        long trip = LoopCosts.Trip(loop);
        double serial = 3 + (trip * (1 + serialBody));
        Obstacle? refusal = Refusal(loop, _accesses);
        ForLoop ordered = refusal is not null && Reordered(loop) is { } other ? other : loop;
        EquatableArray<SerialStore> recurrences = refusal is not null && ordered == loop ? Recurrences(loop) : EquatableArray<SerialStore>.Empty;
        if (refusal is not null && ordered == loop && recurrences.Count == 0 && InOrder(loop) is { } lanesInOrder)
        {
            ordered = lanesInOrder;
            serial += TakesBranchesFromLanes(ordered) ? trip * LoopCosts.Mispredicted : 0;
            serial += HasCopies(ordered) ? trip * StoredAndLoaded / 2 : 0;
        }

        if (refusal is null || ordered != loop || recurrences.Count > 0)
        {
            VectorPlan plan = Plan(ordered, recurrences);
            ForLoop planned = ordered with { Schedule = loop.Schedule with { Vector = plan }, NeedsDistinctBuffers = ordered.NeedsDistinctBuffers || HasOthers(ordered, recurrences) };
            double startUp = plan.VirtualLanes > 0 ? 60 : 16;
            double latency = Latency(planned);
            double body = new LoopCosts(planned, plan.MaxLanes).OfBlock(planned.Body) + 0.1;
            double vector = startUp + (trip * (latency > 0 ? Math.Max(body * InTurns, latency) : body));
            serial = Math.Max(serial, trip * latency);

            // As written each iteration waits for what the one before has stored.
            serial += trip * StoredAndLoaded * recurrences.Count;
            if (vector * (HasCheckedSubscripts(loop) ? Doubtful : StmtFacts.IsPartlyOneByOne(ordered) ? LaneAfterLane : 1) < serial)
            {
                _nextLocal = Math.Max(_nextLocal, 1 + StmtFacts.LocalsDeclared(ordered.Body).Select(local => local.Id).DefaultIfEmpty(-1).Max());
                return (planned, vector);
            }

            refusal = refusal is not null && StmtFacts.IsPartlyOneByOne(ordered) ? refusal
                : plan.Carries.Any(carry => carry is PreviousValue { IsRecurrence: true }) && CarriedScalars.Refusal(loop, _mode, EquatableArray<LaneCarry>.Empty) is { } carried ? carried
                : StmtFacts.Loops(new Block(statements.ToEquatableArray())).Any(inner => inner.Schedule.Vector is not null)
                ? "an inner loop makes better lanes"
                : "its elements are too far apart in memory or its iterations too few for vectors to be faster";
        }

        _refusals.Add(new(loop.Id, refusal));
        return (loop with { Body = new(statements.ToEquatableArray()) }, serial);
    }

    /// <summary>Whether elements are read at places that are only checked then, once in each iteration.</summary>
    private static bool HasCheckedSubscripts(ForLoop loop) =>
        StmtFacts.MayLeave(loop) && !StmtFacts.Loops(loop.Body).Any() && StmtFacts.Descendants(loop.Body).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>()
            .SelectMany(load => load.Subscripts).SelectMany(ExprFacts.SelfAndDescendants).Any(part => part is Within { IsChecked: true });

    private (Stmt Statement, double Cost) Choose(Stmt statement)
    {
        switch (statement)
        {
            case ForLoop loop:
                return Choose(loop);
            case If branch:
                (Block then, double thenCost) = Choose(branch.Then);
                (Block otherwise, double elseCost) = Choose(branch.Else);
                return (branch with { Then = then, Else = otherwise }, 1 + new LoopCosts(null).OfExpr(branch.Condition) + thenCost + elseCost);
            default:
                return (statement, new LoopCosts(null).Of(statement));
        }
    }

    private (Block Block, double Cost) Choose(Block block)
    {
        var chosen = block.Statements.Select(Choose).ToList();
        return (new(chosen.Select(item => item.Statement).ToEquatableArray()), chosen.Sum(item => item.Cost));
    }

    /// <summary>Of the locals that lanes compute one after the other.</summary>
    private static double Latency(ForLoop loop) => loop.Schedule.Vector!.Carries.OfType<PreviousValue>().Where(carry => carry is { IsRecurrence: true, Scan: null })
        .Select(carry => LoopCosts.Latency(loop.Body.Statements.OfType<Declare>().First(declare => declare.Local == carry.Next).Value!, carry.Target))
        .DefaultIfEmpty(0).Max();

    /// <summary>Whether another store might change what is kept in a local.</summary>
    private static bool HasOthers(ForLoop loop, EquatableArray<SerialStore> recurrences) =>
        recurrences.Count > 0 && StmtFacts.Descendants(loop.Body).OfType<Store>().Skip(1).Any();

    /// <summary>The recurrences through memory whose lanes have to take turns, where then nothing stands against vectors; else none.</summary>
    private EquatableArray<SerialStore> Recurrences(ForLoop loop)
    {
        if (StmtFacts.Loops(loop.Body).Any() || StmtFacts.MayLeave(loop) || ScalarRefusal(loop) is not null || OrderedLanes(CarriedScalars.Reductions(loop, LaneCarries.Of(loop))) > 0)
        {
            return EquatableArray<SerialStore>.Empty;
        }

        EquatableArray<SerialStore> found = _buffers.Where(buffer => BufferRefusal(loop, _accesses, buffer, EquatableArray<SerialStore>.Empty) is not null)
            .Select(buffer => SerialStores.Of(loop, buffer)).Where(serial => serial is not null).Select(serial => serial!).ToEquatableArray();
        return MemoryRefusal(loop, _accesses, found) is null ? found : EquatableArray<SerialStore>.Empty;
    }

    /// <summary>An innermost loop in an order in which nothing stands against vectors, or <see langword="null"/>.</summary>
    private ForLoop? Reordered(ForLoop loop) =>
        !StmtFacts.Loops(loop.Body).Any() && !StmtFacts.MayLeave(loop) && ReorderStatements.Run(loop, _nextLocal) is { } ordered && Refusal(ordered, Accesses.Of(ordered)) is null
            ? ordered
            : null;

    /// <summary>An innermost loop in which lanes run one by one what has to keep its order, where then nothing stands against vectors; else <see langword="null"/>.</summary>
    private ForLoop? InOrder(ForLoop loop)
    {
        if (StmtFacts.Loops(loop.Body).Any() || StmtFacts.MayLeave(loop) || loop.While is not null)
        {
            return null;
        }

        List<Buffer> buffers = [.. _buffers.Where(buffer => BufferRefusal(loop, _accesses, buffer, EquatableArray<SerialStore>.Empty) is not null)];
        return OrderLanes.Run(loop, ([.. CarriedScalars.InOrder(loop, _mode)], buffers)) is { } lanes && WithCopies(lanes) is var ordered && (OneByOneInputs.LeavesWorkForVectors(ordered) || HasCopies(ordered)) && Refusal(ordered, Accesses.Of(ordered)) is null
            && LaneCarries.Of(ordered).Count == 0 && OrderedLanes(CarriedScalars.Reductions(ordered, EquatableArray<LaneCarry>.Empty)) == 0 ? ordered : null;
    }

    /// <summary>The outermost loop with copies of what its iterations only update; not where lanes are selected, of which none are in a row.</summary>
    private ForLoop WithCopies(ForLoop ordered) => ordered.Id != _root || SelectsLanes(ordered) ? ordered : ordered with
    {
        Body = new(ordered.Body.Statements.Select(statement => statement is OneByOne lanes ? lanes with { Private = PrivateUpdates.Of(lanes, ordered) } : statement).ToEquatableArray()),
    };

    private static bool HasCopies(ForLoop ordered) => ordered.Body.Statements.Any(statement => statement is OneByOne { Private.Count: > 0 });

    /// <summary>Whether scalar code would branch on data, which lanes look at side by side.</summary>
    private static bool TakesBranchesFromLanes(ForLoop loop) => loop.Body.Statements.OfType<OneByOne>().Any(lanes => BranchOf(lanes, loop) is not null);

    /// <summary>Whether only those lanes run of which a condition holds.</summary>
    private static bool SelectsLanes(ForLoop loop) => loop.Body.Statements.OfType<OneByOne>().Any(lanes => BranchOf(lanes, loop) is { Else.Statements.Count: 0 });

    private static If? BranchOf(OneByOne lanes, ForLoop loop) => OneByOneInputs.BranchOf(lanes, OneByOneInputs.Of(lanes, loop, Uniformity.Varying(loop)));

    private Obstacle? Refusal(ForLoop loop, IReadOnlyList<Access> accesses)
    {
        if (loop.While is not null)
        {
            return "whether an iteration runs is only known when those before it have run";
        }

        HashSet<Local> own = StmtFacts.LocalsDeclared(loop.Body);
        foreach (ForLoop inner in StmtFacts.Loops(loop.Body))
        {
            if (ExprFacts.Reads(inner.Start, loop.Variable) || ExprFacts.Reads(inner.Bound, loop.Variable)
                || (inner.Ragged is not null && new[] { inner.Start, inner.Bound }.SelectMany(ExprFacts.LocalsRead).Any(own.Contains)))
            {
                return $"the inner loop over '{inner.Variable.Name}' runs differently often for different '{loop.Variable.Name}'";
            }
        }

        return ExitRefusal(loop) ?? ScalarRefusal(loop) ?? MemoryRefusal(loop, accesses, EquatableArray<SerialStore>.Empty);
    }

    /// <summary>A loop that may be left goes on as written from the group of lanes in which one leaves: nothing may have been done for it by then.</summary>
    private static string? ExitRefusal(ForLoop loop) =>
        !StmtFacts.MayLeave(loop) ? null
        : CarriedScalars.Of(loop).FirstOrDefault() is { } carried ? $"{StmtFacts.WhyLeft(loop)}, and '{carried.Name}' is carried from one iteration to the next"
        : !HoistExits.AreFirst(loop) ? $"{StmtFacts.WhyLeft(loop)}, and what decides about that may be changed by what it stores before"
        : GatherForm.IndexBuffers(loop).FirstOrDefault() is { } index ? $"{StmtFacts.WhyLeft(loop)}, and all of '{index.Name}' would have to be looked at in front of it"
        : null;

    private Obstacle? ScalarRefusal(ForLoop loop)
    {
        EquatableArray<LaneCarry> carries = LaneCarries.Of(loop);
        if (CarriedScalars.Refusal(loop, _mode, carries) is { } refusal)
        {
            return refusal;
        }

        // The lanes of a reduction in a fixed order take turns, which would mix up those that hold other locals.
        return carries.Count > 0 && OrderedLanes(CarriedScalars.Reductions(loop, carries)) > 0
            ? CarriedScalars.Refusal(loop, _mode, EquatableArray<LaneCarry>.Empty) ?? $"each iteration needs the value of '{carries[0].Target.Name}' from the iteration before"
            : null;
    }

    private Obstacle? MemoryRefusal(ForLoop loop, IReadOnlyList<Access> accesses, EquatableArray<SerialStore> recurrences) =>
        _buffers.Select(buffer => BufferRefusal(loop, accesses, buffer, recurrences)).FirstOrDefault(refusal => refusal is not null);

    private static Obstacle? BufferRefusal(ForLoop loop, IReadOnlyList<Access> accesses, Buffer buffer, EquatableArray<SerialStore> recurrences)
    {
        CarriedDependences carried = Carried(loop, accesses, buffer, recurrences);
        if (carried.VectorRefusal is { } refusal)
        {
            return refusal;
        }

        // The order of a reduction asks for all its lanes.
        return carried.Limit is { } limit && (limit.Lanes * LoopCosts.NarrowestType(loop) < 16 || OrderedLanes(CarriedScalars.Reductions(loop, LaneCarries.Of(loop))) > 0)
            ? limit.Reason
            : null;
    }

    /// <summary>What the last lanes of a recurrence stored is kept for the next ones, which must not be those of another part.</summary>
    private static CarriedDependences Carried(ForLoop loop, IReadOnlyList<Access> accesses, Buffer buffer, EquatableArray<SerialStore> recurrences) =>
        LoopCarried.Test(loop, accesses, buffer, buffer, isSerial: recurrences.Any(serial => serial.Buffer == buffer), maySplit: recurrences.Count == 0);

    /// <summary>The loops around an access of a loop that may have been rewritten.</summary>
    private EquatableArray<ForLoop> Around(ForLoop loop, Access access) =>
        (_accesses.FirstOrDefault(whole => whole.Loops.Any(around => around.Id == loop.Id))?.Loops.TakeWhile(around => around.Id != loop.Id) ?? [])
            .Concat(access.Loops).ToEquatableArray();

    private VectorPlan Plan(ForLoop loop, EquatableArray<SerialStore> recurrences)
    {
        EquatableArray<LaneCarry> carries = LaneCarries.Of(loop).Select(carry => carry is PreviousValue { IsRecurrence: true } recurrence ? AsScan(recurrence, loop) : carry).ToEquatableArray();
        EquatableArray<Reduction> reductions = CarriedScalars.Reductions(loop, carries);
        IReadOnlyList<Access> accesses = Accesses.Of(loop).Select(access => access with { Loops = Around(loop, access) }).ToList();
        List<CarriedDependences> carried = _buffers
            .Select(buffer => Carried(loop, accesses, buffer, recurrences)).ToList();

        // A lane's neighbour must have been there before.
        int interleave = recurrences.Count > 0 || StmtFacts.IsPartlyOneByOne(loop) || carries.Any(carry => carry is PreviousValue) ? 1 : Interleave(loop, reductions.Count + carries.Count > 0);
        return new(interleave, OrderedLanes(reductions), reductions)
        {
            Conditions = carried.SelectMany(dependences => dependences.LaneConditions).Concat(AheadOfCounter.Conditions(loop)).Distinct().ToEquatableArray(),
            Splits = carried.SelectMany(dependences => dependences.Splits).Distinct().ToEquatableArray(),
            MaxLanes = carried.Select(dependences => dependences.Limit).Aggregate((LaneLimit?)null, LaneLimit.Min)?.Lanes ?? long.MaxValue,
            Carries = carries,
            SerialStores = recurrences.Select(serial => SerialStores.WithScan(serial, loop)).ToEquatableArray(),
        };
    }

    private static PreviousValue AsScan(PreviousValue recurrence, ForLoop loop) =>
        recurrence with { Scan = Scans.Of(loop.Body.Statements.OfType<Declare>().First(declare => declare.Local == recurrence.Next).Value!, recurrence.Target) };

    /// <summary>The fixed number of lanes that re-associated float reductions ask for, or 0.</summary>
    private static int OrderedLanes(EquatableArray<Reduction> reductions)
    {
        List<Reduction> ordered = reductions.Where(reduction => reduction.Target.Type.IsFloat() && reduction.Op is ReductionOp.Sum or ReductionOp.Product).ToList();
        return ordered.Count == 0 ? 0 : ordered.Any(reduction => reduction.Target.Type == ScalarType.Double) ? 32 : 64;
    }

    /// <summary>Several vectors per iteration hide the latency of short dependent chains; long bodies fill the machine by themselves.</summary>
    private static int Interleave(ForLoop loop, bool hasReductions)
    {
        List<ForLoop> inner = StmtFacts.Loops(loop.Body).ToList();
        if (inner.Count > 0)
        {
            // Each iteration of an inner loop waits for the one before; its lanes side by side do not, and share what is the same for all.
            // Idle lanes are more, but so is what goes on at once.
            if (!hasReductions && inner.All(one => one.While is not null && new LoopCosts(null).OfBlock(one.Body) <= 30))
            {
                return 4;
            }

            bool areShort = inner.All(one => one.Body.Statements.Count <= 2 && new LoopCosts(null).OfBlock(one.Body) <= 8);
            return !hasReductions && areShort ? 4 : 1;
        }

        double cost = new LoopCosts(null).OfBlock(loop.Body);
        return hasReductions && cost <= 8 ? 4 : cost <= 8 ? 2 : 1;
    }
}
