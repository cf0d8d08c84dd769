namespace Accel.Compiler.IR;

/// <summary>Rebuilds statements with other expressions, in the headers of loops too.</summary>
/// <param name="replacement">What stands for an expression that a statement evaluates, as a whole.</param>
internal class ExpressionReplacer(Func<Expr, Expr> replacement) : IrRewriter
{
    public Expr Of(Expr expression) => replacement(expression);

    public override ForLoop RewriteLoop(ForLoop loop) => base.RewriteLoop((ForLoop)ExprMapper.Of(loop, Of));

    protected override IEnumerable<Stmt> Rewrite(Stmt statement) =>
        base.Rewrite(statement).Select(rebuilt => rebuilt is ForLoop ? rebuilt : ExprMapper.Of(rebuilt, Of));
}
