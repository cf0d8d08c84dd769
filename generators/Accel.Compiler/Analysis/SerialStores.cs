using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>
/// A recurrence through memory: a store whose value is computed from what earlier iterations stored. Its lanes run one after the other; what it is computed
/// from otherwise, and the rest of the loop, runs as vectors.
/// </summary>
/// <param name="Statement">The store, of which an iteration runs exactly one.</param>
/// <param name="Kept">The elements stored before that it reads, by the number of iterations since.</param>
internal sealed record SerialStore(Store Statement, EquatableArray<KeptElement> Kept)
{
    public Buffer Buffer => Statement.Buffer;

    /// <summary>How many of the last values are kept in locals.</summary>
    public int Depth => Kept.Count == 0 ? 0 : Kept.Max(kept => kept.Distance);

    /// <summary>How lanes compute the values side by side; <see langword="null"/> where they take turns.</summary>
    public Scan? Scan { get; init; }
}

/// <summary>An element that an earlier iteration stored.</summary>
/// <param name="Load">Its load.</param>
/// <param name="Distance">How many iterations ago it was stored.</param>
internal sealed record KeptElement(Load Load, int Distance);

/// <summary>Finds recurrences through memory, and what lanes can compute of them side by side.</summary>
/// <remarks>
/// Takes an innermost loop. Guarantees that the statement found is the only one that writes the buffer, and runs in every iteration.
/// <code>
/// b[i] = b[i - 1] + x[i] * y[i]     the product as vectors, then lane after lane the sum, with b[i - 1] in a local
/// </code>
/// </remarks>
internal static class SerialStores
{
    private const int MostKept = 4;

    /// <summary>The recurrence that a buffer goes through, or <see langword="null"/>.</summary>
    public static SerialStore? Of(ForLoop loop, Buffer buffer)
    {
        List<Stmt> all = StmtFacts.Descendants(loop.Body).ToList();
        if (all.OfType<ForLoop>().Any() || buffer.ElementType == ScalarType.Bool
            || all.OfType<Store>().Where(store => store.Buffer == buffer).ToList() is not [{ Mask: null } statement]
            || !loop.Body.Statements.Any(top => ReferenceEquals(top, statement))
            || statement.Subscripts.Any(ExprFacts.IsIndexed)
            || !IsRecurrence(statement.Value))
        {
            return null;
        }

        List<Load> own = OwnLoads(statement).ToList();
        var kept = own.Select(load => (Load: load, Distance: Distance(loop, statement, load)))
            .Where(item => item.Distance is >= 1 and <= MostKept)
            .Select(item => new KeptElement(item.Load, (int)item.Distance!)).Distinct().ToEquatableArray();

        // Without one the lanes would gain nothing by taking turns.
        return kept.Count == 0 ? null : new(statement, kept);
    }

    /// <summary>The recurrence with its scan, where it only combines what the iteration before stored with what no iteration of a group of lanes stores.</summary>
    public static SerialStore WithScan(SerialStore serial, ForLoop loop)
    {
        Store store = serial.Statement;
        if (serial.Kept is not [{ Distance: 1 } kept] || store.Mask is not null || !OwnLoads(store).All(load => load == kept.Load || Distance(loop, store, load) <= 0))
        {
            return serial;
        }

        var before = new Local(-1, "before", store.Buffer.ElementType);
        return serial with { Scan = Scans.Of(ExprRewriter.Rewrite(store.Value, node => node == kept.Load ? new Read(before) : null), before) };
    }

    /// <summary>Whether nothing of the loop is left to vectors.</summary>
    public static bool AreAll(ForLoop loop)
    {
        HashSet<int> varying = Uniformity.Varying(loop);
        return loop.Schedule.Vector is { SerialStores: { Count: > 0 } serial } && loop.Body.Statements.All(statement =>
            (statement is Declare fixedValue && !varying.Contains(fixedValue.Local.Id)) || (statement is Store store && serial.Any(item => item.Statement == store && item.Scan is null) && Inputs(store, expr => Uniformity.IsVarying(expr, varying)).Count == 0));
    }

    /// <summary>
    /// The load of what was stored exactly so many iterations before, in the value of the loop's only store: of a group of so many lanes the vector stored last.
    /// </summary>
    public static (Store Store, Load Load)? AtDistance(ForLoop loop, int lanes)
    {
        if (StmtFacts.Descendants(loop.Body).OfType<Store>().ToList() is not [{ Mask: null } store] || !loop.Body.Statements.Any(top => ReferenceEquals(top, store))
            || StmtFacts.Loops(loop.Body).Any())
        {
            return null;
        }

        Expr last = store.Subscripts[store.Subscripts.Count - 1];
        bool isRow = AffineForm.Of(last)?.CoefficientOf(loop.Variable) * loop.Step == 1
            && store.Subscripts.Take(store.Subscripts.Count - 1).All(subscript => !ExprFacts.Reads(subscript, loop.Variable));
        return isRow && OwnLoads(store).FirstOrDefault(load => Distance(loop, store, load) == lanes) is { } found ? (store, found) : null;
    }

    /// <summary>The loads of the buffer that the store writes.</summary>
    public static IEnumerable<Load> OwnLoads(Store statement) =>
        ExprFacts.SelfAndDescendants(statement.Value).OfType<Load>().Where(load => load.Buffer == statement.Buffer);

    /// <summary>The largest parts of the value with something to compute that do not read the buffer: for vectors.</summary>
    public static IReadOnlyList<Expr> Inputs(Store statement, Func<Expr, bool> isVarying) =>
        Inputs(statement.Value, expr => ReadsBuffer(expr, statement.Buffer), isVarying);

    /// <summary>The same of the value of a local that is computed from its value before.</summary>
    public static IReadOnlyList<Expr> Inputs(Expr value, Local before, Func<Expr, bool> isVarying) => Inputs(value, expr => ExprFacts.Reads(expr, before), isVarying);

    /// <summary>Whether scalar code can compute the value from locals that are numbers.</summary>
    public static bool IsRecurrence(Expr value) => value.Type != ScalarType.Bool && !Nodes(value).OfType<Read>().Any(read => read.Type == ScalarType.Bool);

    private static IReadOnlyList<Expr> Inputs(Expr value, Func<Expr, bool> isOwn, Func<Expr, bool> isVarying)
    {
        var inputs = new List<Expr>();
        Visit(value);
        return inputs.Distinct().ToList();

        void Visit(Expr expr)
        {
            if (expr.Type != ScalarType.Bool && expr is not (Constant or Load or Length) && isVarying(expr) && !isOwn(expr) && expr is not IR.Convert { Operand: Load })
            {
                inputs.Add(expr);
                return;
            }

            if (expr is not Load)
            {
                foreach (Expr operand in ExprFacts.Operands(expr))
                {
                    Visit(operand);
                }
            }
        }
    }

    /// <summary>How many iterations before the load's the element was stored, where that is one number; negative where it will be.</summary>
    private static long? Distance(ForLoop loop, Store store, Load load)
    {
        long? distance = null;
        for (int dimension = 0; dimension < store.Subscripts.Count; dimension++)
        {
            if (AffineForm.Of(store.Subscripts[dimension]) is not { } stored || AffineForm.Of(load.Subscripts[dimension]) is not { } loaded
                || stored.CoefficientOf(loop.Variable) is not { } factor || loaded.CoefficientOf(loop.Variable) != factor
                || stored.Minus(loaded) is not { IsConstant: true, Constant: var constant })
            {
                return null;
            }

            long stride = factor * loop.Step;
            if (stride == 0 ? constant != 0 : constant % stride != 0)
            {
                return null;
            }

            if (stride != 0 && (distance ??= constant / stride) != constant / stride)
            {
                return null;
            }
        }

        return distance;
    }

    private static bool ReadsBuffer(Expr expr, Buffer buffer) => ExprFacts.SelfAndDescendants(expr).OfType<Load>().Any(load => load.Buffer == buffer);

    /// <summary>What is computed lane after lane at most: the nodes above the loads.</summary>
    private static IEnumerable<Expr> Nodes(Expr expr) => new[] { expr }.Concat(expr is Load ? [] : ExprFacts.Operands(expr).SelectMany(Nodes));
}
