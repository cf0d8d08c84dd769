namespace Accel.Compiler.IR;

/// <summary>Rebuilds a statement with each expression that it evaluates itself replaced, not those of statements inside it.</summary>
internal static class ExprMapper
{
    public static Stmt Of(Stmt statement, Func<Expr, Expr> replacement) => statement switch
    {
        Declare { Value: { } value } declare => declare with { Value = replacement(value) },
        Assign assign => assign with { Value = replacement(assign.Value) },
        Store store => store with
        {
            Subscripts = store.Subscripts.Select(replacement).ToEquatableArray(),
            Value = replacement(store.Value),
            Mask = store.Mask is { } mask ? replacement(mask) : null,
        },
        Accumulate accumulate => accumulate with { Value = replacement(accumulate.Value), Mask = accumulate.Mask is { } mask ? replacement(mask) : null },
        ExitIf exit => exit with { Condition = replacement(exit.Condition) },
        If branch => branch with { Condition = replacement(branch.Condition) },
        ForLoop loop => loop with
        {
            Start = replacement(loop.Start),
            Bound = replacement(loop.Bound),

            Ragged = loop.Ragged is { } ragged ? new(ragged.Start is { } start ? replacement(start) : null, ragged.Bound is { } bound ? replacement(bound) : null) : null,

            // A local stays one.
            While = loop.While is { } running ? ((Read)replacement(new Read(running))).Local : null,
        },
        _ => statement,
    };
}
