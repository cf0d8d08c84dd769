using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Which locals that a loop carries, other than accumulators, vector lanes can hold.
/// </summary>
/// <remarks>
/// Takes an innermost loop. Guarantees for each local found that all the loop does with it is what its record says, so that the value behind the loop, and
/// in every iteration that reads it, is known from the iterations' own values and their order.
/// <code>
/// t declared outside:  u = x[i]; y[i] = u + t; t = u;                 →   the previous value
/// u = x[i] &gt; 0 ? x[i] : t; y[i] = u; t = u;                          →   the previous value, lane after lane
/// if (x[i] &gt; max) { max = x[i]; index = i; }                          →   the first extreme
/// if (x[i] &lt; 0) last = i;                                            →   the last value
/// </code>
/// </remarks>
internal static class LaneCarries
{
    public static EquatableArray<LaneCarry> Of(ForLoop loop)
    {
        if (StmtFacts.Loops(loop.Body).Any())
        {
            return EquatableArray<LaneCarry>.Empty;
        }

        var found = new List<LaneCarry>();
        List<Local> carried = CarriedScalars.Of(loop).ToList();
        foreach (Local local in carried)
        {
            if (Extreme(loop, local, carried) is { } extreme)
            {
                found.Add(extreme);
            }
        }

        foreach (Local local in carried.Where(local => !found.Any(known => known.Locals.Contains(local))))
        {
            LaneCarry? carry = Previous(loop, local);
            carry ??= Last(loop, local);
            if (carry is not null)
            {
                found.Add(carry);
            }
        }

        return found.ToEquatableArray();
    }

    private static PreviousValue? Previous(ForLoop loop, Local local)
    {
        List<Stmt> statements = loop.Body.Statements.ToList();
        int assigned = statements.FindIndex(statement => statement is Assign assign && assign.Local == local);
        if (local.Type == ScalarType.Bool || assigned < 0 || statements[assigned] is not Assign { Value: Read { Local: { } next } } || Writes(loop, local).Count != 1)
        {
            return null;
        }

        int declared = statements.FindIndex(statement => statement is Declare declare && declare.Local == next);
        int first = statements.FindIndex(statement => StmtFacts.Mentions(statement, local));
        int last = statements.FindLastIndex(statement => StmtFacts.Mentions(statement, local));
        if (declared < 0 || last != assigned || Writes(loop, next).Count != 1)
        {
            return null;
        }

        if (declared < first)
        {
            return new(local, next);
        }

        return declared == first && statements[declared] is Declare { Value: { } value } && SerialStores.IsRecurrence(value) ? new(local, next) { IsRecurrence = true } : null;
    }

    private static LastValue? Last(ForLoop loop, Local local) =>
        local.Type != ScalarType.Bool && Writes(loop, local).All(statement => statement is Assign) && !ReadsOf(loop, local).Any() && KnowsIterations(loop) ? new(local) : null;

    /// <summary>
    /// Whether no variable of the loop can come round to a value that it had, and none is one step before the first: an element at each of its values,
    /// all of which have been found in range, is proof.
    /// </summary>
    private static bool KnowsIterations(ForLoop loop) =>
        Accesses.Of(loop).Any(access => !access.IsAsked && access.Subscripts.Any(form => form.CoefficientOf(loop.Variable) is not (null or 0)));

    private static FirstExtreme? Extreme(ForLoop loop, Local local, List<Local> carried)
    {
        if (local.Type == ScalarType.Bool || local.Type.Size() < 4 || Writes(loop, local) is not [Assign])
        {
            return null;
        }

        foreach (Stmt statement in StmtFacts.Descendants(loop.Body))
        {
            if (Match(statement, local) is not var (value, isLarger, companions) || ExprFacts.Reads(value, local))
            {
                continue;
            }

            // Nothing else may touch what is kept, and what is assigned is known without it.
            List<Local> kept = companions.Select(assign => assign.Local).ToList();
            bool isAlone = kept.Distinct().Count() == kept.Count && kept.Append(local).All(carried.Contains)
                && kept.All(companion => companion.Type != ScalarType.Bool && Writes(loop, companion).Count == 1 && !ReadsOf(loop, companion).Any())
                && ReadsOf(loop, local).All(place => ReferenceEquals(place, statement));
            return isAlone ? new(local, isLarger, kept.ToEquatableArray()) : null;
        }

        return null;
    }

    /// <summary><c>if (… &amp;&amp; value &gt; local &amp;&amp; …) { local = value; … }</c> or <c>local = value &gt; local ? value : local</c>.</summary>
    private static (Expr Value, bool IsLarger, List<Assign> Companions)? Match(Stmt statement, Local local)
    {
        switch (statement)
        {
            case If { Else.Statements.Count: 0 } branch when branch.Then.Statements.All(inner => inner is Assign):
                List<Assign> assigns = branch.Then.Statements.Cast<Assign>().ToList();
                if (assigns.Find(assign => assign.Local == local) is not { } kept)
                {
                    return null;
                }

                List<Expr> conditions = Conjuncts(branch.Condition).Where(condition => ExprFacts.Reads(condition, local)).ToList();
                return conditions.Count == 1 && IsLarger(conditions[0], kept.Value, local) is { } larger
                    ? (kept.Value, larger, assigns.Where(assign => assign.Local != local).ToList())
                    : null;

            case Assign { Value: Select { WhenFalse: Read { Local: { } otherwise } } select } assign when assign.Local == local && otherwise == local:
                return IsLarger(select.Condition, select.WhenTrue, local) is { } isLarger ? (select.WhenTrue, isLarger, []) : null;

            default:
                return null;
        }
    }

    private static IEnumerable<Expr> Conjuncts(Expr condition) =>
        condition is Binary { Op: BinaryOp.And, Type: ScalarType.Bool } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [condition];

    /// <summary>Whether the condition is that the value is larger, or that it is smaller, than the local.</summary>
    private static bool? IsLarger(Expr condition, Expr value, Local local) => condition switch
    {
        Compare { Op: CompareOp.Greater or CompareOp.Less, Right: Read right } compare when right.Local == local && compare.Left == value => compare.Op == CompareOp.Greater,
        Compare { Op: CompareOp.Greater or CompareOp.Less, Left: Read left } compare when left.Local == local && compare.Right == value => compare.Op == CompareOp.Less,
        _ => null,
    };

    private static List<Stmt> Writes(ForLoop loop, Local local) => StmtFacts.Descendants(loop.Body).Where(statement => StmtFacts.Written(statement) == local).ToList();

    /// <summary>The statements that read the local, themselves or in what they hold.</summary>
    private static IEnumerable<Stmt> ReadsOf(ForLoop loop, Local local) =>
        StmtFacts.Descendants(loop.Body).Where(statement => StmtFacts.Expressions(statement).Any(expr => ExprFacts.Reads(expr, local)));
}
