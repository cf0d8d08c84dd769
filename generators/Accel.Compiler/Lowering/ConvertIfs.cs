using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// If-conversion: inside vectorised loops, an <c>if</c> whose condition differs between lanes becomes masks, and a loop that does not run equally often in all lanes
/// runs until no lane is left in it.
/// </summary>
/// <remarks>
/// Takes a nest with schedules. Guarantees that inside a loop with a vector plan all that depends on a condition which differs between lanes has a mask of its own.
/// An <see cref="If"/> on such a condition remains where its statements are worth skipping if no lane needs them; a loop ends when its <see cref="ForLoop.While"/> is
/// false in all lanes. The guards cover all subscripts whatever the conditions, and expressions are pure, so both branches may be evaluated.
/// <code>
/// if (x[i] > 0) { t = x[i]; y[i] = t; } else s += x[i];
/// →  m = x[i] > 0;  t = select(m, x[i], t);  y[i] = t where m;  n = !m;  s sum= x[i] where n
/// </code>
/// </remarks>
internal sealed class ConvertIfs : IrRewriter
{
    /// <summary>Operations that are more than a test for whether any lane needs them, and a jump that may be predicted wrongly.</summary>
    private const double WorthSkipping = 24;

    private int _nextLocal;
    private HashSet<int> _varying = [];
    private HashSet<Local> _carried = [];
    private Dictionary<int, HashSet<Local>> _unreadBehind = [];
    private bool _isInVector;
    private Expr? _mask;

    /// <summary>Locals of which nobody reads what the lanes without the mask have.</summary>
    private HashSet<Local> _needNoMask = [];

    /// <summary>The <see cref="ForLoop.While"/> of the loop that all lanes which lack the mask have left, or <see langword="null"/>.</summary>
    private Local? _left;

    private ConvertIfs(int nextLocal) => _nextLocal = nextLocal;

    public static ForLoop Run(ForLoop root, int nextLocal) => new ConvertIfs(nextLocal).RewriteLoop(root);

    public override ForLoop RewriteLoop(ForLoop loop)
    {
        if (loop.Schedule.Vector is null || _isInVector)
        {
            return base.RewriteLoop(loop);
        }

        _isInVector = true;
        _varying = Uniformity.Varying(loop);
        _carried = [.. loop.Schedule.Vector.Carries.SelectMany(carry => carry.Locals)];
        _unreadBehind = [];
        FindUnread(loop.Body);
        ForLoop result = base.RewriteLoop(loop);
        _isInVector = false;
        return result;
    }

    protected override IEnumerable<Stmt> Rewrite(Stmt statement)
    {
        if (statement is If branch && _isInVector && Uniformity.IsVarying(branch.Condition, _varying))
        {
            return Convert(branch);
        }

        if (statement is OneByOne)
        {
            // Scalar code, for one lane.
            return [statement];
        }

        if (_isInVector && statement is Declare { Value: null } bare)
        {
            // A masked assignment keeps the old value in other lanes, so there must be one.
            statement = bare with { Value = new Constant(bare.Local.Type, 0) };
        }

        if (statement is ForLoop { While: { } running } inner && _isInVector && _varying.Contains(running.Id))
        {
            return Convert(inner, running);
        }

        if (_mask is null)
        {
            return statement is Declare ? [statement] : base.Rewrite(statement);
        }

        switch (statement)
        {
            case Declare declare:
                // Fresh in every iteration and read under the mask only: needs no mask of its own.
                _needNoMask.Add(declare.Local);
                return [statement];
            case Assign assign when _mask is Read { Local: { } mask } && mask == assign.Local:
                return [assign with { Value = And(_mask, assign.Value) }];
            case Assign assign when _needNoMask.Contains(assign.Local):
                return [statement];
            case Assign { Value: Constant { Type: ScalarType.Bool, Bits: 0 } } assign:
                return [assign with { Value = And(new Read(assign.Local), new Unary(UnaryOp.Not, _mask)) }];
            case Assign assign:
                return [assign with { Value = new Select(_mask, assign.Value, new Read(assign.Local)) }];
            case Store store:
                return [store with { Mask = _mask }];
            case Accumulate accumulate when _needNoMask.Contains(accumulate.Target):
                return [statement];
            case Accumulate accumulate:
                return [accumulate with { Mask = _mask }];
            default:
                return base.Rewrite(statement);
        }
    }

    /// <summary>The locals of each block that a loop in it may leave with any value in the lanes that are no longer in the loop: nothing behind it reads them.</summary>
    private void FindUnread(Block block)
    {
        List<Stmt> statements = block.Statements.ToList();
        for (int k = 0; k < statements.Count; k++)
        {
            if (statements[k] is ForLoop { While: not null } loop)
            {
                HashSet<Local> read = [.. StmtFacts.Descendants(new(statements.Skip(k + 1).ToEquatableArray())).SelectMany(Reads)];
                _unreadBehind[loop.Id] = [.. statements.Take(k).OfType<Declare>().Select(declare => declare.Local).Where(local => local != loop.While && !read.Contains(local))];
            }

            foreach (Block inner in StmtFacts.InnerBlocks(statements[k]))
            {
                FindUnread(inner);
            }
        }
    }

    // An accumulator is read by what adds to it.
    private static IEnumerable<Local> Reads(Stmt statement) =>
        StmtFacts.Expressions(statement).SelectMany(ExprFacts.LocalsRead).Concat(statement is Accumulate accumulate ? [accumulate.Target] : []);

    private IEnumerable<Stmt> Convert(ForLoop loop, Local running)
    {
        (Expr? outer, HashSet<Local> outside, Local? left) = (_mask, _needNoMask, _left);
        (_mask, _needNoMask, _left) = (new Read(running), [.. _unreadBehind[loop.Id]], running);
        ForLoop converted = base.RewriteLoop(loop);
        (_mask, _needNoMask, _left) = (outer, outside, left);
        return outer is null ? [converted] : [new Assign(running, And(outer, new Read(running))), converted];
    }

    private IEnumerable<Stmt> Convert(If branch)
    {
        if (branch.Condition == _mask && branch.Else.Statements.Count == 0)
        {
            return Rewrite(branch.Then).Statements;
        }

        (Expr? outer, HashSet<Local> outside, Local? left) = (_mask, _needNoMask, _left);
        var statements = new List<Stmt>();
        Read whenTrue = Name("mask", outer is null ? branch.Condition : And(outer, branch.Condition), statements);
        AddMasked(branch.Then, whenTrue, null, [], statements);
        if (branch.Else.Statements.Count > 0)
        {
            // Lanes that leave the loop in the first branch read nothing of it any more; those that do not are the ones in which it goes on.
            bool leaves = branch.Then.Statements.Any(statement => statement is Assign { Value: Constant { Bits: 0 } } assign && assign.Local == left);
            if (leaves && outer is Read running && running.Local == left)
            {
                AddMasked(branch.Else, running, left, outside, statements);
            }
            else
            {
                // The mask was named before the first branch ran, which may have changed what the condition read.
                Expr not = new Unary(UnaryOp.Not, whenTrue);
                Read whenFalse = Name("otherMask", outer is null ? not : And(outer, not), statements);
                AddMasked(branch.Else, whenFalse, leaves ? left : null, leaves ? outside : [], statements);
            }
        }

        (_mask, _needNoMask, _left) = (outer, outside, left);
        return statements;
    }

    private void AddMasked(Block block, Read mask, Local? left, HashSet<Local> needNoMask, List<Stmt> statements)
    {
        (_mask, _needNoMask, _left) = (mask, [.. needNoMask], left);
        Block masked = Rewrite(block);
        if (IsWorthSkipping(block))
        {
            statements.Add(new If(mask, masked, Block.Empty));
        }
        else
        {
            statements.AddRange(masked.Statements);
        }
    }

    // What passes from lane to lane has a form of its own.
    private bool IsWorthSkipping(Block block) =>
        (StmtFacts.Loops(block).Any() || new LoopCosts(null).OfBlock(block) >= WorthSkipping) && !StmtFacts.LocalsWritten(block).Overlaps(_carried);

    /// <summary>Both conditions, the second without what the first says already.</summary>
    private static Binary And(Expr first, Expr second) =>
        second is Binary { Op: BinaryOp.And } both && both.Left == first ? both : new Binary(BinaryOp.And, first, second);

    private Read Name(string name, Expr value, List<Stmt> statements)
    {
        var local = new Local(_nextLocal++, name, ScalarType.Bool);
        _varying.Add(local.Id);
        statements.Add(new Declare(local, value));
        return new(local);
    }
}
