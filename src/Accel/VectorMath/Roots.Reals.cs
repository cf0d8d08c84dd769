using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>1 over the square root.</summary>
    /// <param name="x">A number that is not negative.</param>
    /// <returns>1 / sqrt x, within 1 ulp; ±infinity for ±0, NaN below 0 and for NaN, +0 for +infinity.</returns>
    /// <remarks>The quotient, corrected by what rounding the root and the quotient left.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ReciprocalSqrt(Real x)
    {
        var isSmall = LessThan(x, Create(RsqrtSmallBelowDouble));
        Real scaled = x * ConditionalSelect(isSmall, Create(RsqrtUpDouble), Create(1.0));
        Real root = Sqrt(scaled);
        Real quotient = Create(1.0) / root;
        Real rest = FusedMultiplyAdd(-quotient, root, Create(1.0));
        Real rootRest = FusedMultiplyAdd(-root, root, scaled) * Create(-0.5);
        Real corrected = FusedMultiplyAdd(quotient, FusedMultiplyAdd(rootRest, quotient * quotient, rest), quotient);

        // Of 0 and infinity the corrections are no numbers, and the quotient is right.
        Real result = ConditionalSelect(LessThan(Abs(quotient), Create(RsqrtCorrectedBelowDouble)), corrected, quotient);
        result = ConditionalSelect(GreaterThan(quotient, Create(0.0)), result, quotient);
        return result * ConditionalSelect(isSmall, Create(RsqrtUpRootDouble), Create(1.0));
    }

    /// <summary>The root of the sum of two squares: the length of the hypotenuse.</summary>
    /// <param name="x">One side.</param>
    /// <param name="y">The other.</param>
    /// <returns>sqrt(x² + y²), within 1 ulp, without overflow or underflow on the way; +infinity where one is infinite, also beside a NaN, else NaN for a NaN.</returns>
    /// <remarks>One step of correction, whose products are exact by fused multiplications (C. F. Borges, Algorithm 1014: An improved algorithm for hypot(x, y), 2020).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Hypot(Real x, Real y)
    {
        Real one = Abs(x);
        Real other = Abs(y);
        var isLess = LessThan(one, other);
        Real most = ConditionalSelect(isLess, other, one);
        Real least = ConditionalSelect(isLess, one, other);

        // One comparison: shifted so that the numbers whose squares are in range, and only they, come out at the bottom.
        if (GreaterThanAny(most.AsInt64() + Create(HypotUnscaledShiftDouble), Create(HypotUnscaledLimitDouble)))
        {
            return HypotOfAny(one, other, most, least);
        }

        return HypotOfScaled(most, least);
    }

    // By a power of two down or up, where squares would leave the range.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real HypotOfAny(Real one, Real other, Real most, Real least)
    {
        var isLarge = GreaterThan(most, Create(HypotLargeAboveDouble));
        var isSmall = LessThan(most, Create(HypotSmallBelowDouble));
        Real scale = ConditionalSelect(isLarge, Create(HypotDownDouble), ConditionalSelect(isSmall, Create(HypotUpDouble), Create(1.0)));
        Real back = ConditionalSelect(isLarge, Create(HypotDownBackDouble), ConditionalSelect(isSmall, Create(HypotUpBackDouble), Create(1.0)));
        Real result = HypotOfScaled(most * scale, least * scale) * back;

        Real sum = one + other;
        result = ConditionalSelect(Lanes.Equals(sum, Create(0.0)), sum, result);
        result = ConditionalSelect(Lanes.Equals(one, Create(double.PositiveInfinity)), one, result);
        return ConditionalSelect(Lanes.Equals(other, Create(double.PositiveInfinity)), other, result);
    }

    // sqrt(a² + b²) for a at least b, whose squares are in range
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real HypotOfScaled(Real a, Real b)
    {
        Real root = Sqrt(FusedMultiplyAdd(a, a, FusedMultiplyAdd(b, b, Create(0.0))));
        Real rootSquare = FusedMultiplyAdd(root, root, Create(0.0));
        Real square = FusedMultiplyAdd(a, a, Create(0.0));
        Real error = FusedMultiplyAdd(-b, b, rootSquare - square) + FusedMultiplyAdd(root, root, -rootSquare) - FusedMultiplyAdd(a, a, -square);
        return root - (error / (root + root));
    }
}
