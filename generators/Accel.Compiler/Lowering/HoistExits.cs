using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Brings tests that leave the loop in front of everything that the iteration stores, so that lanes can find out first whether one of them leaves.
/// </summary>
/// <remarks>
/// Takes a nest as read. The iteration that leaves runs as written in any case, so the test may come first where it reads nothing that the loop writes. Locals
/// that it reads are replaced by their values.
/// <code>
/// a[i] += b[i];  v = c[i] * 2;  leave if v &gt; b[i]   →   leave if c[i] * 2 &gt; b[i];  a[i] += b[i];  v = c[i] * 2
/// </code>
/// </remarks>
internal static class HoistExits
{
    public static ForLoop Run(ForLoop root)
    {
        List<Stmt> statements = root.Body.Statements.ToList();
        if (!StmtFacts.MayLeave(root) || AreFirst(root))
        {
            return root;
        }

        List<Stmt> all = StmtFacts.Descendants(root.Body).ToList();
        var stored = new HashSet<Buffer>(all.OfType<Store>().Select(store => store.Buffer));
        var values = new Dictionary<Local, Expr>();
        var exits = new List<Stmt>();
        var rest = new List<Stmt>();
        var replacer = new LocalReplacer(local => values.TryGetValue(local, out Expr? value) ? value : null);
        foreach (Stmt statement in statements)
        {
            if (statement is Declare { Value: { } value } declare && all.Count(other => StmtFacts.Written(other) == declare.Local) == 1)
            {
                values[declare.Local] = replacer.Of(value);
            }

            if (statement is not ExitIf exit)
            {
                rest.Add(statement);
                continue;
            }

            Expr condition = replacer.Of(exit.Condition);
            bool isFree = ExprFacts.LocalsRead(condition).All(local => local == root.Variable || all.All(other => StmtFacts.Written(other) != local))
                && !ExprFacts.SelfAndDescendants(condition).OfType<Load>().Any(load => stored.Contains(load.Buffer));
            if (!isFree || !Frontend.CompilationBudget.IsWithin(condition, Frontend.CompilationBudget.Definition))
            {
                return root;
            }

            exits.Add(new ExitIf(condition));
        }

        // Of buffers that are other memory: what one of them writes another may read.
        return root with { Body = new(exits.Concat(rest).ToEquatableArray()), NeedsDistinctBuffers = true };
    }

    /// <summary>Whether nothing is stored in front of a test.</summary>
    public static bool AreFirst(ForLoop loop) =>
        loop.Body.Statements.Reverse().SkipWhile(statement => statement is not ExitIf).All(statement => statement is ExitIf or Declare);
}
