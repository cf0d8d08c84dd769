using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// First-order recurrences by an operator that may be re-associated: running sums, products, minima and maxima, of which every value is used. Lanes then need not
/// wait for one another: each group has its own values scanned, in as many steps as its number of lanes has bits, and the value in front of the group added to all.
/// </summary>
/// <remarks>
/// <code>
/// s = s + x[i]                     →   the sums of x[i]
/// s = x[i] &gt; 0 ? s + 1 : s         →   the sums of x[i] &gt; 0 ? 1 : 0
/// m = max(m, x[i])                 →   the maxima of x[i]
/// m = x[i] &gt; m ? x[i] : m          →   the same, by comparison
/// </code>
/// Not sums and products of floats: each value that is stored has its own order, and that of a scan would depend on the width of the vectors.
/// </remarks>
internal static class Scans
{
    /// <summary>The recurrence as a scan, or <see langword="null"/> where it is none.</summary>
    /// <param name="value">The new value.</param>
    /// <param name="before">The local with the old one.</param>
    public static Scan? Of(Expr value, Local before) =>
        value.Type == before.Type && before.Type.Size() >= 4 && Step(value, before) is var (op, operand) && ReductionSteps.IsAssociative(op, before.Type) ? new(op, operand) : null;

    /// <summary>The operator, and what it combines the old value with.</summary>
    private static (ReductionOp Op, Expr Operand)? Step(Expr value, Local before)
    {
        switch (value)
        {
            case Binary { Op: BinaryOp.Add } sum:
                return Other(sum.Left, sum.Right, before) is { } term ? (ReductionOp.Sum, term) : null;
            case Binary { Op: BinaryOp.Subtract, Left: Read read } difference when read.Local == before && !ExprFacts.Reads(difference.Right, before) && !value.Type.IsFloat():
                return (ReductionOp.Sum, new Unary(UnaryOp.Negate, difference.Right));
            case Binary { Op: BinaryOp.Multiply } product:
                return Other(product.Left, product.Right, before) is { } factor ? (ReductionOp.Product, factor) : null;
            case Binary { Op: BinaryOp.And or BinaryOp.Or or BinaryOp.Xor } bits:
                ReductionOp op = bits.Op == BinaryOp.And ? ReductionOp.And : bits.Op == BinaryOp.Or ? ReductionOp.Or : ReductionOp.Xor;
                return Other(bits.Left, bits.Right, before) is { } mask ? (op, mask) : null;
            case Call { Function: Intrinsic.Min or Intrinsic.Max } call:
                return Other(call.Arguments[0], call.Arguments[1], before) is { } other ? (call.Function == Intrinsic.Min ? ReductionOp.Min : ReductionOp.Max, other) : null;
            case Select select when ExprFacts.Reads(select.Condition, before):
                return Extreme(select, before);
            case Select select:
                return Choice(select, before);
            default:
                return null;
        }
    }

    /// <summary>The operand that is not the old value, where the other one is.</summary>
    private static Expr? Other(Expr left, Expr right, Local before) =>
        IsBefore(left, before) && !ExprFacts.Reads(right, before) ? right : IsBefore(right, before) && !ExprFacts.Reads(left, before) ? left : null;

    private static bool IsBefore(Expr expr, Local before) => expr is Read read && read.Local == before;

    /// <summary>One step or another, or none: what does nothing is the operator's identity.</summary>
    private static (ReductionOp Op, Expr Operand)? Choice(Select select, Local before)
    {
        (ReductionOp Op, Expr Operand)? whenTrue = Step(select.WhenTrue, before);
        (ReductionOp Op, Expr Operand)? whenFalse = Step(select.WhenFalse, before);
        if ((whenTrue ?? whenFalse) is not var (op, _)
            || (whenTrue is null ? !IsBefore(select.WhenTrue, before) : whenTrue.Value.Op != op)
            || (whenFalse is null ? !IsBefore(select.WhenFalse, before) : whenFalse.Value.Op != op))
        {
            return null;
        }

        Expr nothing = ReductionSteps.Identity(op, before.Type);
        return (op, new Select(select.Condition, whenTrue?.Operand ?? nothing, whenFalse?.Operand ?? nothing));
    }

    /// <summary><c>value &gt; before ? value : before</c>: of floats only so, since of equal ones the first stays.</summary>
    private static (ReductionOp Op, Expr Operand)? Extreme(Select select, Local before)
    {
        if (select.Condition is not Compare { Op: not (CompareOp.Equal or CompareOp.NotEqual) } compare || Other(compare.Left, compare.Right, before) is not { } value)
        {
            return null;
        }

        bool isTaken = value == select.WhenTrue && IsBefore(select.WhenFalse, before);
        if (!isTaken && !(value == select.WhenFalse && IsBefore(select.WhenTrue, before)))
        {
            return null;
        }

        bool isLarger = (compare.Op is CompareOp.Greater or CompareOp.GreaterOrEqual) == (compare.Left == value) == isTaken;
        return !before.Type.IsFloat() ? (isLarger ? ReductionOp.Max : ReductionOp.Min, value)
            : isTaken && compare.Op is (CompareOp.Greater or CompareOp.Less) ? (isLarger ? ReductionOp.Larger : ReductionOp.Smaller, value)
            : null;
    }
}
