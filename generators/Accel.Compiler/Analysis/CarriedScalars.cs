using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>Locals that a loop carries from one iteration to the next: declared outside it and written inside.</summary>
internal static class CarriedScalars
{
    public static IEnumerable<Local> Of(ForLoop loop)
    {
        HashSet<Local> written = StmtFacts.LocalsWritten(loop.Body);
        written.ExceptWith(StmtFacts.LocalsDeclared(loop.Body));

        // Lanes that take turns leave them as the iterations would.
        written.ExceptWith(InTurns(loop));
        return written.OrderBy(local => local.Id);
    }

    /// <summary>What it carries besides, which lanes write in turns: of no concern to lanes, but to whoever runs iterations in another order.</summary>
    public static IEnumerable<Local> InTurns(ForLoop loop)
    {
        HashSet<Local> written = [.. loop.Body.Statements.OfType<OneByOne>().SelectMany(lanes => StmtFacts.LocalsWritten(lanes.Body))];
        written.ExceptWith(StmtFacts.LocalsDeclared(loop.Body));
        return written.OrderBy(local => local.Id);
    }

    /// <summary>The accumulators among them; that they are nothing else is for <see cref="Refusal"/> to find.</summary>
    public static EquatableArray<Reduction> Reductions(ForLoop loop, EquatableArray<LaneCarry> carries) =>
        Of(loop).Where(local => !IsIn(carries, local)).SelectMany(local => Updates(loop, local).Take(1)).Select(update => new Reduction(update.Target, update.Op)).ToEquatableArray();

    private static bool IsIn(EquatableArray<LaneCarry> carries, Local local) => carries.Any(carry => carry.Locals.Contains(local));

    /// <summary>Why the carried locals keep the iterations in order, or <see langword="null"/>.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="mode">Of the kernel.</param>
    /// <param name="carries">Those whose order is kept.</param>
    public static Obstacle? Refusal(ForLoop loop, FloatModeOption mode, EquatableArray<LaneCarry> carries) =>
        Of(loop).Where(local => !IsIn(carries, local)).Select(local => Refusal(loop, local, mode)).FirstOrDefault(refusal => refusal is not null);

    /// <summary>Those that keep the iterations in order.</summary>
    public static IEnumerable<Local> InOrder(ForLoop loop, FloatModeOption mode) => Of(loop).Where(local => Refusal(loop, local, mode) is not null);

    /// <summary>Why the local keeps the iterations in order, or <see langword="null"/> where it is an accumulator and nothing else.</summary>
    public static Obstacle? Refusal(ForLoop loop, Local local, FloatModeOption mode)
    {
        List<Accumulate> updates = Updates(loop, local).ToList();
        bool isOnlyUpdated = StmtFacts.Descendants(loop.Body).All(statement =>
            (statement is Accumulate accumulate && accumulate.Target == local && !ExprFacts.Reads(accumulate.Value, local))
            || (StmtFacts.Written(statement) != local && !StmtFacts.Expressions(statement).Any(expr => ExprFacts.Reads(expr, local))));
        if (updates.Count == 0 || !isOnlyUpdated || updates.Select(update => update.Op).Distinct().Count() > 1)
        {
            string reason = IsLastExtreme(loop, local)
                ? $"of equal values '{local.Name}' keeps the last, which may be a zero of another sign; compare with < or >, or write Math.Max or Math.Min"
                : $"each iteration needs the value of '{local.Name}' from the iteration before";
            return new(reason) { Carried = local };
        }

        if (mode == FloatModeOption.Strict && local.Type.IsFloat() && updates[0].Op is ReductionOp.Sum or ReductionOp.Product)
        {
            return new($"FloatMode.Strict keeps the order in which '{local.Name}' is summed or multiplied") { Carried = local, Remedy = Remedy.AnotherOrder };
        }

        return null;
    }

    private static IEnumerable<Accumulate> Updates(ForLoop loop, Local local) =>
        StmtFacts.Descendants(loop.Body).OfType<Accumulate>().Where(accumulate => accumulate.Target == local);

    /// <summary><c>if (x &gt;= m) m = x;</c> or <c>m = x &gt;= m ? x : m;</c> over floats.</summary>
    private static bool IsLastExtreme(ForLoop loop, Local local) =>
        local.Type.IsFloat() && StmtFacts.Descendants(loop.Body).Any(statement => statement switch
        {
            If { Condition: Compare { Op: CompareOp.GreaterOrEqual or CompareOp.LessOrEqual } compare, Then.Statements: { Count: 1 } then, Else.Statements.Count: 0 }
                when then[0] is Assign assign && assign.Local == local => compare.Left == assign.Value || compare.Right == assign.Value,
            Assign { Value: Select { Condition: Compare { Op: CompareOp.GreaterOrEqual or CompareOp.LessOrEqual } compare } } assign
                when assign.Local == local => ExprFacts.Reads(compare, local),
            Declare { Value: Select { Condition: Compare { Op: CompareOp.GreaterOrEqual or CompareOp.LessOrEqual } compare } } => ExprFacts.Reads(compare, local),
            _ => false,
        });
}
