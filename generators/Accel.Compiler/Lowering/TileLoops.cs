using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Cache blocking: where all iterations of an outermost loop go over the same rows of a matrix, they go over them tile by tile, so that a tile stays in a
/// near cache until all have used it.
/// </summary>
/// <remarks>
/// Takes a nest with schedules, masks and jammed loops. Guarantees the order of all updates of an element. The tiled form is beside the nest's loops (<see cref="Tiling"/>),
/// and runs only where iterations of the outermost loop are independent.
/// <code>
/// for (i…) { first;  for (k…) vector for (j…) c[i, j] += a[i, k] * b[k, j];  last; }
/// →  for (tiles of j, then of k) for (i…) { if (first tile) first;  for (k in the tile) vector for (j in the tile) …;  if (last tile) last; }
/// </code>
/// An accumulator of lanes becomes such an update first: <c>for (j…) { s = 0;  for (k…) s += a[i, k] * b[k, j];  c[i, j] = s; }</c>.
/// </remarks>
internal static class TileLoops
{
    /// <summary>Iterations known to be no more than that keep their accumulators in registers instead.</summary>
    private const long FewIterations = 16;

    public static ForLoop Run(ForLoop root, int nextLocal)
    {
        if (root.Schedule is not { IsParallel: true, Vector: null, Jam: null } || StmtFacts.Loops(root.Body).Any(loop => loop.While is not null))
        {
            return root;
        }

        Block body = new(root.Body.Statements.SelectMany(statement => Updates(root, statement) ?? [statement]).ToEquatableArray());
        bool isExpanded = body != root.Body;
        if (isExpanded)
        {
            body = JamLoops.Run(root with { Body = body }, nextLocal).Body;
            nextLocal = Math.Max(nextLocal, 1 + StmtFacts.LargestLocal(body));
        }

        List<ForLoop> jammed = body.Statements.OfType<ForLoop>().Where(loop => loop.Schedule.Jam is not null).ToList();
        if (jammed.Count != 1 || !body.Statements.All(statement => statement is ForLoop or Store) || Inner(jammed[0]) is not { } inner || !SharesPanel(root, jammed[0], inner))
        {
            return root;
        }

        Local[] ends = [.. new[] { "outerBegin", "outerEnd", "innerBegin", "innerEnd" }.Select((name, k) => new Local(nextLocal + k, name, (k < 2 ? jammed[0] : inner).Variable.Type))];
        var tiling = new Tiling(body, jammed[0], inner, ends[0], ends[1], ends[2], ends[3]);
        return root with { NeedsDistinctBuffers = root.NeedsDistinctBuffers || isExpanded, Schedule = root.Schedule with { Tiling = tiling } };
    }

    private static ForLoop? Inner(ForLoop jammed) =>
        jammed.Body.Statements[jammed.Body.Statements.Count - 1] is ForLoop { Step: 1, Relation: LoopRelation.Less or LoopRelation.LessOrEqual } inner ? inner : null;

    /// <summary>Whether the two inner loops go over elements that are the same for all iterations of the outermost one, the innermost over neighbours.</summary>
    private static bool SharesPanel(ForLoop root, ForLoop outer, ForLoop inner) =>
        inner.Body.Statements.SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Any(load =>
            load.Subscripts.Any(subscript => ExprFacts.Reads(subscript, outer.Variable))
            && !load.Subscripts.Any(subscript => ExprFacts.Reads(subscript, root.Variable))
            && AffineForm.Of(load.Subscripts[load.Subscripts.Count - 1])?.CoefficientOf(inner.Variable) == 1);

    /// <summary>
    /// The loop as one that starts the elements and one that updates them, where its lanes accumulate each in a local and then store it; else <see langword="null"/>.
    /// </summary>
    private static IEnumerable<Stmt>? Updates(ForLoop root, Stmt statement)
    {
        if (statement is not ForLoop { Schedule.Vector: not null } lanes
            || lanes.Body.Statements.Count != 3
            || lanes.Body.Statements[0] is not Declare { Value: { } start, Local: var sum }
            || lanes.Body.Statements[1] is not ForLoop { Schedule.Vector: null } loop
            || StoreBehind(loop, lanes.Body.Statements[2]) is not { Mask: null, Value: Read { Local: var stored } } store
            || stored != sum || store.Buffer.ElementType != sum.Type
            || (start != new Load(store.Buffer, store.Subscripts) && (ReadsBuffer(start, store.Buffer) || lanes.Body.Statements[2] != store))
            || LoopCosts.Trip(loop) <= FewIterations
            || StmtFacts.Descendants(root.Body).Any(other => other != lanes.Body.Statements[0] && TouchesElsewhere(other, store)))
        {
            return null;
        }

        var element = new Load(store.Buffer, store.Subscripts);
        IEnumerable<Stmt> first = start == element ? [] : [lanes with { Body = Block.Of(store with { Value = start }) }];
        List<Stmt> steps = loop.Body.Statements.ToList();
        Stmt step = steps[steps.Count - 1];
        return steps.Take(steps.Count - 1).All(before => before is Declare { Value: { } value } && !ExprFacts.Reads(value, sum)) && Next(step, sum) is { } next
            ? first.Append(loop with
            {
                Body = Block.Of(lanes with
                {
                    Body = new(steps.Take(steps.Count - 1)
                        .Append(store with { Value = ExprRewriter.Rewrite(next, node => node is Read read && read.Local == sum ? element : null) }).ToEquatableArray()),
                }),
            })
            : null;
    }

    // An update in the loop stores nothing where the loop has no iterations, as the condition says.
    private static Store? StoreBehind(ForLoop loop, Stmt statement) =>
        statement is If { Then.Statements.Count: 1, Else.Statements.Count: 0 } branch && branch.Condition == PromoteElements.HasIterations(loop)
            ? branch.Then.Statements[0] as Store
            : statement as Store;

    private static bool TouchesElsewhere(Stmt statement, Store store) =>
        (statement is Store other && other != store && other.Buffer == store.Buffer)
        || StmtFacts.Expressions(statement).Any(value => ReadsBuffer(value, store.Buffer));

    private static bool ReadsBuffer(Expr value, IR.Buffer buffer) => ExprFacts.SelfAndDescendants(value).Any(node => node is Load load && load.Buffer == buffer);

    /// <summary>What the step makes of the sum.</summary>
    private static Expr? Next(Stmt step, Local sum) => step switch
    {
        Assign assign when assign.Local == sum => assign.Value,
        Accumulate { Mask: null } accumulate when accumulate.Target == sum => ReductionSteps.Next(accumulate),
        _ => null,
    };
}
