namespace Accel.Compiler.IR;

/// <summary>Rebuilds statements with expressions in the place of locals, in the headers of loops too.</summary>
/// <param name="replacement">What stands for a local, or <see langword="null"/> where it stays.</param>
internal sealed class LocalReplacer(Func<Local, Expr?> replacement) : IrRewriter
{
    public Expr Of(Expr expression) => ExprRewriter.Rewrite(expression, node => node is Read read ? replacement(read.Local) : null);

    public override ForLoop RewriteLoop(ForLoop loop) => base.RewriteLoop(loop with { Start = Of(loop.Start), Bound = Of(loop.Bound) });

    protected override IEnumerable<Stmt> Rewrite(Stmt statement) => base.Rewrite(statement).Select(WithExpressions);

    /// <summary>With each expression that the statement evaluates itself replaced; those of loops and of statements inside have been.</summary>
    private Stmt WithExpressions(Stmt statement) => statement switch
    {
        Declare { Value: { } value } declare => declare with { Value = Of(value) },
        Assign assign => assign with { Value = Of(assign.Value) },
        Store store => store with { Subscripts = store.Subscripts.Select(Of).ToEquatableArray(), Value = Of(store.Value), Mask = store.Mask is { } mask ? Of(mask) : null },
        Accumulate accumulate => accumulate with { Value = Of(accumulate.Value), Mask = accumulate.Mask is { } mask ? Of(mask) : null },
        ExitIf exit => exit with { Condition = Of(exit.Condition) },
        If branch => branch with { Condition = Of(branch.Condition) },
        _ => statement,
    };
}
