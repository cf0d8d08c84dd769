using Accel.Compiler.Analysis;
using Accel.Compiler.IR;
using Buffer = Accel.Compiler.IR.Buffer;

namespace Accel.Compiler.Lowering;

/// <summary>
/// Keeps an element that all iterations of an inner loop read and write in a local: it is loaded in front of the loop and stored behind it.
/// </summary>
/// <remarks>
/// Takes a nest as read. Guarantees that no other access of the loop can meet the element, whatever the iterations; what lies in other buffers is asked to be
/// apart (<see cref="ForLoop.NeedsDistinctBuffers"/>). The outermost loop that allows it is taken, so that the local is one for all loops inside.
/// <code>
/// for (k…) c[i, j] += a[i, k] * b[k, j];   →   t = c[i, j];  for (k…) t += a[i, k] * b[k, j];  if (k has iterations) c[i, j] = t;
/// </code>
/// </remarks>
internal sealed class PromoteElements
{
    private readonly IReadOnlyList<Access> _accesses;
    private int _nextLocal;

    private PromoteElements(ForLoop root, int nextLocal)
    {
        _accesses = Accesses.Of(root);
        _nextLocal = nextLocal;
    }

    public static ForLoop Run(ForLoop root, int nextLocal) => new PromoteElements(root, nextLocal).RewriteBody(root);

    // In front of the nest's outermost loop there is no place for a load.
    private ForLoop RewriteBody(ForLoop loop) => loop with { Body = RewriteBlock(loop.Body) };

    private Block RewriteBlock(Block block) => new(block.Statements.SelectMany(statement => RewriteStatement(statement, block)).ToEquatableArray());

    private IEnumerable<Stmt> RewriteStatement(Stmt statement, Block block)
    {
        switch (statement)
        {
            case If branch:
                return [branch with { Then = RewriteBlock(branch.Then), Else = RewriteBlock(branch.Else) }];
            case ForLoop loop:
                var before = new List<Stmt>();
                var after = new List<Stmt>();
                bool hasOthers = Accesses.Of(loop).Select(access => access.Buffer).Distinct().Skip(1).Any();
                foreach (Load element in Elements(loop))
                {
                    var local = new Local(_nextLocal++, element.Buffer.Name, element.Type);
                    loop = new ElementReplacer(element, local).RewriteLoop(loop) with { NeedsDistinctBuffers = loop.NeedsDistinctBuffers || hasOthers };
                    before.Add(new Declare(local, element));
                    var store = new Store(element.Buffer, element.Subscripts, new Read(local));

                    // A loop without iterations stores nothing.
                    after.Add(IsStoredAnyway(block, element) ? store : new If(HasIterations(loop), Block.Of(store), Block.Empty));
                }

                return [.. before, RewriteBody(loop), .. after];
            default:
                return [statement];
        }
    }

    /// <summary>The elements that the loop reads and writes and that nothing else in it can meet.</summary>
    private List<Load> Elements(ForLoop loop)
    {
        var elements = new List<Load>();
        if (loop.IsIndependent || loop.While is not null)
        {
            return elements;
        }

        HashSet<Local> written = [.. StmtFacts.LocalsWritten(loop.Body), loop.Variable];
        HashSet<Load> read = [.. StmtFacts.Descendants(loop.Body).SelectMany(StmtFacts.Expressions).SelectMany(ExprFacts.SelfAndDescendants).OfType<Load>()];
        foreach (Store store in StmtFacts.Descendants(loop.Body).OfType<Store>())
        {
            var element = new Load(store.Buffer, store.Subscripts);
            if (store.Mask is null && read.Contains(element) && !elements.Contains(element) && IsInvariant(element, written) && IsApart(loop, element))
            {
                elements.Add(element);
            }
        }

        return elements;
    }

    private static bool IsInvariant(Load element, HashSet<Local> written) =>
        !element.Subscripts.Any(subscript => ExprFacts.IsIndexed(subscript) || ExprFacts.LocalsRead(subscript).Any(written.Contains));

    private bool IsApart(ForLoop loop, Load element)
    {
        List<Access> inside = _accesses.Where(access => access.Buffer == element.Buffer && access.Loops.Any(around => around.Id == loop.Id)).ToList();
        Access own = inside.First(access => access.Expressions == element.Subscripts);
        return inside.All(access => access.Expressions == element.Subscripts || (!access.IsGather && SubscriptRanges.AreApart(loop, own, access)));
    }

    /// <summary>Whether the block that holds the loop stores the element in any case.</summary>
    private static bool IsStoredAnyway(Block block, Load element) =>
        block.Statements.OfType<Store>().Any(store => store.Mask is null && store.Buffer == element.Buffer && store.Subscripts == element.Subscripts);

    /// <summary>The condition under which what was summed is stored.</summary>
    public static Compare HasIterations(ForLoop loop) => new(
        loop.Relation switch
        {
            LoopRelation.Less => CompareOp.Less,
            LoopRelation.LessOrEqual => CompareOp.LessOrEqual,
            LoopRelation.Greater => CompareOp.Greater,
            _ => CompareOp.GreaterOrEqual,
        },
        loop.Start,
        loop.Bound);

    /// <summary>Rebuilds statements with a local in the place of an element.</summary>
    private sealed class ElementReplacer(Load element, Local local) : IrRewriter
    {
        protected override IEnumerable<Stmt> Rewrite(Stmt statement) => base.Rewrite(statement).Select(WithLocal);

        private Stmt WithLocal(Stmt statement) => statement switch
        {
            // No loop's header reads memory.
            ForLoop => statement,
            Store store when store.Buffer == element.Buffer && store.Subscripts == element.Subscripts => new Assign(local, Of(store.Value)),
            _ => ExprMapper.Of(statement, Of),
        };

        private Expr Of(Expr expression) => ExprRewriter.Rewrite(expression, node => node is Load load && load == element ? new Read(local) : null);
    }
}
