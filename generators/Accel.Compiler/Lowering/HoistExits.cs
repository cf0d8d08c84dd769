using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Brings tests that leave the loop in front of everything that the iteration stores, so that lanes can find out first whether one of them leaves.
/// </summary>
/// <remarks>
/// Takes a nest as read. The iteration that leaves runs as written in any case, so the test may come first where it reads nothing that the loop has written by then. Locals
/// that it reads are replaced by their values; where they have several, or the test stands in a branch, what the tests need is computed in front once more (a slice, M. Weiser 1981).
/// <code>
/// a[i] += b[i];  v = c[i] * 2;  leave if v &gt; b[i]       →   leave if c[i] * 2 &gt; b[i];  a[i] += b[i];  v = c[i] * 2
/// a[i] += b[i];  if (b[i] &gt; 0) leave if c[i] == 0      →   leaves = false;  if (b[i] &gt; 0) leaves |= c[i] == 0;  leave if leaves;  a[i] += b[i]
/// </code>
/// </remarks>
internal static class HoistExits
{
    /// <param name="root">The outermost loop.</param>
    /// <param name="nextLocal">The first number that no local has.</param>
    public static ForLoop Run(ForLoop root, int nextLocal) => !StmtFacts.MayLeave(root) || AreFirst(root) ? root : WithValues(root) ?? WithSlice(root, nextLocal) ?? root;

    /// <summary>Whether nothing is done in front of a test that lasts longer than the iteration.</summary>
    public static bool AreFirst(ForLoop loop)
    {
        var front = new Block(loop.Body.Statements.Reverse().SkipWhile(statement => statement is not ExitIf).ToEquatableArray());
        return StmtFacts.Exits(loop.Body).Count() == front.Statements.Count(statement => statement is ExitIf)
            && StmtFacts.Descendants(front).All(statement => statement is ExitIf or Declare or If or Assign or Accumulate or ForLoop)
            && StmtFacts.LocalsWritten(front).IsSubsetOf(StmtFacts.LocalsDeclared(front));
    }

    /// <summary>Tests of the body's own, with values in the place of locals.</summary>
    private static ForLoop? WithValues(ForLoop root)
    {
        List<Stmt> all = StmtFacts.Descendants(root.Body).ToList();
        var stored = new HashSet<Buffer>(all.OfType<Store>().Select(store => store.Buffer));
        var values = new Dictionary<Local, Expr>();
        var exits = new List<Stmt>();
        var rest = new List<Stmt>();
        var replacer = new LocalReplacer(local => values.TryGetValue(local, out Expr? value) ? value : null);
        foreach (Stmt statement in root.Body.Statements)
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
                return null;
            }

            exits.Add(exit with { Condition = condition });
        }

        // Of buffers that are other memory: what one of them writes another may read.
        return exits.Count < StmtFacts.Exits(root.Body).Count() ? null : root with { Body = new(exits.Concat(rest).ToEquatableArray()), NeedsDistinctBuffers = true };
    }

    private static ForLoop? WithSlice(ForLoop root, int nextLocal)
    {
        List<Stmt> all = StmtFacts.Descendants(root.Body).ToList();
        List<Stmt> before = all.Take(all.FindLastIndex(statement => statement is ExitIf)).ToList();
        if (all.Any(statement => statement is ForLoop))
        {
            return null;
        }

        var leaves = new Local(nextLocal++, "leaves", ScalarType.Bool);
        var copies = StmtFacts.LocalsDeclared(root.Body).OrderBy(local => local.Id).ToDictionary(local => local, local => new Local(nextLocal++, local.Name, local.Type));
        HashSet<Local> written = StmtFacts.LocalsWritten(root.Body);
        var elements = new Dictionary<Buffer, (EquatableArray<Expr>, Local)>();
        foreach (IGrouping<Buffer, Store> stores in before.OfType<Store>().GroupBy(store => store.Buffer))
        {
            EquatableArray<Expr> subscripts = stores.First().Subscripts;
            if (all.OfType<Store>().All(store => store.Buffer != stores.Key || store.Subscripts == subscripts)
                && !subscripts.Any(subscript => ExprFacts.IsIndexed(subscript) || ExprFacts.LocalsRead(subscript).Any(written.Contains)))
            {
                elements.Add(stores.Key, (subscripts, new Local(nextLocal++, stores.Key.Name, stores.Key.ElementType)));
            }
        }

        if (new ExitSlice(leaves, copies, elements, written).Of(root.Body) is not { } slice)
        {
            return null;
        }

        return root with
        {
            Body = new(new Stmt[] { new Declare(leaves, Constant.Int(0, ScalarType.Bool)) }
                .Concat(slice.Statements)
                .Append(new ExitIf(new Read(leaves)) { Throws = StmtFacts.Exits(root.Body).All(exit => exit.Throws) })
                .Concat(new ExitRemover().Rewrite(root.Body).Statements)
                .ToEquatableArray()),
            NeedsDistinctBuffers = root.NeedsDistinctBuffers || before.Any(statement => statement is Store),
        };
    }

    /// <summary>What the tests of an iteration need, on locals of its own.</summary>
    /// <param name="leaves">Whether one of them holds.</param>
    /// <param name="copies">A local for each of the iteration.</param>
    /// <param name="elements">A local for the only element that the iteration stores in a buffer.</param>
    /// <param name="written">The locals that the loop writes.</param>
    private sealed class ExitSlice(
        Local leaves, Dictionary<Local, Local> copies, Dictionary<Buffer, (EquatableArray<Expr> Subscripts, Local Value)> elements, HashSet<Local> written)
    {
        private readonly HashSet<Local> _needed = [leaves];
        private readonly HashSet<Buffer> _stored = [];

        /// <summary>What is another value in front of the iteration: it reads what the iteration has written.</summary>
        private readonly HashSet<Expr> _changed = [];

        /// <returns><see langword="null"/> where a test needs what the iteration has written by then.</returns>
        public Block? Of(Block body)
        {
            IEnumerable<Stmt> first = elements.Select(element => new Declare(element.Value.Value, new Load(element.Key, element.Value.Subscripts)));
            var whole = new Block(first.Concat(Copy(body).Statements).ToEquatableArray());
            for (int before = 0; before != _needed.Count;)
            {
                before = _needed.Count;
                Need(whole);
            }

            Block slice = Pruned(whole);
            return StmtFacts.Descendants(slice).SelectMany(StmtFacts.Expressions).Any(_changed.Contains) ? null : slice;
        }

        private Block Copy(Block block)
        {
            var statements = new List<Stmt>();
            foreach (Stmt statement in block.Statements)
            {
                switch (statement)
                {
                    case Declare declare:
                        statements.Add(new Declare(copies[declare.Local], declare.Value is { } value ? Copied(value) : null));
                        break;
                    case Assign assign when copies.TryGetValue(assign.Local, out Local? copy):
                        statements.Add(new Assign(copy, Copied(assign.Value)));
                        break;
                    case If branch:
                        statements.Add(new If(Copied(branch.Condition), Copy(branch.Then), Copy(branch.Else)));
                        break;
                    case ExitIf exit:
                        statements.Add(new Assign(leaves, Copied(new Binary(BinaryOp.Or, new Read(leaves), exit.Condition))));
                        break;
                    case Store store:
                        if (elements.TryGetValue(store.Buffer, out var element))
                        {
                            statements.Add(new Assign(element.Value, Copied(store.Value)));
                        }

                        _stored.Add(store.Buffer);
                        break;
                }
            }

            return new(statements.ToEquatableArray());

            Expr Copied(Expr expression)
            {
                Expr copied = ExprRewriter.Rewrite(expression, part => part switch
                {
                    Read read when copies.TryGetValue(read.Local, out Local? copy) => new Read(copy),
                    Load load when elements.TryGetValue(load.Buffer, out var element) && load.Subscripts == element.Subscripts => new Read(element.Value),
                    _ => null,
                });
                if (ExprFacts.SelfAndDescendants(copied).Any(part => part is Load load ? _stored.Contains(load.Buffer) : part is Read read && written.Contains(read.Local)))
                {
                    _changed.Add(copied);
                }

                return copied;
            }
        }

        private bool Need(Block block)
        {
            bool isNeeded = false;
            foreach (Stmt statement in block.Statements)
            {
                bool needsThis = statement is If branch ? Need(branch.Then) | Need(branch.Else) : StmtFacts.Written(statement) is { } local && _needed.Contains(local);
                isNeeded |= needsThis;
                if (needsThis)
                {
                    _needed.UnionWith(StmtFacts.Expressions(statement).SelectMany(ExprFacts.LocalsRead));
                }
            }

            return isNeeded;
        }

        private Block Pruned(Block block) => new(block.Statements
            .Select(statement => statement is If branch ? branch with { Then = Pruned(branch.Then), Else = Pruned(branch.Else) } : statement)
            .Where(statement => statement is If branch ? branch.Then.Statements.Count + branch.Else.Statements.Count > 0 : _needed.Contains(StmtFacts.Written(statement)!))
            .ToEquatableArray());
    }

    private sealed class ExitRemover : IrRewriter
    {
        protected override IEnumerable<Stmt> Rewrite(Stmt statement) => statement is ExitIf ? [] : base.Rewrite(statement);
    }
}
