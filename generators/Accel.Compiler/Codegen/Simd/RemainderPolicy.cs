using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Codegen.Simd;

/// <summary>
/// How the last iterations of a vectorised loop run, which are fewer than a lane group has lanes. One by one costs up to a group's number of
/// scalar iterations; one masked group costs a call per access. So cheap bodies with few lanes go one by one.
/// </summary>
internal static class RemainderPolicy
{
    private const int MaxScalarLanes = 16;

    public static bool IsMasked(VectorLoop loop)
    {
        // What passes from one iteration to the next would pass through lanes that there are not.
        if (loop.Plan.Carries.Count > 0 || loop.Plan.SerialStores.Count > 0 || StmtFacts.IsPartlyOneByOne(loop.Loop))
        {
            return false;
        }

        if (loop.Layout.Lanes > MaxScalarLanes)
        {
            return true;
        }

        return HasCostlyElements(loop);
    }

    /// <summary>Whether an iteration takes long by itself.</summary>
    public static bool HasCostlyElements(VectorLoop loop)
    {
        IEnumerable<Stmt> statements = StmtFacts.Descendants(loop.Loop.Body);
        return statements.Any(statement => statement is ForLoop
            || StmtFacts.Expressions(statement).SelectMany(ExprFacts.SelfAndDescendants).Any(IsCostly));
    }

    private static bool IsCostly(Expr expression) => expression is Call call && call.Function.IsElementary();
}
