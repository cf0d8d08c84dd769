using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Which locals have different values in different lanes of a vectorised loop.
/// </summary>
/// <remarks>
/// Takes a loop; guarantees that a local that is not in the set has, whenever it is read inside the loop, one value for all lanes.
/// <code>
/// for (i…) { float w = k[0]; float v = x[i]; y[i] = w * v; }   →   varying: i, v
/// </code>
/// </remarks>
internal static class Uniformity
{
    /// <summary>The ids of the varying locals.</summary>
    public static HashSet<int> Varying(ForLoop vectorLoop)
    {
        var varying = new HashSet<int> { vectorLoop.Variable.Id };

        // Whatever is assigned, each lane has its own.
        if (vectorLoop.Schedule.Vector is { } plan)
        {
            varying.UnionWith(plan.Carries.SelectMany(carry => carry.Locals).Concat(plan.Reductions.Select(reduction => reduction.Target)).Select(local => local.Id));
        }

        int before;
        do
        {
            before = varying.Count;
            Visit(vectorLoop.Body, isMasked: false, varying);
        }
        while (varying.Count != before);

        return varying;
    }

    public static bool IsVarying(Expr expr, HashSet<int> varying) => ExprFacts.LocalsRead(expr).Any(local => varying.Contains(local.Id));

    private static void Visit(Block block, bool isMasked, HashSet<int> varying)
    {
        // What lanes do one by one is scalar code.
        foreach (Stmt statement in block.Statements.Where(statement => statement is not OneByOne))
        {
            // All lanes that are in a loop are in the same iteration of it.
            bool isVarying = statement is ForLoop counted
                ? IsVarying(counted.Start, varying) || IsVarying(counted.Bound, varying)
                : isMasked || StmtFacts.Expressions(statement).Any(expr => IsVarying(expr, varying));
            if (isVarying && StmtFacts.Written(statement) is { } written)
            {
                varying.Add(written.Id);
            }

            bool inner = isMasked || (statement is If branch && IsVarying(branch.Condition, varying))
                || (statement is ForLoop { While: { } running } && varying.Contains(running.Id));
            foreach (Block body in StmtFacts.InnerBlocks(statement))
            {
                Visit(body, inner, varying);
            }
        }
    }
}
