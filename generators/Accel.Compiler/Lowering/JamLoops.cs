using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Unroll-and-jam: several iterations of a serial loop around a vectorized one run side by side inside it, so that an element which all of them update is loaded
/// and stored once.
/// </summary>
/// <remarks>
/// Takes a nest with schedules and masks. Guarantees the order of all updates of an element: the loop stores only elements that its own variable is not part of,
/// and an iteration of the vectorized loop meets no other iteration's. The nest's loops stay as they are; what runs side by side is beside them (<see cref="Jam"/>).
/// <code>
/// for (k…) vector for (j…) c[j] += a[k] * b[k, j];
/// →  for (k, four at a time) vector for (j…) { t = c[j];  t += a[k] * b[k, j];  t += a[k + 1] * b[k + 1, j];  …  c[j] = t; }
/// </code>
/// </remarks>
internal sealed class JamLoops : IrRewriter
{
    /// <summary>Operations of an iteration beyond which the values of four do not stay in registers.</summary>
    private const double MostCost = 8;

    private readonly IReadOnlyList<Access> _accesses;
    private int _nextLocal;

    private JamLoops(ForLoop root, int nextLocal)
    {
        _accesses = Accesses.Of(root);
        _nextLocal = nextLocal;
    }

    public static ForLoop Run(ForLoop root, int nextLocal) => new JamLoops(root, nextLocal).RewriteLoop(root);

    public override ForLoop RewriteLoop(ForLoop loop)
    {
        if (loop.Schedule.Vector is not null)
        {
            return loop;
        }

        List<Stmt> statements = loop.Body.Statements.ToList();
        return statements.Count > 0 && statements[statements.Count - 1] is ForLoop { Schedule.Vector: { } plan } inner && CanJam(loop, inner, plan)
            ? loop with { Schedule = loop.Schedule with { Jam = JamOf(loop, inner) }, NeedsDistinctBuffers = true }
            : base.RewriteLoop(loop);
    }

    private bool CanJam(ForLoop loop, ForLoop inner, VectorPlan plan)
    {
        List<Stmt> before = loop.Body.Statements.Take(loop.Body.Statements.Count - 1).ToList();
        List<Stmt> body = inner.Body.Statements.ToList();
        HashSet<Local> own = [loop.Variable, .. StmtFacts.LocalsWritten(loop.Body)];
        return loop is { Step: 1, IsIndependent: false, While: null, Schedule.IsParallel: false, Relation: LoopRelation.Less or LoopRelation.LessOrEqual }
            && before.All(statement => statement is Declare { Value: not null })
            && body.All(statement => statement is Declare { Value: not null } or Store { Mask: null }) && body.Any(statement => statement is Store)
            && plan.HasIndependentLanes
            && !new[] { inner.Start, inner.Bound }.Any(end => ExprFacts.LocalsRead(end).Any(own.Contains))
            && new LoopCosts(null).OfBlock(inner.Body) <= MostCost
            && AreUpdatesOfOneElement(loop, inner);
    }

    /// <summary>Whether what is stored are the same elements in each iteration of the loop, and no other iteration of the inner loop touches them.</summary>
    private bool AreUpdatesOfOneElement(ForLoop loop, ForLoop inner)
    {
        List<Access> inside = _accesses.Where(access => access.Loops.Any(around => around.Id == loop.Id)).ToList();
        HashSet<IR.Buffer> written = [.. inside.Where(access => access.IsWrite).Select(access => access.Buffer)];
        List<Access> touched = inside.Where(access => written.Contains(access.Buffer)).ToList();
        return touched.All(access => !access.IsGather && !access.IsAsked && access.Loops.Any(around => around.Id == inner.Id) && !access.Subscripts.Any(subscript => subscript.Contains(loop.Variable)))
            && touched.Where(access => access.IsWrite).All(store => touched.Where(access => access.Buffer == store.Buffer).All(access => MeetsOnlyItself(inner, store, access)));
    }

    private static bool MeetsOnlyItself(ForLoop inner, Access store, Access access)
    {
        Dependence dependence = Dependences.Test(inner, store, access);
        return dependence.Kind == DependenceKind.Independent || (dependence.Kind == DependenceKind.Distance && dependence.Distance == 0);
    }

    private Jam JamOf(ForLoop loop, ForLoop inner)
    {
        var before = new List<Stmt>();
        var body = new List<Stmt>();
        for (int k = 0; k < Jam.Factor; k++)
        {
            long ahead = k;
            var fresh = new Dictionary<Local, Local>();
            foreach (Local local in StmtFacts.LocalsDeclared(loop.Body).Where(local => local != inner.Variable).OrderBy(local => local.Id))
            {
                fresh.Add(local, local with { Id = _nextLocal++ });
            }

            var renamed = new LocalReplacer(local =>
                fresh.TryGetValue(local, out Local? other) ? new Read(other)
                : local == loop.Variable && ahead > 0 ? new Binary(BinaryOp.Add, new Read(local), Constant.Int(ahead, local.Type))
                : null);
            Block all = renamed.Rewrite(new Block(loop.Body.Statements.Take(loop.Body.Statements.Count - 1).Concat(inner.Body.Statements).ToEquatableArray()));
            IEnumerable<Stmt> declared = all.Statements.Select(statement => statement is Declare declare ? declare with { Local = fresh[declare.Local] } : statement);
            int count = loop.Body.Statements.Count - 1;
            before.AddRange(declared.Take(count));
            body.AddRange(declared.Skip(count));
        }

        return new(new Block(before.Append(inner with { Body = KeepStored(body) }).ToEquatableArray()));
    }

    /// <summary>What has been stored is read from a local from then on, and of several stores to one element the last remains.</summary>
    private Block KeepStored(List<Stmt> statements)
    {
        var stored = new Dictionary<Load, Local>();
        var kept = new List<Stmt>();
        foreach (Stmt statement in statements)
        {
            Stmt current = ExprMapper.Of(statement, value => ExprRewriter.Rewrite(value, node => node is Load load && stored.TryGetValue(load, out Local? local) ? new Read(local) : null));
            if (current is not Store store)
            {
                kept.Add(current);
                continue;
            }

            var element = new Load(store.Buffer, store.Subscripts);
            var value = new Local(_nextLocal++, store.Buffer.Name, store.Buffer.ElementType);
            kept.Add(new Declare(value, store.Value));
            stored[element] = value;
        }

        kept.AddRange(stored.OrderBy(pair => pair.Value.Id).Select(pair => new Store(pair.Key.Buffer, pair.Key.Subscripts, new Read(pair.Value))));
        return new(kept.ToEquatableArray());
    }
}
