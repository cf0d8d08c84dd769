namespace Accel.Compiler.IR;

/// <summary>Rebuilds statements with expressions in the place of locals, in the headers of loops too.</summary>
/// <param name="replacement">What stands for a local, or <see langword="null"/> where it stays.</param>
internal sealed class LocalReplacer(Func<Local, Expr?> replacement) : IrRewriter
{
    public Expr Of(Expr expression) => ExprRewriter.Rewrite(expression, node => node is Read read ? replacement(read.Local) : null);

    public override ForLoop RewriteLoop(ForLoop loop) => base.RewriteLoop((ForLoop)ExprMapper.Of(loop, Of));

    protected override IEnumerable<Stmt> Rewrite(Stmt statement) =>
        base.Rewrite(statement).Select(rebuilt => rebuilt is ForLoop ? rebuilt : ExprMapper.Of(rebuilt, Of));
}
