using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Buffers that a loop only updates, by an operator that may be re-associated, at elements that data says: histograms. It makes no difference then which of several copies an iteration updates, as long
/// as these are combined behind the loop, and iterations that hit one element no longer wait for each other.
/// </summary>
/// <remarks>
/// <code>
/// h[p[i]]++;                                       →   h: sum
/// int k = bin(x[i]); h[k] += w[i]; low[k] = Math.Min(low[k], w[i]);   →   h: sum, low: min
/// </code>
/// </remarks>
internal static class PrivateUpdates
{
    /// <summary>The copies are on the stack.</summary>
    private const int MostBuffers = 4;

    /// <summary>The buffers, or none where statements that lanes run one by one do anything else that keeps them in order.</summary>
    public static EquatableArray<PrivateCopies> Of(OneByOne lanes, ForLoop loop)
    {
        List<Stmt> statements = [.. StmtFacts.Descendants(lanes.Body)];
        if (statements.Any(statement => statement is not (Declare or Store or If)) || !StmtFacts.LocalsWritten(lanes.Body).IsSubsetOf(StmtFacts.LocalsDeclared(lanes.Body)))
        {
            return EquatableArray<PrivateCopies>.Empty;
        }

        var found = new List<PrivateCopies>();
        HashSet<int> varying = Uniformity.Varying(loop);
        if (!statements.OfType<Store>().Any(store => store.Subscripts.Any(subscript => Uniformity.IsVarying(subscript, varying))))
        {
            // Elements that are the same in all iterations are accumulators.
            return EquatableArray<PrivateCopies>.Empty;
        }

        foreach (IGrouping<Buffer, Store> stores in statements.OfType<Store>().GroupBy(store => store.Buffer))
        {
            if (Operator(stores) is not { } op)
            {
                return EquatableArray<PrivateCopies>.Empty;
            }

            found.Add(new(stores.Key, op));
        }

        // Nothing else may look at what is spread over several copies.
        int loads = LoadsOf(loop, [.. found.Select(copies => copies.Buffer)]);
        return found.Count <= MostBuffers && loads == statements.OfType<Store>().Count() ? found.ToEquatableArray() : EquatableArray<PrivateCopies>.Empty;
    }

    /// <summary>By which operator the loop updates the buffer, if it does nothing else with it; <see langword="null"/> otherwise.</summary>
    public static ReductionOp? Of(Buffer buffer, ForLoop loop)
    {
        List<Store> stores = [.. StmtFacts.Descendants(loop.Body).OfType<Store>().Where(store => store.Buffer == buffer)];
        return LoadsOf(loop, [buffer]) == stores.Count ? Operator(stores) : null;
    }

    private static int LoadsOf(ForLoop loop, IReadOnlyCollection<Buffer> buffers) =>
        StmtFacts.Descendants(loop.Body).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Count(load => buffers.Contains(load.Buffer));

    /// <summary>The operator of all of them.</summary>
    private static ReductionOp? Operator(IEnumerable<Store> stores) => stores.Select(Operator).Distinct().ToList() is [{ } op] ? op : null;

    /// <summary>By which the store combines the element with something else; <see langword="null"/> where it does not.</summary>
    private static ReductionOp? Operator(Store store)
    {
        Buffer buffer = store.Buffer;
        if (buffer.Rank != 1 || buffer.ElementType.IsFloat() || buffer.ElementType.Size() < 4 || store.Mask is not null
            || ExprFacts.SelfAndDescendants(store.Value).OfType<Load>().Where(load => load.Buffer == buffer).ToList() is not [var before] || before.Subscripts != store.Subscripts)
        {
            return null;
        }

        var old = new Local(-1, "before", buffer.ElementType);
        return Scans.Of(ExprRewriter.Rewrite(store.Value, node => node == before ? new Read(old) : null), old)?.Op;
    }
}
