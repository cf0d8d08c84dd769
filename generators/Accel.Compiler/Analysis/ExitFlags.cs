using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Bool locals that an inner loop raises, and nothing lowers again, for the loop around it to be left behind the inner one.
/// </summary>
/// <remarks>
/// Takes a nest whose outermost loop may be left. Guarantees that the iteration leaves as soon as the flag is up, whatever else it does up to there.
/// <code>for (i…) { found = false; for (j…) if (a[i, j] == v) { found = true; break; }  leave if found; }</code>
/// </remarks>
internal static class ExitFlags
{
    public static IEnumerable<Local> RaisedIn(ForLoop inner, ForLoop root)
    {
        List<Stmt> inside = [.. StmtFacts.Descendants(inner.Body)];
        List<Stmt> whole = [.. StmtFacts.Descendants(root.Body)];
        IEnumerable<Stmt> behind = root.Body.Statements.SkipWhile(statement => !(statement is ForLoop loop && loop.Id == inner.Id) && !StmtFacts.InnerBlocks(statement).SelectMany(StmtFacts.Loops).Any(loop => loop.Id == inner.Id));
        return behind.OfType<ExitIf>().Select(exit => exit.Condition).OfType<Read>().Select(read => read.Local).Distinct()
            .Where(flag => root.Body.Statements.Any(statement => statement is Declare declare && declare.Local == flag)
                && inside.Exists(statement => StmtFacts.Written(statement) == flag)
                && whole.TrueForAll(statement => StmtFacts.Written(statement) != flag || statement is Declare || Raises(statement, flag)));
    }

    private static bool Raises(Stmt statement, Local flag) => statement switch
    {
        Accumulate { Op: ReductionOp.Or } => true,
        Assign { Value: Constant { Bits: not 0 } } => true,
        Assign { Value: Binary { Op: BinaryOp.Or } either } => IsFlag(either.Left, flag) || IsFlag(either.Right, flag),
        Assign { Value: Select { Condition: var condition, WhenTrue: Constant { Bits: not 0 }, WhenFalse: var otherwise } } => condition.Type == ScalarType.Bool && IsFlag(otherwise, flag),
        _ => false,
    };

    private static bool IsFlag(Expr value, Local flag) => value is Read read && read.Local == flag;
}
