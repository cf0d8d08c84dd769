using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// What becomes of a local that a nest's outermost loop carries where several cores run pieces of it.
/// </summary>
/// <remarks>
/// Takes a loop with vector plans. Guarantees for each local found that the pieces' own values, brought together in their order as its record says, are the value that the iterations in order leave.
/// <code>
/// for (i…) for (j…) if (a[i, j] &lt; 0) n++;                    →   n: of pieces, by sum
/// for (i…) for (j…) s += a[i, j];                              →   s of floats: of iterations of i, in their order
/// while (i &lt; n) { …; i++; }                                 →   i: the last piece's
/// for (i…) if (x[i] &lt; min) { min = x[i]; at = i; }           →   min, at: the extreme of pieces
/// </code>
/// </remarks>
internal static class PieceCarries
{
    /// <summary>The record of the local, or <see langword="null"/> where pieces need to know what was in front of them.</summary>
    /// <param name="root">The outermost loop.</param>
    /// <param name="local">Carried by it.</param>
    /// <param name="mode">Of the kernel.</param>
    public static PieceCarry? Of(ForLoop root, Local local, FloatModeOption mode) => Extreme(root, local) ?? Last(root, local) ?? Result(root, local, mode);

    private static ExtremeOfPieces? Extreme(ForLoop root, Local local)
    {
        foreach (ForLoop loop in StmtFacts.Loops(root))
        {
            if (loop.Schedule.Vector?.Carries.OfType<FirstExtreme>().FirstOrDefault(extreme => extreme.Locals.Contains(local)) is { } found)
            {
                // Nothing outside of the vectorised loop may touch them.
                return found.Locals.All(kept => Uses(root.Body, kept) == Uses(loop.Body, kept)) ? new(found.Target, found.IsLarger, found.Companions) : null;
            }
        }

        return null;
    }

    private static LastOfPieces? Last(ForLoop root, Local local) =>
        root.Body.Statements.Any(statement => statement is Assign assign && assign.Local == local)
        && !StmtFacts.Descendants(root.Body).Any(statement => statement is Accumulate update && update.Target == local)
        && !StmtFacts.Descendants(root.Body).SelectMany(StmtFacts.Expressions).Any(expr => ExprFacts.Reads(expr, local)) ? new(local) : null;

    private static PieceCarry? Result(ForLoop root, Local local, FloatModeOption mode)
    {
        if (CarriedScalars.Refusal(root, local, mode) is not null)
        {
            return null;
        }

        ReductionOp op = StmtFacts.Descendants(root.Body).OfType<Accumulate>().First(update => update.Target == local).Op;
        return ReductionSteps.IsAssociative(op, local.Type) ? new ResultOfPieces(local, op)
            : Additions(root.Body, local) == 1 ? new SumOfIterations(local, op)
            : null;
    }

    /// <summary>How often an iteration adds to the local at most; many times are 2. A vectorised loop adds the sum of its lanes once.</summary>
    private static int Additions(Block body, Local local) => Math.Min(2, body.Statements.Sum(statement => statement switch
    {
        Accumulate { Fused: true } update when update.Target == local => 2,
        Accumulate update when update.Target == local => 1,
        If branch => Math.Max(Additions(branch.Then, local), Additions(branch.Else, local)),
        ForLoop loop when loop.Schedule.Vector?.Reductions.Any(reduction => reduction.Target == local) == true => 1,
        ForLoop or OneByOne when StmtFacts.Mentions(statement, local) => 2,
        _ => 0,
    }));

    private static int Uses(Block body, Local local) =>
        StmtFacts.Descendants(body).Sum(statement => (StmtFacts.Written(statement) == local ? 1 : 0) + StmtFacts.Expressions(statement).Count(expr => ExprFacts.Reads(expr, local)));
}
