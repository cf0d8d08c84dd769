namespace Accel.Compiler.IR;

/// <summary>Rebuilds expressions with parts of them replaced.</summary>
internal static class ExprRewriter
{
    /// <param name="expression">The expression.</param>
    /// <param name="replace">What stands for a node, or <see langword="null"/> to look below it. Asked from the top, in order of evaluation.</param>
    public static Expr Rewrite(Expr expression, Func<Expr, Expr?> replace)
    {
        if (replace(expression) is { } replacement)
        {
            return replacement;
        }

        return expression switch
        {
            Load load => load with { Subscripts = All(load.Subscripts) },
            Unary unary => unary with { Operand = Below(unary.Operand) },
            Binary binary => binary with { Left = Below(binary.Left), Right = Below(binary.Right) },
            Compare compare => compare with { Left = Below(compare.Left), Right = Below(compare.Right) },
            IR.Convert convert => convert with { Operand = Below(convert.Operand) },
            Reinterpret bits => bits with { Operand = Below(bits.Operand) },
            Select select => select with { Condition = Below(select.Condition), WhenTrue = Below(select.WhenTrue), WhenFalse = Below(select.WhenFalse) },
            Within within => within with { Value = Below(within.Value) },
            Call call => call with { Arguments = All(call.Arguments) },
            _ => expression,
        };

        Expr Below(Expr operand) => Rewrite(operand, replace);

        EquatableArray<Expr> All(EquatableArray<Expr> operands) => operands.Select(Below).ToEquatableArray();
    }
}
