using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Statements of an innermost loop whose iterations have to keep their order, as one statement that lanes run one by one; the rest of the loop remains for vectors.
/// </summary>
/// <remarks>
/// Takes an innermost loop that is never left early. Guarantees that whatever passes from one iteration to another, through locals or memory, does so inside that statement, so that nothing stands against
/// lanes but that buffers might share memory.
/// <code>
/// v = sqrt(x[i]);  if (v &gt; t) { y[k] = v; k = k + 1; }  z[i] = v;   →   v = sqrt(x[i]);  one by one { if (v &gt; t) { y[k] = v; k = k + 1; } }  z[i] = v;
/// bins[index[i]] = bins[index[i]] + 1;                            →   one by one { bins[…] = bins[…] + 1; }
/// </code>
/// </remarks>
internal static class OrderLanes
{
    /// <param name="loop">The loop.</param>
    /// <param name="inOrder">The locals and the buffers through which something passes from one iteration to the next.</param>
    /// <returns>The loop, or <see langword="null"/> where all of it would have to keep its order.</returns>
    public static ForLoop? Run(ForLoop loop, (IReadOnlyCollection<Local> Locals, IReadOnlyCollection<Buffer> Buffers) inOrder)
    {
        List<Stmt> statements = [.. loop.Body.Statements];
        List<int> touching = [.. Enumerable.Range(0, statements.Count).Where(i => inOrder.Locals.Any(local => StmtFacts.Mentions(statements[i], local)) || inOrder.Buffers.Any(buffer => Accessed(statements[i]).Contains(buffer)))];
        if (touching.Count == 0)
        {
            return null;
        }

        (int first, int last) = (touching[0], touching[touching.Count - 1]);
        while (true)
        {
            // What is written inside is for the inside.
            HashSet<Local> written = StmtFacts.LocalsWritten(new(statements.GetRange(first, last - first + 1).ToEquatableArray()));
            List<int> reading = [.. Enumerable.Range(0, statements.Count).Where(i => (i < first || i > last) && written.Any(local => StmtFacts.Mentions(statements[i], local)))];
            if (reading.Count == 0)
            {
                break;
            }

            (first, last) = (Math.Min(first, reading[0]), Math.Max(last, reading[reading.Count - 1]));
        }

        var lanes = new OneByOne(new(statements.GetRange(first, last - first + 1).ToEquatableArray()));
        return loop with
        {
            Body = new(statements.Take(first).Append(lanes).Concat(statements.Skip(last + 1)).ToEquatableArray()),

            // What lanes compute beforehand is read before any of them stores.
            NeedsDistinctBuffers = loop.NeedsDistinctBuffers || StmtFacts.Descendants(lanes.Body).OfType<Store>().Any(),
        };
    }

    private static IEnumerable<Buffer> Accessed(Stmt statement) => StmtFacts.Descendants(Block.Of(statement)).SelectMany(inner =>
        StmtFacts.Expressions(inner).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>().Select(load => load.Buffer).Concat(inner is Store store ? [store.Buffer] : []));
}
