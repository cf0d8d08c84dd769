using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// A value of a loop's variable at which its range is split, so that two accesses meet in no two iterations of one part: the least whole number that is not below a quotient. Iterations below it are
/// one part, the others the next (or the one before, where the loop counts down).
/// </summary>
/// <remarks>
/// Index-set splitting (R. Allen and K. Kennedy, Optimizing Compilers for Modern Architectures, 2001, 3.3.2 and 5.7). Two kinds of pairs of subscripts have one crossing:
/// <code>
/// weak-zero SIV:      a[i] = a[k]              all iterations up to the one that writes a[k] read what was there, all behind it what it wrote
/// weak-crossing SIV:  a[i] = a[n - 1 - i]      iterations meet in pairs around (n - 1) / 2, one on each side
/// </code>
/// </remarks>
/// <param name="Dividend">Of the quotient; contains what is fixed while the loop runs. Sums of 32-bit values by small factors, so that it is exact in 64 bits.</param>
/// <param name="Divisor">Of the quotient, above 0.</param>
internal sealed record IndexSplit(AffineForm Dividend, long Divisor)
{
    /// <summary>So many values at most; each costs a comparison in front of each part.</summary>
    public const int Most = 4;

    private const long LargestFactor = 1 << 20;

    private static bool IsExact(AffineForm form) => form.Terms.Count <= 8 && form.Terms.All(term =>
        Math.Abs(term.Coefficient) <= LargestFactor && (term.Atoms.Count == 0 || (term.Atoms.Count == 1 && term.Atoms[0].Type == ScalarType.Int32)));

    /// <summary>Whether parts of the loop may run one after the other as vectors: nothing passes from lane to lane, and no order of lanes goes over the whole of it.</summary>
    public static bool IsPossible(ForLoop loop) =>
        !StmtFacts.Loops(loop.Body).Any() && !StmtFacts.MayLeave(loop) && !StmtFacts.IsPartlyOneByOne(loop) && LaneCarries.Of(loop).Count == 0
        && !StmtFacts.Descendants(loop.Body).OfType<Accumulate>().Any(step => step.Target.Type.IsFloat());

    /// <summary>The splits for two accesses to one buffer that nothing else is known about, at least one of them a write; none where they would not help.</summary>
    /// <param name="loop">An innermost loop.</param>
    /// <param name="first">The first access.</param>
    /// <param name="second">The other.</param>
    /// <param name="isFirstAhead">Whether all accesses like the first stand in front of all like the second.</param>
    /// <param name="isSecondAhead">The other way round.</param>
    public static IReadOnlyList<IndexSplit> Of(ForLoop loop, Access first, Access second, bool isFirstAhead, bool isSecondAhead)
    {
        if (first.IsGather || second.IsGather)
        {
            return [];
        }

        return Enumerable.Range(0, first.Subscripts.Count).Select(dimension =>
            {
                (AffineForm one, AffineForm other) = (first.Subscripts[dimension], second.Subscripts[dimension]);
                return one.CoefficientOf(loop.Variable) is not { } factor || other.CoefficientOf(loop.Variable) is not { } otherFactor ? []
                    : factor != 0 && otherFactor == 0 ? WeakZero(one, other, factor, !second.IsWrite, isSecondAhead, isFirstAhead)
                    : factor == 0 && otherFactor != 0 ? WeakZero(other, one, otherFactor, !first.IsWrite, isFirstAhead, isSecondAhead)
                    : factor != 0 && factor == -otherFactor ? WeakCrossing(one, other, factor)
                    : [];
            }).FirstOrDefault(splits => splits.Length > 0 && splits.All(split => IsExact(split.Dividend))) ?? [];

        // Both sides of a crossing: p * i + e = -p * j + f has i + j = (f - e) / p.
        IndexSplit[] WeakCrossing(AffineForm one, AffineForm other, long factor) =>
            [new(other.Without(loop.Variable).Minus(one.Without(loop.Variable)).Scale(Math.Sign(factor)), 2 * Math.Abs(factor))];

        // The iteration that touches the fixed element itself belongs to those before it where they read it first, and to those behind where it is read behind; else it is a part of its own.
        IndexSplit[] WeakZero(AffineForm moving, AffineForm still, long factor, bool isRead, bool isReadAhead, bool isReadBehind)
        {
            AffineForm dividend = still.Minus(moving.Without(loop.Variable)).Scale(Math.Sign(factor));
            IndexSplit at = new(dividend, Math.Abs(factor));
            IndexSplit behind = new(dividend.Plus(AffineForm.OfConstant(1)), Math.Abs(factor));
            return !isRead ? [] : isReadAhead == isReadBehind ? [at, behind] : isReadAhead == loop.Step > 0 ? [behind] : [at];
        }
    }
}
