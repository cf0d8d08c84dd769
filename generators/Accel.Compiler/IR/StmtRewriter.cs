namespace Accel.Compiler.IR;

/// <summary>Rebuilds a statement with other expressions.</summary>
internal static class StmtRewriter
{
    /// <summary>The statement with each expression that it evaluates itself replaced; loops and statements inside stay as they are.</summary>
    public static Stmt WithExpressions(Stmt statement, Func<Expr, Expr> replace) => statement switch
    {
        Declare { Value: { } value } declare => declare with { Value = replace(value) },
        Assign assign => assign with { Value = replace(assign.Value) },
        Store store => store with { Subscripts = store.Subscripts.Select(replace).ToEquatableArray(), Value = replace(store.Value), Mask = store.Mask is { } mask ? replace(mask) : null },
        Accumulate accumulate => accumulate with { Value = replace(accumulate.Value), Mask = accumulate.Mask is { } mask ? replace(mask) : null },
        If branch => branch with { Condition = replace(branch.Condition) },
        _ => statement,
    };
}
