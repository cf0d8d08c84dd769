using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Brings a local that an iteration reads before it assigns it into the form in which lanes can hold it: its new value is computed in front of the first
/// read, into a local of its own, and assigned last.
/// </summary>
/// <remarks>
/// Takes a nest with reductions recognised. Guarantees that iterations compute what they did. Only in innermost loops, and only where nothing on the way changes
/// what the new value reads. It may be computed from the old one: then lanes compute it one after the other.
/// <code>
/// a[i] = (b[i] + x) * 0.5f;  x = b[i];    →    n = b[i];  a[i] = (b[i] + x) * 0.5f;  x = n;
/// x = b[i];  a[i] = x;                    →    n = b[i];  a[i] = n;  x = n;
/// if (b[i] &gt; 0) x = b[i];  a[i] = x;      →    n = select(b[i] &gt; 0, b[i], x);  a[i] = n;  x = n;
/// if (b[i] &gt; 0) x++; else y++;            →    if (b[i] &gt; 0) x++;  if (b[i] &gt; 0) { } else y++;   and each as above
/// </code>
/// </remarks>
internal sealed class CarryValues : IrRewriter
{
    private int _nextLocal;

    private CarryValues(int nextLocal) => _nextLocal = nextLocal;

    public static ForLoop Run(ForLoop root, int nextLocal) => new CarryValues(nextLocal).RewriteLoop(root);

    public override ForLoop RewriteLoop(ForLoop loop)
    {
        if (StmtFacts.Loops(loop.Body).Any() || StmtFacts.MayLeave(loop) || loop.While is not null)
        {
            return base.RewriteLoop(loop);
        }

        // A value may be that of another carried local, which then must have come to its form first.
        EquatableArray<LaneCarry> held = LaneCarries.Of(loop);
        var left = CarriedScalars.Of(loop).Where(local => !held.Any(carry => carry.Locals.Contains(local))).ToList();
        ForLoop split = Split(loop, left);
        (ForLoop result, List<Local> stay) = Carry(split, left);
        return split != loop && stay.Count > 0 ? Carry(loop, left).Loop : result;
    }

    private (ForLoop Loop, List<Local> Left) Carry(ForLoop loop, IEnumerable<Local> locals)
    {
        var left = locals.ToList();
        for (bool isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (Local local in left.ToList())
            {
                if (Carried(loop, local) is { } carried)
                {
                    loop = carried;
                    left.Remove(local);
                    isChanged = true;
                }
            }
        }

        return (loop, left);
    }

    /// <summary>A condition of its own for each of several locals that branches assign, and do nothing else.</summary>
    private static ForLoop Split(ForLoop loop, List<Local> locals) =>
        loop with { Body = new(loop.Body.Statements.SelectMany(statement => statement is If branch ? Split(branch, locals) : [statement]).ToEquatableArray()) };

    private static IEnumerable<Stmt> Split(If branch, List<Local> locals)
    {
        List<Assign> assigns = [.. branch.Then.Statements.Concat(branch.Else.Statements).OfType<Assign>()];
        List<Local> assigned = [.. assigns.Select(assign => assign.Local).Distinct()];
        bool isOnlyThat = assigns.Count == branch.Then.Statements.Count + branch.Else.Statements.Count && assigned.Count > 1 && assigned.All(locals.Contains)
            && new[] { branch.Then, branch.Else }.All(block => block.Statements.Cast<Assign>().Select(assign => assign.Local).Distinct().Count() == block.Statements.Count);

        // One after the other they must find what all of them found in front of the branch.
        return isOnlyThat && !assigned.Any(local => ExprFacts.Reads(branch.Condition, local)) && assigns.All(assign => assigned.All(local => local == assign.Local || !ExprFacts.Reads(assign.Value, local)))
            ? assigned.Select(local => branch with { Then = Only(branch.Then, local), Else = Only(branch.Else, local) })
            : [branch];
    }

    private static Block Only(Block block, Local local) => new(block.Statements.Where(statement => statement is Assign assign && assign.Local == local).ToEquatableArray());

    private ForLoop? Carried(ForLoop loop, Local local)
    {
        List<Stmt> statements = loop.Body.Statements.ToList();
        int assigned = statements.FindIndex(statement => Assigned(statement, local) is not null);
        if (assigned < 0 || local.Type == ScalarType.Bool || Writes(loop.Body, local) != Writes(Block.Of(statements[assigned]), local))
        {
            return null;
        }

        int first = Math.Min(assigned, statements.FindIndex(statement => Reads(statement, local)));
        Expr? value = first < 0 ? null : WithDefinitions(Assigned(statements[assigned], local)!, statements, first, assigned);
        if (value is not null && ExprFacts.Reads(value, local) && !SerialStores.IsRecurrence(value))
        {
            return null;
        }

        if (value is null || !IsSame(value, statements, first, assigned))
        {
            return null;
        }

        var next = new Local(_nextLocal++, local.Name, local.Type);
        List<Stmt> between = statements.GetRange(first, assigned - first);
        var toNext = new LocalReplacer(read => read == local ? new Read(next) : null);
        Stmt[] ordered =
        [
            .. statements.Take(first),
            new Declare(next, value),
            .. between,
            .. toNext.Rewrite(new Block(statements.Skip(assigned + 1).ToEquatableArray())).Statements,
            new Assign(local, new Read(next)),
        ];
        bool passesStores = ExprFacts.ReadsMemory(value) && StmtFacts.Descendants(new(between.ToEquatableArray())).Any(statement => statement is Store);
        return loop with { Body = new(ordered.ToEquatableArray()), NeedsDistinctBuffers = loop.NeedsDistinctBuffers || passesStores };
    }

    /// <summary>The value that a statement assigns to the local, which under a condition is its own otherwise; <see langword="null"/> where it does anything else.</summary>
    private static Expr? Assigned(Stmt statement, Local local) => statement switch
    {
        Assign assign when assign.Local == local => assign.Value,
        If { Then.Statements: { Count: 1 } then, Else.Statements.Count: 0 } branch when then[0] is Assign assign && assign.Local == local =>
            new Select(branch.Condition, assign.Value, new Read(local)),
        If { Then.Statements: { Count: 1 } then, Else.Statements: { Count: 1 } otherwise } branch when then[0] is Assign one && otherwise[0] is Assign other && one.Local == local && other.Local == local =>
            new Select(branch.Condition, one.Value, other.Value),
        If { Then.Statements.Count: 0, Else.Statements: { Count: 1 } otherwise } branch when otherwise[0] is Assign assign && assign.Local == local =>
            new Select(branch.Condition, new Read(local), assign.Value),
        _ => null,
    };

    private static int Writes(Block block, Local local) => StmtFacts.Descendants(block).Count(statement => StmtFacts.Written(statement) == local);

    /// <summary>The value with locals that are declared on the way replaced by their values.</summary>
    private static Expr? WithDefinitions(Expr value, List<Stmt> statements, int first, int assigned)
    {
        var definitions = new Dictionary<Local, Expr>();
        List<Local> written = StmtFacts.Descendants(new(statements.ToEquatableArray())).Select(StmtFacts.Written).Where(local => local is not null).Select(local => local!).ToList();
        IEnumerable<Declare> declares = statements.GetRange(first, assigned - first).OfType<Declare>().Where(declare => declare.Value is not null);
        foreach (Declare declare in declares.Where(declare => written.Count(local => local == declare.Local) == 1))
        {
            definitions[declare.Local] = Substituted(declare.Value!);
        }

        Expr result = Substituted(value);
        return Frontend.CompilationBudget.IsWithin(result, Frontend.CompilationBudget.Definition) ? result : null;

        Expr Substituted(Expr expression) =>
            ExprRewriter.Rewrite(expression, node => node is Read read && definitions.TryGetValue(read.Local, out Expr? definition) ? definition : null);
    }

    /// <summary>Whether the value is the same in front of the first read as where it is assigned, and known there.</summary>
    private static bool IsSame(Expr value, List<Stmt> statements, int first, int assigned)
    {
        var between = new Block(statements.GetRange(first, assigned - first).ToEquatableArray());
        HashSet<Local> written = StmtFacts.LocalsWritten(between);
        if (ExprFacts.LocalsRead(value).Any(written.Contains))
        {
            return false;
        }

        var stored = new HashSet<IR.Buffer>(StmtFacts.Descendants(between).OfType<Store>().Select(store => store.Buffer));
        return !ExprFacts.SelfAndDescendants(value).OfType<Load>().Any(load => stored.Contains(load.Buffer));
    }

    private static bool Reads(Stmt statement, Local local) =>
        StmtFacts.Descendants(Block.Of(statement)).SelectMany(StmtFacts.Expressions).Any(expr => ExprFacts.Reads(expr, local));
}
