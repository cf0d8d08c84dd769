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
    private readonly List<AccessGroup> _groups;

    private ReorderStatements(ForLoop loop, List<Stmt> statements)
    {
        _loop = loop;
        _statements = statements;
        _groups = statements.SelectMany((statement, i) => Accesses.Of(loop with { Body = Block.Of(statement) }).Select(access => new Instance(i, access)))
            .GroupBy(instance => (instance.Access.Buffer, instance.Access.IsWrite, instance.Access.Subscripts, instance.Access.IsGather ? instance.Access.Expressions : EquatableArray<Expr>.Empty))
            .Select(group => new AccessGroup(group.First().Access, group.ToList()))
            .ToList();
    }

    /// <summary>The loop with its statements in such an order, or <see langword="null"/> where there is none.</summary>
    /// <param name="loop">Has no inner loops.</param>
    /// <param name="nextLocal">The id of the first local to be made.</param>
    public static ForLoop? Run(ForLoop loop, int nextLocal)
    {
        List<Stmt> statements = SplitLoads.Run(loop.Body, nextLocal);
        var pass = new ReorderStatements(loop, statements);
        if ((long)pass._groups.Count * pass._groups.Count > LoopCarried.MostPairs)
        {
            return null;
        }

        // Best an order that is also right where source and destination are one buffer.
        if (pass.Order(alike: true) is { } safe)
        {
            return loop with { Body = new(safe.ToEquatableArray()) };
        }

        return pass.Order(alike: false) is { } order ? loop with { Body = new(order.ToEquatableArray()), NeedsDistinctBuffers = true } : null;
    }

    private List<Stmt>? Order(bool alike)
    {
        var graph = new StatementGraph(_statements.Count);
        AddLocals(graph);
        for (int i = 0; i < _groups.Count; i++)
        {
            for (int j = i; j < _groups.Count; j++)
            {
                if (MayMeet(_groups[i].First, _groups[j].First, alike) && !Add(graph, _groups[i], _groups[j]))
                {
                    return null;
                }
            }
        }

        return graph.Sorted()?.Select(statement => _statements[statement]).ToList();
    }

    private static bool MayMeet(Access first, Access second, bool alike) =>
        (first.IsWrite || second.IsWrite)
        && (first.Buffer == second.Buffer || (alike && first.Buffer.ElementType == second.Buffer.ElementType && first.Buffer.Rank == second.Buffer.Rank));

    // Adds who must come first; false where one statement is not in order with itself.
    private bool Add(StatementGraph graph, AccessGroup left, AccessGroup right)
    {
        Dependence dependence = Dependences.Test(_loop, left.First, right.First);
        if (dependence.Kind == DependenceKind.Independent)
        {
            return true;
        }

        for (int i = 0; i < left.Instances.Count; i++)
        {
            for (int j = left == right ? i + 1 : 0; j < right.Instances.Count; j++)
            {
                (Instance first, Instance second) = (left.Instances[i], right.Instances[j]);
                bool isSwapped = second.IsBefore(first);
                if (!Add(graph, isSwapped ? second : first, isSwapped ? first : second, dependence.Kind, isSwapped ? -dependence.Distance : dependence.Distance))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool Add(StatementGraph graph, Instance first, Instance second, DependenceKind kind, long distance)
    {
        bool isForward = kind == DependenceKind.Distance && distance >= 0;
        if (first.Statement == second.Statement)
        {
            return isForward;
        }

        if (kind != DependenceKind.Distance || isForward)
        {
            graph.Add(first.Statement, second.Statement);
        }

        if (!isForward)
        {
            graph.Add(second.Statement, first.Statement);
        }

        return true;
    }

    // Statements that share a local, at least one of them writing it, stay in order.
    private void AddLocals(StatementGraph graph)
    {
        var uses = _statements.SelectMany((statement, i) => LocalsWritten(statement).Select(local => (Local: local, Statement: i, IsWrite: true))
            .Concat(LocalsRead(statement).Select(local => (Local: local, Statement: i, IsWrite: false))));
        foreach (var local in uses.GroupBy(use => use.Local))
        {
            List<int> writers = local.Where(use => use.IsWrite).Select(use => use.Statement).Distinct().ToList();
            foreach ((int writer, int user) in writers.SelectMany(writer => local.Select(use => (writer, use.Statement)).Distinct()))
            {
                if (writer != user)
                {
                    graph.Add(Math.Min(writer, user), Math.Max(writer, user));
                }
            }
        }
    }

    private static IEnumerable<Local> LocalsWritten(Stmt statement) => StmtFacts.LocalsWritten(Block.Of(statement));

    private static IEnumerable<Local> LocalsRead(Stmt statement) =>
        StmtFacts.Descendants(Block.Of(statement)).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.LocalsRead);

    /// <summary>An access in one of the statements.</summary>
    private sealed record Instance(int Statement, Access Access)
    {
        public bool IsBefore(Instance other) => Statement != other.Statement ? Statement < other.Statement : Access.Order < other.Access.Order;
    }

    /// <summary>Accesses to one element, all loads or all stores: they depend on others alike.</summary>
    private sealed record AccessGroup(Access First, List<Instance> Instances);

    /// <summary>Which statements must come before which.</summary>
    private sealed class StatementGraph
    {
        private readonly List<int>[] _after;
        private readonly int[] _waitsFor;

        public StatementGraph(int count)
        {
            _after = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
            _waitsFor = new int[count];
        }

        public void Add(int before, int after)
        {
            _after[before].Add(after);
            _waitsFor[after]++;
        }

        /// <summary>Always the first in the text of those that nothing keeps waiting; <see langword="null"/> where there is a cycle.</summary>
        public List<int>? Sorted()
        {
            int[] waitsFor = [.. _waitsFor];
            var ready = new SortedSet<int>(Enumerable.Range(0, waitsFor.Length).Where(statement => waitsFor[statement] == 0));
            var order = new List<int>();
            while (ready.Count > 0)
            {
                int next = ready.Min;
                ready.Remove(next);
                order.Add(next);
                foreach (int after in _after[next])
                {
                    if (--waitsFor[after] == 0)
                    {
                        ready.Add(after);
                    }
                }
            }

            return order.Count == waitsFor.Length ? order : null;
        }
    }
}
