using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

/// <summary>
/// Subscripts of a matrix that is kept row by row in memory of one dimension, as row and column: <c>d[i * n + j]</c> is <c>d[i, j]</c>.
/// </summary>
/// <remarks>
/// T. Grosser, J. Ramanujam, L.-N. Pouchet, P. Sadayappan, S. Pop: Optimistic Delinearization of Parametrically Sized Arrays, ICS 2015. Takes the two accesses of a pair. Guarantees, in each iteration in which they are made, that
/// the columns are at least 0 and less than the length of a row: then two elements are the same only where rows and columns are.
/// </remarks>
internal static class Delinearization
{
    /// <summary>Both accesses with two subscripts each, or <see langword="null"/> where no length of a row is known to separate them.</summary>
    public static (Access First, Access Second)? Of(Access first, Access second)
    {
        if (first.IsGather || second.IsGather || first.Subscripts.Count != 1 || second.Subscripts.Count != 1)
        {
            return null;
        }

        foreach (AffineForm length in Lengths(first.Subscripts[0]).Concat(Lengths(second.Subscripts[0])).Distinct())
        {
            if (Split(first, length) is { } one && Split(second, length) is { } other)
            {
                return (one, other);
            }
        }

        return null;
    }

    /// <summary>What may be the length of a row: what something is multiplied by.</summary>
    private static IEnumerable<AffineForm> Lengths(AffineForm form) => form.Terms.SelectMany(term =>
        term.Atoms.Count > 1 ? term.Atoms.Select(atom => AffineForm.Of(atom)!)
        : term.Atoms.Count == 1 && Math.Abs(term.Coefficient) > 1 ? [AffineForm.OfConstant(Math.Abs(term.Coefficient))]
        : Enumerable.Empty<AffineForm>());

    private static Access? Split(Access access, AffineForm length)
    {
        AffineForm row = RowOf(access.Subscripts[0], length);
        return row.Times(length) is { } begin && access.Subscripts[0].Minus(begin) is var column
            && SubscriptRanges.Extreme(column, access.Loops, isMaximum: false) is { IsConstant: true, Constant: >= 0 }
            && SubscriptRanges.Extreme(column, access.Loops, isMaximum: true)?.Minus(length) is { IsConstant: true, Constant: < 0 }
            ? access with { Subscripts = EquatableArray.Of(row, column) }
            : null;
    }

    /// <summary>The terms that are multiples of a length, divided by it.</summary>
    private static AffineForm RowOf(AffineForm form, AffineForm length) => !length.IsConstant ? form.FactorOf(length.Terms[0].Atoms[0])
        : new(form.Terms.Where(term => term.Coefficient % length.Constant == 0).Select(term => term with { Coefficient = term.Coefficient / length.Constant }).ToEquatableArray());
}
