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
        return Ahead(first, second).Concat(Ahead(second, first));

        IEnumerable<AffineForm> Ahead(Access one, Access other) =>
            from low in Range(loop, one, dimension, isMaximum: false)
            from high in Range(loop, other, dimension, isMaximum: true)
            select low.Minus(high);
    }

    /// <summary>The least or greatest value over some loops, or <see langword="null"/> where a variable's factor is no constant, or there are several that it is not beyond.</summary>
    public static AffineForm? Extreme(AffineForm form, IEnumerable<ForLoop> loops, bool isMaximum) => Extremes(form, loops, isMaximum) is [var one] ? one : null;

    /// <summary>What the value is at least or at most over some loops, each for itself: of ragged loops several things may be known.</summary>
    private static IReadOnlyList<AffineForm> Extremes(AffineForm form, IEnumerable<ForLoop> loops, bool isMaximum)
    {
        // From the innermost outwards: the ends of a loop may contain variables of those around it.
        IReadOnlyList<AffineForm> results = [form];
        foreach (ForLoop loop in loops.Reverse())
        {
            results = [.. results.SelectMany(result => !result.Contains(loop.Variable) ? [result]
                : result.CoefficientOf(loop.Variable) is { } coefficient
                ? RaggedLoops.Ends(loop, coefficient > 0 == isMaximum).Select(end => result.Without(loop.Variable).Plus(end.Scale(coefficient)))
                : [])];
        }

        return results.Count <= MostForms ? results : [];
    }

    private const int MostForms = 8;

    /// <summary>
    /// Whether the elements that iterations touch lie behind each other, as those of tiles do: what one iteration covers is less than what the next one is further on.
    /// <code>a[i]   i from t to Math.Min(t + 16, n) - 1, over t by 16   →   15 &lt; 16: apart</code>
    /// </summary>
    public static bool AreTiles(ForLoop loop, Access first, Access second, int dimension)
    {
        List<ForLoop> inside = [.. first.Loops.SkipWhile(around => around.Id != loop.Id).Skip(1)];
        List<ForLoop> otherInside = [.. second.Loops.SkipWhile(around => around.Id != loop.Id).Skip(1)];
        (AffineForm one, AffineForm other) = (first.Subscripts[dimension], second.Subscripts[dimension]);

        // Of one iteration ahead, or behind; more are further.
        return IsBehind(one, inside, other, otherInside) && IsBehind(other, otherInside, one, inside);

        bool IsBehind(AffineForm early, List<ForLoop> earlyLoops, AffineForm late, List<ForLoop> lateLoops) =>
            (from high in Extremes(early, earlyLoops, isMaximum: true)
             from low in Extremes(late, lateLoops, isMaximum: false)
             let shift = low.CoefficientOf(loop.Variable) * loop.Step
             where shift > 0 && high.FactorOf(loop.Variable) == low.FactorOf(loop.Variable) && low.Minus(high) is { IsConstant: true } apart && apart.Constant + shift > 0
             select low).Any();
    }

    /// <summary>The loops around a loop that an access is in.</summary>
    public static IReadOnlyList<ForLoop> Outer(ForLoop loop, Access access) => access.Loops.TakeWhile(around => around.Id != loop.Id).ToList();

    /// <summary>Whether the form is above 0 in every iteration of the loops, whatever its atoms are.</summary>
    private static bool IsPositive(AffineForm form, IReadOnlyList<ForLoop> loops) =>
        Extreme(form, loops, isMaximum: false) is { Constant: > 0 } least
        && least.Terms.All(term => term.Atoms.Count == 0 || (term.Coefficient > 0 && term.Atoms.All(atom => atom is Length)));

    private static IReadOnlyList<AffineForm> Range(ForLoop loop, Access access, int dimension, bool isMaximum) =>
        Extremes(access.Subscripts[dimension], access.Loops.SkipWhile(around => around.Id != loop.Id), isMaximum);
}
