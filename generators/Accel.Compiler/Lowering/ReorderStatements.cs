using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Node splitting and statement reordering: brings the statements of an innermost loop into an order in which each of them may run for all
/// lanes before the next one.
/// </summary>
/// <remarks>
/// Takes a loop without inner loops. Guarantees that an iteration computes what it did, and that the source of every dependence the loop carries
/// stands before its sink. Loads of what the loop writes become statements of their own, and locals that are written several times one local each;
/// then the statements are sorted by their dependences, otherwise as they were. A cycle of dependences has no such order.
/// <code>
/// a[i] = b[i - 1] + c[i];  b[i] = a[i + 1] * d[i];
/// →  t = a[i + 1];  b[i] = t * d[i];  u = b[i - 1];  a[i] = u + c[i];
/// </code>
/// </remarks>
internal sealed class ReorderStatements
{
    private readonly ForLoop _loop;
    private readonly List<Stmt> _statements;

    private ReorderStatements(ForLoop loop, List<Stmt> statements) => (_loop, _statements) = (loop, statements);

    /// <summary>The loop with its statements in such an order, or <see langword="null"/> where there is none.</summary>
    /// <param name="loop">Has no inner loops.</param>
    /// <param name="nextLocal">The id of the first local to be made.</param>
    public static ForLoop? Run(ForLoop loop, int nextLocal)
    {
        List<Stmt> statements = SplitLoads.Run(loop.Body, nextLocal);
        var pass = new ReorderStatements(loop, statements);

        // Best an order that is also right where source and destination are one buffer.
        if (pass.Order(alike: true) is { } safe)
        {
            return loop with { Body = new(safe.ToEquatableArray()) };
        }

        return pass.Order(alike: false) is { } order ? loop with { Body = new(order.ToEquatableArray()), NeedsDistinctBuffers = true } : null;
    }

    private List<Stmt>? Order(bool alike)
    {
        int count = _statements.Count;
        List<Access>[] accesses = [.. _statements.Select(statement => Accesses.Of(_loop with { Body = Block.Of(statement) }).ToList())];
        var before = new HashSet<int>[count];
        for (int i = 0; i < count; i++)
        {
            before[i] = [];
        }

        for (int i = 0; i < count; i++)
        {
            for (int j = i; j < count; j++)
            {
                if (i != j && ShareLocal(_statements[i], _statements[j]))
                {
                    before[j].Add(i);
                }

                foreach (Access first in accesses[i])
                {
                    foreach (Access second in accesses[j].Where(second => MayMeet(first, second, alike) && (i != j || second.Order > first.Order)))
                    {
                        if (!Add(before, i, j, first, second))
                        {
                            return null;
                        }
                    }
                }
            }
        }

        return Sorted(before);
    }

    private static bool MayMeet(Access first, Access second, bool alike) =>
        (first.IsWrite || second.IsWrite)
        && (first.Buffer == second.Buffer || (alike && first.Buffer.ElementType == second.Buffer.ElementType && first.Buffer.Rank == second.Buffer.Rank));

    // Adds who must come first; false where one statement is not in order with itself.
    private bool Add(HashSet<int>[] before, int i, int j, Access first, Access second)
    {
        Dependence dependence = Dependences.Test(_loop, first, second);
        if (dependence.Kind == DependenceKind.Independent)
        {
            return true;
        }

        bool isForward = dependence.Kind == DependenceKind.Distance && dependence.Distance >= 0;
        if (i == j)
        {
            return isForward;
        }

        if (dependence.Kind != DependenceKind.Distance || isForward)
        {
            before[j].Add(i);
        }

        if (!isForward)
        {
            before[i].Add(j);
        }

        return true;
    }

    private static bool ShareLocal(Stmt first, Stmt second)
    {
        HashSet<Local> writtenFirst = StmtFacts.LocalsWritten(Block.Of(first));
        HashSet<Local> writtenSecond = StmtFacts.LocalsWritten(Block.Of(second));
        return writtenFirst.Overlaps(writtenSecond) || LocalsRead(second).Any(writtenFirst.Contains) || LocalsRead(first).Any(writtenSecond.Contains);
    }

    private static IEnumerable<Local> LocalsRead(Stmt statement) =>
        StmtFacts.Descendants(Block.Of(statement)).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.LocalsRead);

    // The first in the text of those that nothing keeps waiting.
    private List<Stmt>? Sorted(HashSet<int>[] before)
    {
        var order = new List<Stmt>();
        var done = new HashSet<int>();
        while (order.Count < _statements.Count)
        {
            int next = 0;
            while (next < _statements.Count && (done.Contains(next) || !before[next].IsSubsetOf(done)))
            {
                next++;
            }

            if (next == _statements.Count)
            {
                return null;
            }

            done.Add(next);
            order.Add(_statements[next]);
        }

        return order;
    }
}
