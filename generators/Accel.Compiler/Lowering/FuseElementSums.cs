using Accel.Compiler.Analysis;
using Accel.Compiler.IR;

namespace Accel.Compiler.Lowering;

/// <summary>
/// A product added to an array element that a loop carries becomes one fused multiply-add, as for scalar accumulators.
/// </summary>
/// <remarks>
/// Takes a nest as read. An element is carried by a loop around it whose variable its subscripts do not contain.
/// <code>
/// for (k…) for (j…) c[i, j] = c[i, j] + a[i, k] * b[k, j];   →   c[i, j] = fma(a[i, k], b[k, j], c[i, j])
/// </code>
/// </remarks>
internal sealed class FuseElementSums : IrRewriter
{
    private readonly List<Local> _variables = [];

    public static ForLoop Run(ForLoop root, FloatModeOption mode) => mode == FloatModeOption.Strict ? root : new FuseElementSums().RewriteLoop(root);

    public override ForLoop RewriteLoop(ForLoop loop)
    {
        _variables.Add(loop.Variable);
        ForLoop result = base.RewriteLoop(loop);
        _variables.Remove(loop.Variable);
        return result;
    }

    protected override IEnumerable<Stmt> Rewrite(Stmt statement)
    {
        if (statement is Store { Value: Binary { Op: BinaryOp.Add or BinaryOp.Subtract } sum } store && sum.Type.IsFloat()
            && sum.Left is Load load && load.Buffer == store.Buffer && load.Subscripts == store.Subscripts
            && sum.Right is Binary { Op: BinaryOp.Multiply } product
            && _variables.Any(variable => !store.Subscripts.Any(subscript => ExprFacts.Reads(subscript, variable))))
        {
            Expr left = sum.Op == BinaryOp.Add ? product.Left : new Unary(UnaryOp.Negate, product.Left);
            return [store with { Value = new Call(Intrinsic.FusedMultiplyAdd, EquatableArray.Of(left, product.Right, load)) }];
        }

        return base.Rewrite(statement);
    }
}
