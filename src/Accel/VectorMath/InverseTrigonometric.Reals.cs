using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Inverse tangent.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>arctan x in radians, from -π/2 to π/2, within 1 ulp; NaN for NaN, ±0 for ±0.</returns>
    /// <remarks>arctan x = π/4 + arctan((x - 1)/(x + 1)) = π/2 + arctan(-1/x), whichever leaves an argument of at most sqrt(2) - 1, with the error of the quotient; a polynomial of
    /// degree 23 (float: 11).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Atan(Real x)
    {
        Real magnitude = Abs(x);
        magnitude = AtMost(magnitude, Create(AtanCeilingDouble));
        var isLarge = GreaterThan(magnitude, Create(2.414213562373095));
        var isMiddle = GreaterThan(magnitude, Create(0.41421356237309503));

        // Sums with 1 as products: a compiler that collects constants would undo an addition and a subtraction.
        Real less = FusedMultiplyAdd(magnitude, Create(1.0), Create(-1.0));
        Real more = FusedMultiplyAdd(magnitude, Create(1.0), Create(1.0));
        Real numerator = ConditionalSelect(isLarge, Create(-1.0), ConditionalSelect(isMiddle, less, magnitude));
        Real divisor = ConditionalSelect(isLarge, magnitude, ConditionalSelect(isMiddle, more, Create(1.0)));
        Real numeratorLow = ConditionalSelect(isLarge, Create(0.0), ConditionalSelect(isMiddle, magnitude - (less + Create(1.0)), Create(0.0)));
        Real divisorLow = ConditionalSelect(isLarge, Create(0.0), ConditionalSelect(isMiddle, magnitude - (more - Create(1.0)), Create(0.0)));
        Real angle = ConditionalSelect(isLarge, Create(1.5707963267948966), ConditionalSelect(isMiddle, Create(0.7853981633974483), Create(0.0)));
        Real angleLow = ConditionalSelect(isLarge, Create(HalfPiLowDouble), ConditionalSelect(isMiddle, Create(QuarterPiLowDouble), Create(0.0)));

        Real reciprocal = Create(1.0) / divisor;
        Real t = FusedMultiplyAdd(numerator, reciprocal, Create(0.0));
        Real tLow = (FusedMultiplyAdd(-t, divisor, numerator) + FusedMultiplyAdd(-t, divisorLow, numeratorLow)) * reciprocal;
        Real result = AtanOfSmall(t, tLow, angle, angleLow, out Real low);
        result += low;
        return (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }

    // angle + angleLow + arctan(t + tLow) for |t| <= sqrt(2) - 1, and an angle that is 0 or larger than that
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AtanOfSmall(Real t, Real tLow, Real angle, Real angleLow, out Real low)
    {
        Real z = t * t;
        Real tail = FusedMultiplyAdd(t * z, AtanTail(z), FusedMultiplyAdd(-z, tLow, tLow));
        Real sum = angle + t;
        Real error = (angle - sum) + t;
        low = error + (tail + angleLow);
        return sum;
    }

    /// <summary>The angle of a point, from the positive x axis.</summary>
    /// <param name="y">The y coordinate.</param>
    /// <param name="x">The x coordinate.</param>
    /// <returns>
    /// The angle in radians, from -π to π with the sign of y, within 1 ulp. Zeros and infinities as annex F of ISO C has them: ±0 or ±π where y is ±0, by the sign of x; multiples of π/4
    /// where both are infinite. NaN where one is.
    /// </returns>
    /// <remarks>As <c>Atan</c> of the smaller over the larger coordinate, added to a multiple of π/2 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Atan2(Real y, Real x)
    {
        Real height = Abs(y);
        Real width = Abs(x);
        var isSteep = GreaterThan(height, width);
        Real larger = ConditionalSelect(isSteep, height, width);
        Real smaller = ConditionalSelect(isSteep, width, height);

        // Where their sum or a remainder would be out of range; then of infinities, and of two zeros.
        Real scale = ConditionalSelect(GreaterThan(larger, Create(AtanCeilingDouble)), Create(Atan2DownDouble), ConditionalSelect(LessThan(larger, Create(Atan2SmallBelowDouble)), Create(Atan2UpDouble), Create(1.0)));
        var isInfinite = GreaterThan(larger, Create(double.MaxValue));
        smaller = ConditionalSelect(isInfinite, ConditionalSelect(GreaterThan(smaller, Create(double.MaxValue)), Create(1.0), Create(0.0)), smaller * scale);
        larger = ConditionalSelect(isInfinite, Create(1.0), larger * scale);
        larger = ConditionalSelect(Lanes.Equals(larger, Create(0.0)), Create(1.0), larger);

        var isMiddle = GreaterThan(smaller, larger * Create(0.41421356237309503));
        Real difference = larger - smaller;
        Real sum = larger + smaller;
        Real numerator = ConditionalSelect(isMiddle, -difference, smaller);
        Real divisor = ConditionalSelect(isMiddle, sum, larger);
        Real numeratorLow = ConditionalSelect(isMiddle, smaller - (larger - difference), Create(0.0));
        Real divisorLow = ConditionalSelect(isMiddle, (larger - sum) + smaller, Create(0.0));
        Real reciprocal = Create(1.0) / divisor;
        Real t = FusedMultiplyAdd(numerator, reciprocal, Create(0.0));
        Real tLow = (FusedMultiplyAdd(-t, divisor, numerator) + FusedMultiplyAdd(-t, divisorLow, numeratorLow)) * reciprocal;
        Real angle = AtanOfSmall(
            t,
            tLow,
            ConditionalSelect(isMiddle, Create(0.7853981633974483), Create(0.0)),
            ConditionalSelect(isMiddle, Create(QuarterPiLowDouble), Create(0.0)),
            out Real angleLow);

        var isBehind = LessThan((Create(1.0).AsInt64() | (x.AsInt64() & Create(long.MinValue))).AsDouble(), Create(0.0));
        Real quarter = ConditionalSelect(isSteep, Create(1.5707963267948966), ConditionalSelect(isBehind, Create(3.141592653589793), Create(0.0)));
        Real quarterLow = ConditionalSelect(isSteep, Create(HalfPiLowDouble), ConditionalSelect(isBehind, Create(PiLowDouble), Create(0.0)));
        Real direction = ConditionalSelect(isSteep, ConditionalSelect(isBehind, Create(1.0), Create(-1.0)), ConditionalSelect(isBehind, Create(-1.0), Create(1.0)));
        Real turned = FusedMultiplyAdd(angle, direction, quarter);
        Real error = FusedMultiplyAdd(angle, direction, quarter - turned);
        Real result = turned + FusedMultiplyAdd(angleLow, direction, error + quarterLow);
        result = (result.AsInt64() ^ (y.AsInt64() & Create(long.MinValue))).AsDouble();
        return ConditionalSelect(Lanes.Equals(x, x), ConditionalSelect(Lanes.Equals(y, y), result, y), x);
    }

    /// <summary>Inverse sine.</summary>
    /// <param name="x">A number from -1 to 1.</param>
    /// <returns>arcsin x in radians, from -π/2 to π/2, within 1 ulp; NaN outside [-1, 1] and for NaN, ±0 for ±0.</returns>
    /// <remarks>A polynomial of degree 29 (float: 11) up to 1/2, beyond it π/2 - 2 arcsin(sqrt((1 - x)/2)) with the error of the root.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Asin(Real x)
    {
        Real s = AsinArgument(Abs(x), out Real tail);
        Real sum = FusedMultiplyAdd(s, Create(-2.0), Create(1.5707963267948966));
        Real error = FusedMultiplyAdd(s, Create(-2.0), Create(1.5707963267948966) - sum);
        Real large = sum + FusedMultiplyAdd(tail, Create(-2.0), error + Create(HalfPiLowDouble));
        Real result = ConditionalSelect(GreaterThan(Abs(x), Create(0.5)), large, s + tail);
        return (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }

    /// <summary>Inverse cosine.</summary>
    /// <param name="x">A number from -1 to 1.</param>
    /// <returns>arccos x in radians, from 0 to π, within 1 ulp; NaN outside [-1, 1] and for NaN, +0 for 1.</returns>
    /// <remarks>π/2 - arcsin x up to 1/2, beyond it 2 arcsin(sqrt((1 - x)/2)), or π less that for negative numbers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Acos(Real x)
    {
        Real s = AsinArgument(Abs(x), out Real tail);
        Real near = (s + tail) * Create(2.0);
        Real sum = FusedMultiplyAdd(s, Create(-2.0), Create(3.141592653589793));
        Real error = FusedMultiplyAdd(s, Create(-2.0), Create(3.141592653589793) - sum);
        Real far = sum + FusedMultiplyAdd(tail, Create(-2.0), error + Create(PiLowDouble));
        Real large = ConditionalSelect(GreaterThan(x, Create(0.0)), near, far);

        Real half = FusedMultiplyAdd(x, Create(-1.0), Create(1.5707963267948966));
        Real halfError = FusedMultiplyAdd(x, Create(-1.0), Create(1.5707963267948966) - half);
        Real signedTail = ConditionalSelect(GreaterThan(x, Create(0.0)), tail, -tail);
        Real small = half + ((halfError + Create(HalfPiLowDouble)) - signedTail);
        return ConditionalSelect(GreaterThan(Abs(x), Create(0.5)), large, small);
    }

    // arcsin s = s + tail, where s is x up to 1/2, and sqrt((1 - x)/2) beyond, whose error goes into the tail.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AsinArgument(Real x, out Real tail)
    {
        var isLarge = GreaterThan(x, Create(0.5));
        Real half = FusedMultiplyAdd(x, Create(-0.5), Create(0.5));
        Real z = ConditionalSelect(isLarge, half, x * x);
        Real s = ConditionalSelect(isLarge, Sqrt(half), x);
        Real error = FusedMultiplyAdd(-s, s, z) / (s + s);
        error = ConditionalSelect(isLarge, ConditionalSelect(GreaterThan(s, Create(0.0)), error, Create(0.0)), Create(0.0));
        tail = FusedMultiplyAdd(s * z, AsinTail(z), error);
        return s;
    }
}
