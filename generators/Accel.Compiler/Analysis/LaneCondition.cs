using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

internal enum FormRelation
{
    Positive,
    NotNegative,
    NotZero,
}

/// <summary>A comparison of a form with 0.</summary>
internal sealed record FormTest(AffineForm Form, FormRelation Relation);

/// <summary>
/// What must hold at run time for lanes to run side by side, although the compiler cannot prove it: that two accesses do not meet, or meet only in the order
/// in which they stand.
/// </summary>
/// <param name="Tests">One of these suffices. The forms contain what is fixed while the loop runs; variables of loops around it take all their values.</param>
/// <param name="Buffer">The buffer, for messages.</param>
internal sealed record LaneCondition(EquatableArray<FormTest> Tests, string Buffer)
{
    /// <summary>The condition for a pair that nothing is known about, or <see langword="null"/> where none would ever hold.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="first">The access that comes first in the text.</param>
    /// <param name="second">The other.</param>
    /// <param name="isOrdered">Whether all accesses like the first one come before all like the second.</param>
    public static LaneCondition? Of(ForLoop loop, Access first, Access second, bool isOrdered)
    {
        if (first.IsGather || second.IsGather)
        {
            return null;
        }

        var tests = new List<FormTest>();
        for (int dimension = 0; dimension < first.Subscripts.Count; dimension++)
        {
            if (Distance(loop, first.Subscripts[dimension], second.Subscripts[dimension], isOrdered) is { } distance)
            {
                tests.Add(distance);
            }

            tests.AddRange(SubscriptRanges.Differences(loop, first, second, dimension).Select(form => new FormTest(form, FormRelation.Positive)));
        }

        EquatableArray<FormTest> possible = tests.Where(test => MayHold(test, SubscriptRanges.Outer(loop, first))).ToEquatableArray();
        return possible.Count == 0 ? null : new(possible, first.Buffer.Name);
    }

    /// <summary>Iterations that meet in a symbolic distance are in order where that is not negative, and one element each where the stride is not 0.</summary>
    private static FormTest? Distance(ForLoop loop, AffineForm first, AffineForm second, bool isOrdered)
    {
        AffineForm factor = first.FactorOf(loop.Variable);
        AffineForm difference = first.Without(loop.Variable).Minus(second.Without(loop.Variable));
        if (factor != second.FactorOf(loop.Variable) || factor.Terms.Count == 0 || StmtFacts.Loops(loop.Body).Any(inner => difference.Contains(inner.Variable)))
        {
            return null;
        }

        if (!factor.IsConstant)
        {
            return difference.Terms.Count == 0 ? new(factor, FormRelation.NotZero) : null;
        }

        return isOrdered ? new(difference.Scale(factor.Constant * loop.Step > 0 ? 1 : -1), FormRelation.NotNegative) : null;
    }

    /// <summary>Whether the test holds for anything but buffers of a few elements.</summary>
    private static bool MayHold(FormTest test, IReadOnlyList<ForLoop> outer)
    {
        if (SubscriptRanges.Extreme(test.Form, outer, isMaximum: false) is not { } least || (test.Relation == FormRelation.NotZero && least != test.Form))
        {
            return false;
        }

        if (test.Relation == FormRelation.NotZero)
        {
            return !least.IsConstant;
        }

        // As lengths grow, a[n / 2] against a[0] to a[n - 1] is n / 2 - n + 1, which falls.
        var growth = new Dictionary<Length, double>();
        foreach (AffineTerm term in least.Terms.Where(term => term.Atoms.Count > 0))
        {
            if (term.Atoms.Count > 1 || PartOfLength(term.Atoms[0]) is not var (length, part))
            {
                return true;
            }

            growth[length] = (growth.TryGetValue(length, out double sum) ? sum : 0) + (term.Coefficient * part);
        }

        return growth.Values.Any(value => value > 0) || (growth.Values.All(value => value == 0) && least.Constant >= (test.Relation == FormRelation.Positive ? 1 : 0));
    }

    private static (Length Length, double Part)? PartOfLength(Expr atom) => atom switch
    {
        Length length => (length, 1),
        Binary { Op: BinaryOp.Divide, Right: Constant { Bits: > 0 } divisor } half when PartOfLength(half.Left) is var (length, part) => (length, part / divisor.Bits),
        _ => null,
    };
}
