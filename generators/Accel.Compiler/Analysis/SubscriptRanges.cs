using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// The range test: how far apart the elements are that two accesses touch in any two iterations of a loop, the loops around it being at the same
/// iteration for both.
/// </summary>
/// <remarks>
/// Each access's range is taken over the loop and those inside it (triangular ones included), as forms of what is fixed meanwhile; what both ranges have in
/// common cancels in the difference.
/// <code>
/// a[i + m] = a[i]   i from 0 to m - 1    →   least difference m - (m - 1) = 1: apart
/// a[i] -= a[j]      i from j + 1 on      →   least difference (j + 1) - j = 1: apart
/// a[i + k] = a[i]   i from 0 to n - 1    →   least difference k - n + 1, greatest k + n - 1: apart where one is above 0 or the other below
/// </code>
/// </remarks>
internal static class SubscriptRanges
{
    /// <summary>Whether no two iterations touch one element, whatever the values of what is fixed.</summary>
    public static bool AreApart(ForLoop loop, Access first, Access second)
    {
        for (int dimension = 0; dimension < first.Subscripts.Count; dimension++)
        {
            if (Differences(loop, first, second, dimension).Any(form => IsPositive(form, Outer(loop, first))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Two forms in the first of which the first subscript is ahead, in the second the second: if either is positive, the accesses are apart in this dimension.
    /// </summary>
    public static IEnumerable<AffineForm> Differences(ForLoop loop, Access first, Access second, int dimension)
    {
        (AffineForm? low, AffineForm? high) firstRange = Range(loop, first, dimension);
        (AffineForm? low, AffineForm? high) secondRange = Range(loop, second, dimension);
        if (firstRange.low is { } firstLow && secondRange.high is { } secondHigh)
        {
            yield return firstLow.Minus(secondHigh);
        }

        if (secondRange.low is { } secondLow && firstRange.high is { } firstHigh)
        {
            yield return secondLow.Minus(firstHigh);
        }
    }

    /// <summary>The least or greatest value over some loops, or <see langword="null"/> where a variable's factor is no constant.</summary>
    public static AffineForm? Extreme(AffineForm form, IEnumerable<ForLoop> loops, bool isMaximum)
    {
        // From the innermost outwards: the ends of a loop may contain variables of those around it.
        AffineForm? result = form;
        foreach (ForLoop loop in loops.Reverse())
        {
            if (result is null || !result.Contains(loop.Variable))
            {
                continue;
            }

            result = result.CoefficientOf(loop.Variable) is { } coefficient && Ends(loop) is var (low, high)
                ? result.Without(loop.Variable).Plus((coefficient > 0 == isMaximum ? high : low).Scale(coefficient))
                : null;
        }

        return result;
    }

    /// <summary>The loops around a loop that an access is in.</summary>
    public static IReadOnlyList<ForLoop> Outer(ForLoop loop, Access access) => access.Loops.TakeWhile(around => around.Id != loop.Id).ToList();

    /// <summary>Whether the form is above 0 in every iteration of the loops, whatever its atoms are.</summary>
    private static bool IsPositive(AffineForm form, IReadOnlyList<ForLoop> loops) =>
        Extreme(form, loops, isMaximum: false) is { Constant: > 0 } least
        && least.Terms.All(term => term.Atoms.Count == 0 || (term.Coefficient > 0 && term.Atoms.All(atom => atom is Length)));

    private static (AffineForm? Low, AffineForm? High) Range(ForLoop loop, Access access, int dimension)
    {
        List<ForLoop> inside = access.Loops.SkipWhile(around => around.Id != loop.Id).ToList();
        return (Extreme(access.Subscripts[dimension], inside, isMaximum: false), Extreme(access.Subscripts[dimension], inside, isMaximum: true));
    }

    private static (AffineForm Low, AffineForm High)? Ends(ForLoop loop) =>
        AffineForm.Of(loop.Start) is not { } start || AffineForm.Of(loop.Bound) is not { } bound ? null : loop.Relation switch
        {
            LoopRelation.Less => (start, bound.Plus(AffineForm.OfConstant(-1))),
            LoopRelation.LessOrEqual => (start, bound),
            LoopRelation.Greater => (bound.Plus(AffineForm.OfConstant(1)), start),
            _ => (bound, start),
        };
}
