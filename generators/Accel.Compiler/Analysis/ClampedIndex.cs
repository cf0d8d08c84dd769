using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// A subscript that is a sum of loop variables as long as that lies between two ends, and the nearer end elsewhere: <c>x[Math.Clamp(i + k, 0, n - 1)]</c>, or what stands for a subscript that is only
/// used where the program has found it in range.
/// </summary>
/// <param name="Inner">The sum that is clamped.</param>
/// <param name="Rest">What is added to it then.</param>
/// <param name="Low">The lower end, or <see langword="null"/>.</param>
/// <param name="High">The upper end, which is also returned where it is below the lower one, or <see langword="null"/>.</param>
/// <param name="IsAsked">Whether it is used only where it is between the ends.</param>
internal sealed record ClampedIndex(AffineForm Inner, AffineForm Rest, Expr? Low, Expr? High, bool IsAsked)
{
    /// <param name="subscript">The subscript.</param>
    /// <param name="isFixed">Whether an expression is one of the ends, and not what is clamped.</param>
    public static ClampedIndex? Of(Expr subscript, Func<Expr, bool> isFixed)
    {
        switch (subscript)
        {
            case Within within:
                Expr? low = null;
                Expr? high = null;
                Expr? last = null;
                Expr value = Peel(within.Value, Intrinsic.Max, isFixed, ref last);
                value = Peel(value, Intrinsic.Min, isFixed, ref high);
                value = Peel(value, Intrinsic.Max, isFixed, ref low);
                if (last is not null)
                {
                    // Max(Min(Max(value, low), high), last) is Min(Max(value, Max(low, last)), Max(high, last)).
                    low = Larger(low, last);
                    high = high is null ? null : Larger(high, last);
                }

                return (low ?? high) is not null && !ExprFacts.IsIndexed(value) && AffineForm.Of(value) is { } inner ? new(inner, AffineForm.OfConstant(0), low, high, within.IsAsked) : null;

            case Binary { Op: BinaryOp.Add } sum:
                return Plus(sum.Left, sum.Right) ?? Plus(sum.Right, sum.Left);

            default:
                return null;
        }

        ClampedIndex? Plus(Expr clamped, Expr added) =>
            Of(clamped, isFixed) is { } found && !ExprFacts.IsIndexed(added) && AffineForm.Of(added) is { } rest ? found with { Rest = found.Rest.Plus(rest) } : null;
    }

    /// <summary>The form of a subscript that is a sum, and only used where that is in range; <see langword="null"/> for another.</summary>
    public static AffineForm? AskedForm(Expr subscript) => subscript switch
    {
        Within { IsAsked: true, Unclamped: var proper } => ExprFacts.IsIndexed(proper) ? null : AffineForm.Of(proper),
        Binary { Op: BinaryOp.Add } sum when AskedForm(sum.Left) is { } left => Added(left, sum.Right),
        Binary { Op: BinaryOp.Add } sum when AskedForm(sum.Right) is { } right => Added(right, sum.Left),
        _ => null,
    };

    private static AffineForm? Added(AffineForm asked, Expr other) => ExprFacts.IsIndexed(other) ? null : AffineForm.Of(other)?.Plus(asked);

    private static Expr Larger(Expr? one, Expr other) => one is null ? other : new Call(Intrinsic.Max, EquatableArray.Of(one, other));

    /// <summary>What the function is applied to, once or several times, with the end that comes of it.</summary>
    private static Expr Peel(Expr value, Intrinsic function, Func<Expr, bool> isFixed, ref Expr? end)
    {
        while (value is Call { Function: var called } call && called == function)
        {
            (Expr first, Expr second) = (call.Arguments[0], call.Arguments[1]);
            if (!isFixed(first) && !isFixed(second))
            {
                break;
            }

            (value, Expr bound) = isFixed(second) ? (first, second) : (second, first);
            end = end is null ? bound : new Call(function, EquatableArray.Of(end, bound));
        }

        return value;
    }
}
