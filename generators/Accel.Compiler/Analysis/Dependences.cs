using Accel.Compiler.IR;

namespace Accel.Compiler.Analysis;

internal enum DependenceKind
{
    /// <summary>No two iterations of the loop touch one element through this pair.</summary>
    Independent,

    /// <summary>Only iterations at exactly one distance can.</summary>
    Distance,

    /// <summary>None can, if at run time the loop's stride exceeds what the inner loops cover.</summary>
    StrideCovers,

    /// <summary>Nothing is known.</summary>
    Unknown,
}

/// <summary>How two accesses, at least one of them a write, depend on each other across the iterations of one loop.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Distance">With <see cref="DependenceKind.Distance"/>: iteration of the second access minus iteration of the first.</param>
/// <param name="Dimension">With <see cref="DependenceKind.StrideCovers"/>: the dimension whose stride decides.</param>
internal sealed record Dependence(DependenceKind Kind, long Distance = 0, int Dimension = 0)
{
    public static Dependence Independent { get; } = new(DependenceKind.Independent);

    public static Dependence Unknown { get; } = new(DependenceKind.Unknown);

    /// <summary>Whether different iterations of the loop never meet (without looking at run-time conditions).</summary>
    public bool IsCarried => Kind is DependenceKind.Unknown || (Kind == DependenceKind.Distance && Distance != 0);
}

/// <summary>
/// Dependence tests across the iterations of one loop, the iterations of all loops around it being the same for both accesses.
/// </summary>
/// <remarks>
/// Takes two accesses to one buffer and a loop around both; guarantees that iterations which the result excludes do not touch one element.
/// Per dimension: ZIV (no loop variable), strong SIV (equal coefficients), weak-zero SIV where two dimensions have it, and a range test for subscripts in which inner loop variables
/// occur too, and last the ranges of both subscripts (<see cref="SubscriptRanges"/>). The dimensions' constraints hold together.
/// <code>
/// a[i] = a[i - 1]   over i   →   distance 1
/// y[i*w + j]        over i   →   independent if w exceeds the range of j
/// </code>
/// </remarks>
internal static class Dependences
{
    public static Dependence Test(ForLoop loop, Access first, Access second)
    {
        Dependence? result = null;
        HashSet<Local> inner = new(StmtFacts.Loops(loop.Body).Select(item => item.Variable));
        if (first.IsGather || second.IsGather)
        {
            return Rows(loop, first, second, inner);
        }

        for (int dimension = 0; dimension < first.Subscripts.Count; dimension++)
        {
            Dependence one = TestDimension(loop, first.Subscripts[dimension], second.Subscripts[dimension], inner, dimension);
            if (one.Kind is DependenceKind.Unknown or DependenceKind.StrideCovers && SubscriptRanges.AreTiles(loop, first, second, dimension))
            {
                return Dependence.Independent;
            }

            if (one.Kind == DependenceKind.Independent)
            {
                return one;
            }

            result = Meet(result, one);
            if (result.Kind == DependenceKind.Independent)
            {
                return result;
            }
        }

        if (result?.Kind != DependenceKind.Distance && Pinned(loop, first, second, inner) is { } pinned)
        {
            return pinned;
        }

        return result is { Kind: DependenceKind.Distance } || !SubscriptRanges.AreApart(loop, first, second) ? result ?? Dependence.Unknown : Dependence.Independent;
    }

    /// <summary>Of elements at places that data says in rows that are known: only those of one row can be the same.</summary>
    private static Dependence Rows(ForLoop loop, Access first, Access second, HashSet<Local> inner)
    {
        IEnumerable<Dependence> known = Enumerable.Range(0, first.Expressions.Count).Where(dimension => !ExprFacts.IsIndexed(first.Expressions[dimension]) && !ExprFacts.IsIndexed(second.Expressions[dimension]))
            .Select(dimension => TestDimension(loop, AffineForm.Of(first.Expressions[dimension])!, AffineForm.Of(second.Expressions[dimension])!, inner, dimension));
        return known.FirstOrDefault(dependence => dependence.Kind is DependenceKind.Independent or DependenceKind.Distance) ?? Dependence.Unknown;
    }

    /// <summary>Both constraints hold, so the sharper one may be kept; two different distances exclude each other.</summary>
    private static Dependence Meet(Dependence? left, Dependence right) => left switch
    {
        null => right,
        { Kind: DependenceKind.Distance } when right.Kind == DependenceKind.Distance => left.Distance == right.Distance ? left : Dependence.Independent,
        { Kind: DependenceKind.Distance } => left,
        _ when right.Kind == DependenceKind.Distance => right,
        { Kind: DependenceKind.StrideCovers } => left,
        _ => right,
    };

    private static Dependence TestDimension(ForLoop loop, AffineForm first, AffineForm second, HashSet<Local> inner, int dimension)
    {
        AffineForm factor = first.FactorOf(loop.Variable);
        if (factor != second.FactorOf(loop.Variable))
        {
            return GcdTest(loop, first, second, inner);
        }

        AffineForm firstRest = first.Without(loop.Variable);
        AffineForm secondRest = second.Without(loop.Variable);
        bool hasInner = inner.Any(variable => firstRest.Contains(variable) || secondRest.Contains(variable));
        if (hasInner)
        {
            // Without the loop's own variable nothing separates its iterations.
            if (factor.Terms.Count == 0 || !OuterPartsCancel(firstRest, secondRest, inner))
            {
                return Dependence.Unknown;
            }

            return new(DependenceKind.StrideCovers, 0, dimension);
        }

        AffineForm difference = firstRest.Minus(secondRest);
        if (!difference.IsConstant)
        {
            return Dependence.Unknown;
        }

        if (factor.Terms.Count == 0)
        {
            return difference.Constant == 0 ? Dependence.Unknown : Dependence.Independent;
        }

        if (!factor.IsConstant)
        {
            // The factor's value is not known: 0 would make all iterations meet.
            return Dependence.Unknown;
        }

        long stride = factor.Constant * loop.Step;
        return difference.Constant % stride == 0 ? new(DependenceKind.Distance, difference.Constant / stride) : Dependence.Independent;
    }

    /// <summary>
    /// Weak-zero SIV in two dimensions: one fixes the iteration in which the first access can meet the second, the other that of the second.
    /// <code>a[i, j] = …; a[j, i] = …   over j   →   both are i: distance 0</code>
    /// </summary>
    private static Dependence? Pinned(ForLoop loop, Access first, Access second, HashSet<Local> inner)
    {
        AffineForm? firstIteration = null;
        AffineForm? secondIteration = null;
        for (int dimension = 0; dimension < first.Subscripts.Count; dimension++)
        {
            firstIteration ??= Solution(first.Subscripts[dimension], second.Subscripts[dimension]);
            secondIteration ??= Solution(second.Subscripts[dimension], first.Subscripts[dimension]);
        }

        return firstIteration is null || secondIteration?.Minus(firstIteration) is not { IsConstant: true } difference ? null
            : difference.Constant % loop.Step == 0 ? new(DependenceKind.Distance, difference.Constant / loop.Step)
            : Dependence.Independent;

        // The one value of the loop's variable for which a subscript that moves equals one that does not.
        AffineForm? Solution(AffineForm moving, AffineForm still)
        {
            AffineForm factor = moving.FactorOf(loop.Variable);
            AffineForm rest = moving.Without(loop.Variable);
            return !factor.IsConstant || Math.Abs(factor.Constant) != 1 || still.Contains(loop.Variable)
                || inner.Any(variable => rest.Contains(variable) || still.Contains(variable))
                ? null
                : still.Minus(rest).Scale(factor.Constant);
        }
    }

    /// <summary>Terms of variables outside the loop have one value for both accesses; they must occur alike to cancel.</summary>
    private static bool OuterPartsCancel(AffineForm first, AffineForm second, HashSet<Local> inner)
    {
        AffineForm difference = first.Minus(second);
        return difference.Terms.All(term => term.Atoms.Count == 0 || inner.Any(term.Contains));
    }

    /// <summary>a*i + b = c*j + d has no solution in integers if gcd(a, c) does not divide d - b.</summary>
    private static Dependence GcdTest(ForLoop loop, AffineForm first, AffineForm second, HashSet<Local> inner)
    {
        long gcd = 0;
        foreach (AffineForm form in new[] { first, second })
        {
            foreach (Local variable in inner.Append(loop.Variable))
            {
                if (form.CoefficientOf(variable) is not { } coefficient)
                {
                    return Dependence.Unknown;
                }

                gcd = Gcd(gcd, Math.Abs(coefficient));
            }
        }

        AffineForm firstRest = inner.Append(loop.Variable).Aggregate(first, (form, variable) => form.Without(variable));
        AffineForm secondRest = inner.Append(loop.Variable).Aggregate(second, (form, variable) => form.Without(variable));
        AffineForm difference = firstRest.Minus(secondRest);
        return difference.IsConstant && gcd > 1 && difference.Constant % gcd != 0 ? Dependence.Independent : Dependence.Unknown;
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
