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
    /// <summary>What is used in the place of the sum where that is not between the ends, in place of the nearer one: a fixed value, or the sum and a fixed value, as in <c>x[i + k &lt; n ? i + k : i + k - n]</c>.</summary>
    public Expr? Elsewhere { get; init; }

    /// <param name="subscript">The subscript.</param>
    /// <param name="isFixed">Whether an expression is one of the ends, and not what is clamped.</param>
    public static ClampedIndex? Of(Expr subscript, Func<Expr, bool> isFixed)
    {
        switch (subscript)
        {
            case Within { Value: Select { Condition: Compare compare } choice, IsAsked: false }:
                return Chosen(compare, choice.WhenTrue, choice.WhenFalse, isFixed) ?? Chosen(compare with { Op = compare.Op.Negated() }, choice.WhenFalse, choice.WhenTrue, isFixed);

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

    /// <summary>A sum that is used where a comparison of it with what is fixed holds.</summary>
    private static ClampedIndex? Chosen(Compare compare, Expr chosen, Expr elsewhere, Func<Expr, bool> isFixed)
    {
        if (isFixed(chosen) || FormOf(chosen) is not { } inner || FormOf(compare.Left) is not { } left || FormOf(compare.Right) is not { } right
            || !(isFixed(elsewhere) || (FormOf(elsewhere) is { } other && IsFixed(other.Minus(inner)))))
        {
            return null;
        }

        // What is compared with 0 is the sum and a fixed value, or falls as the sum grows.
        AffineForm compared = left.Minus(right);
        bool grows = IsFixed(compared.Minus(inner));
        AffineForm rest = grows ? compared.Minus(inner) : compared.Plus(inner);
        if (!IsFixed(rest) || compare.Op is CompareOp.Equal or CompareOp.NotEqual)
        {
            return null;
        }

        long beyond = compare.Op is CompareOp.Greater or CompareOp.Less ? 1 : 0;
        bool isLow = compare.Op is CompareOp.Greater or CompareOp.GreaterOrEqual == grows;
        Expr end = rest.Scale(grows ? -1 : 1).Plus(AffineForm.OfConstant(isLow ? beyond : -beyond)).ToExpr();
        return new(inner, AffineForm.OfConstant(0), isLow ? end : null, isLow ? null : end, IsAsked: false) { Elsewhere = elsewhere };

        bool IsFixed(AffineForm form) => form.Terms.SelectMany(term => term.Atoms).All(isFixed);

        static AffineForm? FormOf(Expr expr) => ExprFacts.IsIndexed(expr) || ExprFacts.ReadsMemory(expr) ? null : AffineForm.Of(expr);
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
