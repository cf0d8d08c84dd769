using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// If-conversion: inside vectorised loops, an <c>if</c> whose condition differs between lanes becomes masks.
/// </summary>
/// <remarks>
/// Takes a nest with schedules. Guarantees that inside a loop with a vector plan every remaining <see cref="If"/> has a condition that is the
/// same for all lanes. The guards cover all subscripts whatever the conditions, and expressions are pure, so both branches may be evaluated.
/// <code>
/// if (x[i] > 0) { t = x[i]; y[i] = t; } else s += x[i];
/// →  m = x[i] > 0;  t = select(m, x[i], t);  y[i] = t where m;  n = !m;  s sum= x[i] where n
/// </code>
/// </remarks>
internal sealed class ConvertIfs : IrRewriter
{
    private int _nextLocal;
    private HashSet<int> _varying = [];
    private bool _isInVector;
    private Expr? _mask;
    private HashSet<Local> _declaredUnderMask = [];

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

        if (_isInVector && statement is Declare { Value: null } bare)
        {
            // A masked assignment keeps the old value in other lanes, so there must be one.
            statement = bare with { Value = new Constant(bare.Local.Type, 0) };
        }

        if (_mask is null)
        {
            return statement is Declare ? [statement] : base.Rewrite(statement);
        }

        switch (statement)
        {
            case Declare declare:
                // Fresh in every iteration and read under the mask only: needs no mask of its own.
                _declaredUnderMask.Add(declare.Local);
                return [statement];
            case Assign assign when _declaredUnderMask.Contains(assign.Local):
                return [statement];
            case Assign assign:
                return [assign with { Value = new Select(_mask, assign.Value, new Read(assign.Local)) }];
            case Store store:
                return [store with { Mask = _mask }];
            case Accumulate accumulate:
                return [accumulate with { Mask = _mask }];
            default:
                return base.Rewrite(statement);
        }
    }

    private IEnumerable<Stmt> Convert(If branch)
    {
        Expr? outer = _mask;
        HashSet<Local> declaredOutside = _declaredUnderMask;
        var statements = new List<Stmt>();

        Expr whenTrue = Name("mask", outer is null ? branch.Condition : new Binary(BinaryOp.And, outer, branch.Condition), statements);
        AddMasked(branch.Then, whenTrue, statements);
        if (branch.Else.Statements.Count > 0)
        {
            // The mask was named before the first branch ran, which may have changed what the condition read.
            Expr not = new Unary(UnaryOp.Not, whenTrue);
            Expr whenFalse = Name("otherMask", outer is null ? not : new Binary(BinaryOp.And, outer, not), statements);
            AddMasked(branch.Else, whenFalse, statements);
        }

        _mask = outer;
        _declaredUnderMask = declaredOutside;
        return statements;
    }

    private void AddMasked(Block block, Expr mask, List<Stmt> statements)
    {
        _mask = mask;
        _declaredUnderMask = [];
        statements.AddRange(Rewrite(block).Statements);
    }

    private Read Name(string name, Expr value, List<Stmt> statements)
    {
        var local = new Local(_nextLocal++, name, ScalarType.Bool);
        _varying.Add(local.Id);
        statements.Add(new Declare(local, value));
        return new(local);
    }
}
