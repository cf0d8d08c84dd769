using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>What stands against running the iterations of a loop out of order.</summary>
/// <param name="VectorRefusal">Why lanes may not run side by side, or <see langword="null"/>.</param>
/// <param name="ParallelRefusal">Why iterations may not run in any order, or <see langword="null"/>.</param>
/// <param name="Strides">Pairs whose independence rests on a run-time comparison of strides.</param>
internal sealed record CarriedDependences(Obstacle? VectorRefusal, Obstacle? ParallelRefusal, IReadOnlyList<(Access First, Access Second, int Dimension)> Strides)
{
    /// <summary>What lanes may run side by side on condition of, where nothing else stands against them.</summary>
    public IReadOnlyList<LaneCondition> LaneConditions { get; init; } = [];

    /// <summary>Where the loop's range is split, so that lanes of each part may run side by side, where nothing else stands against them.</summary>
    public IReadOnlyList<IndexSplit> Splits { get; init; } = [];

    /// <summary>How many iterations may run side by side, where nothing else stands against it; <see langword="null"/> for any number.</summary>
    public LaneLimit? Limit { get; init; }
}

/// <summary>Iterations that are at least so far apart depend on each other; those closer together do not.</summary>
/// <param name="Lanes">The smallest distance.</param>
/// <param name="Reason">Why no more lanes may run side by side.</param>
internal sealed record LaneLimit(long Lanes, Obstacle Reason)
{
    /// <summary>The narrower of two.</summary>
    public static LaneLimit? Min(LaneLimit? left, LaneLimit? right) => left is null || right?.Lanes < left.Lanes ? right : left;
}

/// <summary>
/// Memory dependences that a loop carries, and whether executing each statement for all lanes before the next one preserves them.
/// </summary>
/// <remarks>
/// A carried dependence survives vectorisation if its source stands before its sink in the text (the loads of a statement before its store):
/// <code>
/// y[i] = y[i + 1]                  read before it is overwritten: vectors yes, any order no
/// a[i] = x[i]; b[i] = a[i - 1]     written before it is read: vectors yes
/// a[i] = a[i - 1]                  neither
/// a[i] = a[i - 8]                  neither, but vectors of at most 8 lanes
/// a[i] = a[k]                      neither, but vectors up to i = k and vectors from there on
/// a[k[i]] = x[i]                   lanes are stored in their order: vectors yes
/// </code>
/// </remarks>
internal static class LoopCarried
{
    /// <summary>Of the budget of a kernel: some 200 different subscripts of one buffer, compared in a few tenths of a second.</summary>
    public const long MostPairs = 40_000;

    /// <param name="loop">The loop.</param>
    /// <param name="accesses">Those of the whole nest.</param>
    /// <param name="first">The first buffer of the pairs to test.</param>
    /// <param name="second">The second, taken to start at the same element; the first itself for the dependences of one buffer.</param>
    /// <param name="isSerial">Whether the lanes of the buffer's one store run one after the other, with what it reads of the buffer.</param>
    /// <param name="maySplit">Whether the loop's range may be split.</param>
    public static CarriedDependences Test(ForLoop loop, IReadOnlyList<Access> accesses, Buffer first, Buffer second, bool isSerial = false, bool maySplit = true)
    {
        if (loop.IsIndependent)
        {
            return new(null, null, []);
        }

        Obstacle? vector = null;
        Obstacle? parallel = null;
        var strides = new List<(Access, Access, int)>();
        var conditions = new List<LaneCondition>();
        var splits = new List<IndexSplit>();
        bool? isSplitPossible = maySplit && first == second && !isSerial ? null : false;
        LaneLimit? limit = null;
        bool isInnermost = !StmtFacts.Loops(loop.Body).Any();
        List<Access> inside = accesses.Where(access => access.Loops.Any(around => around.Id == loop.Id)).ToList();
        if (isSerial)
        {
            Access serial = inside.First(access => access.IsWrite && access.Buffer == first);
            inside.RemoveAll(access => access.Buffer == first && !access.IsWrite && access.Statement == serial.Statement);
        }

        List<AccessGroup> lefts = AccessGroup.Of(inside, first);
        List<AccessGroup> rights = first == second ? lefts : AccessGroup.Of(inside, second);
        if ((long)lefts.Count * rights.Count > MostPairs)
        {
            string tooMany = $"'{first.UserName}' is accessed at {Math.Max(lefts.Count, rights.Count)} different subscripts, too many to compare all of them; split the loop";
            return new(tooMany, tooMany, []);
        }

        for (int i = 0; i < lefts.Count; i++)
        {
            for (int j = first == second ? i : 0; j < rights.Count; j++)
            {
                (AccessGroup left, AccessGroup right) = (lefts[i], rights[j]);
                if (!left.First.IsWrite && !right.First.IsWrite)
                {
                    continue;
                }

                (Access one, Access other) = (left.First, right.First);
                Dependence dependence = Dependences.Test(loop, one, other);
                if (dependence.Kind == DependenceKind.Unknown && first == second && Delinearization.Of(one, other) is { } matrix)
                {
                    (one, other) = matrix;
                    dependence = Dependences.Test(loop, one, other) is { Kind: not DependenceKind.StrideCovers } known ? known : dependence;
                }

                if (isInnermost && left.IsOneByOne && right.IsOneByOne && first == second)
                {
                    // As the iterations would, whatever they depend on.
                    parallel ??= dependence.IsCarried ? Describe(loop, left.First, right.First, dependence) : null;
                    continue;
                }

                if (i == j && first == second && isInnermost && (isSerial || (left.First.IsGather && left.First.Order == left.LastOrder)))
                {
                    // One store, to wherever: lanes store one after the other, as the iterations would.
                    parallel ??= Describe(loop, left.First, right.First, dependence);
                    continue;
                }

                if (dependence.Kind == DependenceKind.StrideCovers)
                {
                    strides.Add((left.First, right.First, dependence.Dimension));
                    vector ??= $"whether iterations of the loop over '{loop.Variable.Name}' meet in '{first.UserName}' depends on its stride at run time";
                }
                else if (dependence.IsCarried)
                {
                    Obstacle reason = Describe(loop, left.First, right.First, dependence);
                    parallel ??= reason;
                    if (dependence.Kind == DependenceKind.Unknown && splits.Count < IndexSplit.Most && (isSplitPossible ??= IndexSplit.IsPossible(loop))
                        && IndexSplit.Of(loop, one, other, left.LastOrder < right.First.Order, right.LastOrder < left.First.Order) is { Count: > 0 } found)
                    {
                        splits.AddRange(found);
                    }
                    else if (dependence.Kind == DependenceKind.Unknown && isInnermost && first == second && Condition(loop, left, right) is { } condition)
                    {
                        conditions.Add(condition);
                    }
                    else if (!isInnermost || !IsForward(left, right, dependence))
                    {
                        if (isInnermost && first == second && dependence.Kind == DependenceKind.Distance && Math.Abs(dependence.Distance) > 1)
                        {
                            limit = LaneLimit.Min(limit, new(Math.Abs(dependence.Distance), reason));
                        }
                        else
                        {
                            vector ??= reason;
                        }
                    }
                }
            }
        }

        return new(vector, parallel, strides) { LaneConditions = conditions, Splits = splits, Limit = limit };
    }

    private static LaneCondition? Condition(ForLoop loop, AccessGroup left, AccessGroup right)
    {
        (AccessGroup early, AccessGroup late) = left.First.Order < right.First.Order ? (left, right) : (right, left);
        return LaneCondition.Of(loop, early.First, late.First, isOrdered: early.LastOrder < late.First.Order);
    }

    /// <summary>The access of the earlier iteration must come first in the text, too.</summary>
    private static bool IsForward(AccessGroup left, AccessGroup right, Dependence dependence)
    {
        if (dependence.Kind != DependenceKind.Distance)
        {
            return false;
        }

        (AccessGroup early, AccessGroup late) = dependence.Distance > 0 ? (left, right) : (right, left);
        return early.LastOrder < late.First.Order;
    }

    private static Obstacle Describe(ForLoop loop, Access left, Access right, Dependence dependence)
    {
        string name = left.Buffer == right.Buffer ? $"'{left.Buffer.UserName}'" : $"'{left.Buffer.UserName}' or '{right.Buffer.UserName}', which may be one memory,";
        if (dependence.Kind != DependenceKind.Distance)
        {
            return new($"iterations of the loop over '{loop.Variable.Name}' may touch the same element of {name}, at least one of them writing")
            {
                Accesses = new(Element(left), Element(right), null, loop.Variable.Name),
                Remedy = Remedy.PromiseIndependence,
            };
        }

        (Access early, Access late) = dependence.Distance > 0 ? (left, right) : (right, left);
        long distance = Math.Abs(dependence.Distance);
        string iterations = distance == 1 ? "the previous iteration" : $"the iteration {distance} before";
        string reason = (early.IsWrite, late.IsWrite) switch
        {
            (true, false) => $"it reads of {name} what {iterations} wrote (distance {distance})",
            (false, true) => $"it overwrites of {name} what {iterations} read (distance {distance})",
            _ => $"it writes of {name} what {iterations} wrote (distance {distance})",
        };
        return new(reason) { Accesses = new(Element(early), Element(late), distance, loop.Variable.Name) };
    }

    private static AccessedElement Element(Access access) => new(access.Buffer, access.Expressions, access.IsWrite);

    /// <summary>Accesses to one element of a buffer, all loads or all stores: they depend on others alike.</summary>
    private sealed record AccessGroup(Access First, int LastOrder)
    {
        public bool IsOneByOne { get; init; }

        public static List<AccessGroup> Of(IEnumerable<Access> accesses, Buffer buffer) => accesses.Where(access => access.Buffer == buffer)
            .GroupBy(access => (access.IsWrite, access.Subscripts, access.IsGather ? access.Expressions : EquatableArray<Expr>.Empty))
            .Select(group => new AccessGroup(group.First(), group.Last().Order) { IsOneByOne = group.All(access => access.IsOneByOne) })
            .ToList();
    }
}
