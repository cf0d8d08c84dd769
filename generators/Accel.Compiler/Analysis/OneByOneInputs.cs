using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>
/// What lanes that run statements one by one can compute beforehand, side by side: the largest parts of their expressions that differ between lanes, have something to compute, and read nothing that
/// these statements write.
/// </summary>
/// <remarks>
/// <code>
/// if (x[i] * x[i] &gt; t) y[k++] = x[i] + 1;      →   x[i] * x[i] &gt; t,  x[i] + 1
/// bins[(int)((x[i] - low) / width)]++;         →   (int)((x[i] - low) / width)
/// </code>
/// </remarks>
internal static class OneByOneInputs
{
    /// <summary>Less is as soon computed by each lane.</summary>
    private const double LeastCost = 3;

    public static IReadOnlyList<Expr> Of(OneByOne lanes, ForLoop loop, HashSet<int> varying)
    {
        Local variable = loop.Variable;
        List<Stmt> statements = [.. StmtFacts.Descendants(lanes.Body)];
        HashSet<Local> written = StmtFacts.LocalsWritten(lanes.Body);
        HashSet<Buffer> stored = [.. statements.OfType<Store>().Select(store => store.Buffer)];
        var inputs = new List<Expr>();
        foreach (Expr expression in statements.SelectMany(StmtFacts.Expressions))
        {
            Visit(expression);
        }

        return inputs.Distinct().ToList();

        void Visit(Expr expr)
        {
            if (!Uniformity.IsVarying(expr, varying))
            {
                return;
            }

            if (IsInput(expr))
            {
                inputs.Add(expr);
                return;
            }

            foreach (Expr operand in ExprFacts.Operands(expr))
            {
                Visit(operand);
            }
        }

        // Locals of lanes are in registers; what lies in memory each lane takes from there.
        bool IsInput(Expr expr) => expr is not (Load or Within or Constant) && !IsWidenedLoad(expr) && (ReadsLanes(expr) || IsCostly(expr)) && IsIndependent(expr);

        bool ReadsLanes(Expr expr) => ExprFacts.LocalsRead(expr).Any(local => local != variable && varying.Contains(local.Id));

        bool IsIndependent(Expr expr) => ExprFacts.SelfAndDescendants(expr).All(part => part switch
        {
            Read read => !written.Contains(read.Local),
            Load load => !stored.Contains(load.Buffer) || AheadOfCounter.Of(load, statements, loop) is not null,
            _ => true,
        });
    }

    /// <summary>Whether anything is done side by side: beside what lanes do one by one, or for it.</summary>
    public static bool LeavesWorkForVectors(ForLoop loop)
    {
        HashSet<int> varying = Uniformity.Varying(loop);
        return loop.Body.Statements.Any(statement => statement switch
        {
            OneByOne lanes => Of(lanes, loop, varying).Count > 0,
            Declare or Assign => false,
            _ => StmtFacts.Descendants(Block.Of(statement)).SelectMany(StmtFacts.Expressions).Any(expr => Uniformity.IsVarying(expr, varying)),
        });
    }

    /// <summary>The branch that is all that lanes do one by one, where its condition is among what is computed beforehand; else <see langword="null"/>.</summary>
    public static If? BranchOf(OneByOne lanes, IReadOnlyList<Expr> inputs) => lanes.Body.Statements is [If branch] && inputs.Contains(branch.Condition) ? branch : null;

    /// <summary>An element of a narrower type: to load it is to widen it.</summary>
    private static bool IsWidenedLoad(Expr expr) => expr is IR.Convert { Operand: Load or IR.Convert } convert && convert.Type.IsInteger() && convert.Operand.Type.IsInteger() && convert.Type.Size() >= convert.Operand.Type.Size()
        && (convert.Operand is Load || IsWidenedLoad(convert.Operand));

    /// <summary>Whether more is computed than a lane does as soon; to look at what is in memory takes a branch on it.</summary>
    private static bool IsCostly(Expr expr) => expr.Type == ScalarType.Bool ? ExprFacts.ReadsMemory(expr) : new LoopCosts(null).OfExpr(expr) >= LeastCost;

    /// <summary>The statements with a value in place of each input.</summary>
    public static Block WithInputs(Block block, Func<Expr, Expr?> value) => new Replacer(value).Rewrite(block);

    private sealed class Replacer(Func<Expr, Expr?> value) : IrRewriter
    {
        protected override IEnumerable<Stmt> Rewrite(Stmt statement) => base.Rewrite(ExprMapper.Of(statement, expr => ExprRewriter.Rewrite(expr, value)));
    }
}
