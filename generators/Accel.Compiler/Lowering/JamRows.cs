using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Register blocking: four iterations of an outermost loop whose iterations are independent run side by side inside the loops that they all have, so that what
/// they load in common is loaded once.
/// </summary>
/// <remarks>
/// Takes a nest with schedules, masks and jammed loops. Guarantees the order of everything that happens to one element, since iterations share none that is written;
/// where that rests on a condition at run time, the vector code asks for it (<see cref="Jam.NeedsIndependence"/>). The nest's loops stay as they are.
/// <code>
/// for (i…) vector for (j…) { s = 0;  for (k…) s += a[i, k] * b[k, j];  c[i, j] = s; }
/// →  for (i, four at a time) vector for (j…) { s0 = 0; …  for (k…) { t = b[k, j];  s0 += a[i, k] * t;  s1 += a[i + 1, k] * t; … }  c[i, j] = s0; … }
/// </code>
/// </remarks>
internal sealed class JamRows
{
    /// <summary>Operations of an innermost iteration beyond which the values of four do not stay in registers.</summary>
    private const double MostCost = 8;

    /// <summary>Of the loads of four iterations, the part that must be left when what they share is loaded once.</summary>
    private const double MostLoads = 0.75;

    /// <summary>Vectors that should be computed side by side: what two units with a latency of four cycles take.</summary>
    private const int Chains = 8;

    private static readonly int[] Iterations = [.. Enumerable.Range(0, Jam.Factor)];

    private readonly ForLoop _root;
    private readonly Dictionary<Local, Local>[] _copies = [.. Iterations.Select(_ => new Dictionary<Local, Local>())];
    private int _nextLocal;

    private JamRows(ForLoop root, int nextLocal)
    {
        _root = root;
        _nextLocal = nextLocal;
    }

    public static ForLoop Run(ForLoop root, int nextLocal)
    {
        Block body = root.Schedule.Tiling?.Body ?? root.Body;
        if (!CanJam(root, body))
        {
            // Without it tiles gain little: a tile comes from the next cache while its elements are used once.
            return root with { Schedule = root.Schedule with { Tiling = null } };
        }

        Block jammed = new JamRows(root, nextLocal).Together(body);
        return root with { Schedule = root.Schedule with { Jam = new(jammed) { NeedsIndependence = true } } };
    }

    private static bool CanJam(ForLoop root, Block body)
    {
        List<ForLoop> inner = StmtFacts.Loops(body).ToList();
        HashSet<Local> declared = StmtFacts.LocalsDeclared(body);
        HashSet<Local> own = [root.Variable, .. declared.Except(inner.Select(loop => loop.Variable))];
        return root.Schedule is { IsParallel: true, Vector: null, Jam: null }
            && inner.Any(loop => loop.Schedule.Vector is not null)
            && StmtFacts.LocalsWritten(body).All(declared.Contains)
            && StmtFacts.Descendants(body).All(IsSupported)
            && inner.All(loop => !new[] { loop.Start, loop.Bound }.SelectMany(ExprFacts.LocalsRead).Any(own.Contains))
            && inner.Where(IsInnermost).All(loop => new LoopCosts(null).OfBlock(loop.Body) <= MostCost)
            && inner.Any(loop => IsInnermost(loop) && SharesLoads(loop, root));
    }

    private static bool IsSupported(Stmt statement) => statement switch
    {
        Declare { Value: not null } or Assign or Store { Mask: null } or Accumulate { Mask: null } => true,
        ForLoop { Schedule.Vector: { } plan } => plan.HasIndependentLanes,
        ForLoop { While: null } => true,
        _ => false,
    };

    private static bool IsInnermost(ForLoop loop) => !StmtFacts.Loops(loop.Body).Any();

    private static bool SharesLoads(ForLoop loop, ForLoop root)
    {
        List<Load> loads = Loads(loop.Body).ToList();
        HashSet<LoadKey> alone = [.. loads.Select(LoadKey.Of)];
        HashSet<LoadKey> together = [.. Iterations.SelectMany(k => loads.Select(load => LoadKey.Of((Load)Ahead(root, k).Of(load))))];
        return together.Count <= MostLoads * Jam.Factor * alone.Count && alone.Count > 0;
    }

    private static IEnumerable<Load> Loads(Block block) => block.Statements.SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>();

    private static LocalReplacer Ahead(ForLoop root, int iterations) => new(local => local == root.Variable ? VariableAhead(root, iterations) : null);

    private static Expr VariableAhead(ForLoop root, int iterations)
    {
        var variable = new Read(root.Variable);
        return iterations == 0 ? variable : new Binary(BinaryOp.Add, variable, Constant.Int(iterations * root.Step, variable.Type));
    }

    /// <summary>Each statement four times, one for each iteration, values in front of stores; a loop once, with its body so.</summary>
    private Block Together(Block block)
    {
        var statements = new List<Stmt>();
        var values = new List<Stmt>();
        foreach (Stmt statement in block.Statements)
        {
            if (statement is not (ForLoop or Store))
            {
                values.AddRange(Iterations.Select(k => Copy(statement, k)));
                continue;
            }

            if (statement is Store stored)
            {
                var value = new Local(_nextLocal++, stored.Buffer.Name, stored.Value.Type);
                values.AddRange(Iterations.Select(k => Copy(new Declare(value, stored.Value), k)));
                statements.AddRange(LoadOnce(values));
                statements.AddRange(Iterations.Select(k => Copy(stored with { Value = new Read(value) }, k)));
            }
            else
            {
                statements.AddRange(LoadOnce(values));
                statements.Add(Together((ForLoop)statement));
            }

            values.Clear();
        }

        return new(statements.Concat(LoadOnce(values)).ToEquatableArray());
    }

    private ForLoop Together(ForLoop loop) => loop with
    {
        Body = Together(loop.Body),
        Schedule = loop.Schedule with
        {
            Vector = loop.Schedule.Vector is { } plan ? plan with { Interleave = Interleave(loop, plan) } : null,
            Jam = loop.Schedule.Jam is { } jam ? jam with { Body = Together(jam.Body) } : null,
        },
    };

    // The chains of an iteration are the locals that pass through a loop inside it, or else the elements that it stores.
    private static int Interleave(ForLoop loop, VectorPlan plan)
    {
        int carried = StmtFacts.Descendants(loop.Body).Where(statement => statement is Assign or Accumulate).Select(StmtFacts.Written).Distinct().Count();
        int chains = Jam.Factor * Math.Max(1, Math.Max(carried, loop.Body.Statements.Count(statement => statement is Store)));
        return Math.Max(1, Math.Min(plan.Interleave, Chains / chains));
    }

    private Stmt Copy(Stmt statement, int iteration)
    {
        Dictionary<Local, Local> fresh = _copies[iteration];
        if (statement is Declare { Local: var declared })
        {
            fresh[declared] = declared with { Id = _nextLocal++ };
        }

        var replacer = new LocalReplacer(local => fresh.TryGetValue(local, out Local? own) ? new Read(own) : local == _root.Variable ? VariableAhead(_root, iteration) : null);
        Stmt copy = ExprMapper.Of(statement, replacer.Of);
        return copy switch
        {
            Declare declare => declare with { Local = fresh[declare.Local] },
            Assign assign => assign with { Local = fresh[assign.Local] },
            Accumulate accumulate => accumulate with { Target = fresh[accumulate.Target] },
            _ => copy,
        };
    }

    /// <summary>An element that several of these statements load is loaded by the first into a local. They store nothing.</summary>
    private List<Stmt> LoadOnce(List<Stmt> statements)
    {
        HashSet<Local> changed = [.. statements.Where(statement => statement is Assign or Accumulate).Select(statement => StmtFacts.Written(statement)!)];
        Dictionary<LoadKey, int> counts = statements.SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>()
            .Where(load => !ExprFacts.LocalsRead(load).Any(changed.Contains)).GroupBy(LoadKey.Of).ToDictionary(group => group.Key, group => group.Count());
        var locals = new Dictionary<LoadKey, Local>();
        var result = new List<Stmt>();
        foreach (Stmt statement in statements)
        {
            result.Add(ExprMapper.Of(statement, value => ExprRewriter.Rewrite(value, node => node is Load load ? Once(load) : null)));
        }

        return result;

        Expr? Once(Load load)
        {
            var key = LoadKey.Of(load);
            if (!counts.TryGetValue(key, out int count) || count < 2)
            {
                return null;
            }

            if (!locals.TryGetValue(key, out Local? local))
            {
                local = new(_nextLocal++, load.Buffer.Name, load.Type);
                locals.Add(key, local);
                result.Add(new Declare(local, load));
            }

            return new Read(local);
        }
    }

    /// <summary>An element, however its subscripts are written.</summary>
    private sealed record LoadKey(IR.Buffer Buffer, EquatableArray<AffineForm> Forms, EquatableArray<Expr> Subscripts)
    {
        public static LoadKey Of(Load load)
        {
            List<AffineForm?> forms = load.Subscripts.Select(AffineForm.Of).ToList();
            return forms.All(form => form is not null)
                ? new(load.Buffer, forms.Select(form => form!).ToEquatableArray(), EquatableArray<Expr>.Empty)
                : new(load.Buffer, EquatableArray<AffineForm>.Empty, load.Subscripts);
        }
    }
}
