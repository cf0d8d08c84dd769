using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Inverse tangent.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>arctan x in radians, from -π/2 to π/2, within 1 ulp; NaN for NaN, ±0 for ±0.</returns>
    /// <remarks>arctan x = π/4 + arctan((x - 1)/(x + 1)) = π/2 + arctan(-1/x), whichever leaves an argument of at most sqrt(2) - 1, with the error of the quotient; a polynomial of
    /// degree 11.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Atan(Real x)
    {
        Real magnitude = Abs(x);
        magnitude = ConditionalSelect(GreaterThan(magnitude, Create(1E30f)), Create(1E30f), magnitude);
        var isLarge = GreaterThan(magnitude, Create(2.4142137f));
        var isMiddle = GreaterThan(magnitude, Create(0.41421357f));

        // Sums with 1 as products: a compiler that collects constants would undo an addition and a subtraction.
        Real less = FusedMultiplyAdd(magnitude, Create(1f), Create(-1f));
        Real more = FusedMultiplyAdd(magnitude, Create(1f), Create(1f));
        Real numerator = ConditionalSelect(isLarge, Create(-1f), ConditionalSelect(isMiddle, less, magnitude));
        Real divisor = ConditionalSelect(isLarge, magnitude, ConditionalSelect(isMiddle, more, Create(1f)));
        Real numeratorLow = ConditionalSelect(isLarge, Create(0f), ConditionalSelect(isMiddle, magnitude - (less + Create(1f)), Create(0f)));
        Real divisorLow = ConditionalSelect(isLarge, Create(0f), ConditionalSelect(isMiddle, magnitude - (more - Create(1f)), Create(0f)));
        Real angle = ConditionalSelect(isLarge, Create(1.5707964f), ConditionalSelect(isMiddle, Create(0.7853982f), Create(0f)));
        Real angleLow = ConditionalSelect(isLarge, Create(-4.371139E-08f), ConditionalSelect(isMiddle, Create(-2.1855695E-08f), Create(0f)));

        Real reciprocal = Create(1f) / divisor;
        Real t = FusedMultiplyAdd(numerator, reciprocal, Create(0f));
        Real tLow = (FusedMultiplyAdd(-t, divisor, numerator) + FusedMultiplyAdd(-t, divisorLow, numeratorLow)) * reciprocal;
        Real result = AtanOfSmall(t, tLow, angle, angleLow, out Real low);
        result += low;
        return (result.AsInt32() ^ (x.AsInt32() & Create(int.MinValue))).AsSingle();
    }

    // angle + angleLow + arctan(t + tLow) for |t| <= sqrt(2) - 1, and an angle that is 0 or larger than that
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AtanOfSmall(Real t, Real tLow, Real angle, Real angleLow, out Real low)
    {
        Real z = t * t;
        Real zz = z * z;
        Real q0 = FusedMultiplyAdd(z, Create(0.19998388f), Create(-0.33333313f));
        Real q2 = FusedMultiplyAdd(z, Create(0.10585029f), Create(-0.14242192f));
        q0 = FusedMultiplyAdd(q2, zz, q0);
        Real q = FusedMultiplyAdd(Create(-0.060579944f), zz * zz, q0);
        Real tail = FusedMultiplyAdd(t * z, q, FusedMultiplyAdd(-z, tLow, tLow));
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
        Real scale = ConditionalSelect(GreaterThan(larger, Create(1E30f)), Create(9.536743E-07f), ConditionalSelect(LessThan(larger, Create(1f)), Create(1.1529215E+18f), Create(1f)));
        var isInfinite = GreaterThan(larger, Create(float.MaxValue));
        smaller = ConditionalSelect(isInfinite, ConditionalSelect(GreaterThan(smaller, Create(float.MaxValue)), Create(1f), Create(0f)), smaller * scale);
        larger = ConditionalSelect(isInfinite, Create(1f), larger * scale);
        larger = ConditionalSelect(Lanes.Equals(larger, Create(0f)), Create(1f), larger);

        var isMiddle = GreaterThan(smaller, larger * Create(0.41421357f));
        Real difference = larger - smaller;
        Real sum = larger + smaller;
        Real numerator = ConditionalSelect(isMiddle, -difference, smaller);
        Real divisor = ConditionalSelect(isMiddle, sum, larger);
        Real numeratorLow = ConditionalSelect(isMiddle, smaller - (larger - difference), Create(0f));
        Real divisorLow = ConditionalSelect(isMiddle, (larger - sum) + smaller, Create(0f));
        Real reciprocal = Create(1f) / divisor;
        Real t = FusedMultiplyAdd(numerator, reciprocal, Create(0f));
        Real tLow = (FusedMultiplyAdd(-t, divisor, numerator) + FusedMultiplyAdd(-t, divisorLow, numeratorLow)) * reciprocal;
        Real angle = AtanOfSmall(
            t,
            tLow,
            ConditionalSelect(isMiddle, Create(0.7853982f), Create(0f)),
            ConditionalSelect(isMiddle, Create(-2.1855695E-08f), Create(0f)),
            out Real angleLow);

        var isBehind = LessThan((Create(1f).AsInt32() | (x.AsInt32() & Create(int.MinValue))).AsSingle(), Create(0f));
        Real quarter = ConditionalSelect(isSteep, Create(1.5707964f), ConditionalSelect(isBehind, Create(3.1415927f), Create(0f)));
        Real quarterLow = ConditionalSelect(isSteep, Create(-4.371139E-08f), ConditionalSelect(isBehind, Create(-8.742278E-08f), Create(0f)));
        Real direction = ConditionalSelect(isSteep, ConditionalSelect(isBehind, Create(1f), Create(-1f)), ConditionalSelect(isBehind, Create(-1f), Create(1f)));
        Real turned = FusedMultiplyAdd(angle, direction, quarter);
        Real error = FusedMultiplyAdd(angle, direction, quarter - turned);
        Real result = turned + FusedMultiplyAdd(angleLow, direction, error + quarterLow);
        result = (result.AsInt32() ^ (y.AsInt32() & Create(int.MinValue))).AsSingle();
        return ConditionalSelect(Lanes.Equals(x, x), ConditionalSelect(Lanes.Equals(y, y), result, y), x);
    }

    /// <summary>Inverse sine.</summary>
    /// <param name="x">A number from -1 to 1.</param>
    /// <returns>arcsin x in radians, from -π/2 to π/2, within 1 ulp; NaN outside [-1, 1] and for NaN, ±0 for ±0.</returns>
    /// <remarks>A polynomial of degree 11 up to 1/2, beyond it π/2 - 2 arcsin(sqrt((1 - x)/2)) with the error of the root.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Asin(Real x)
    {
        Real s = AsinArgument(Abs(x), out Real tail);
        Real sum = FusedMultiplyAdd(s, Create(-2f), Create(1.5707964f));
        Real error = FusedMultiplyAdd(s, Create(-2f), Create(1.5707964f) - sum);
        Real large = sum + FusedMultiplyAdd(tail, Create(-2f), error + Create(-4.371139E-08f));
        Real result = ConditionalSelect(GreaterThan(Abs(x), Create(0.5f)), large, s + tail);
        return (result.AsInt32() ^ (x.AsInt32() & Create(int.MinValue))).AsSingle();
    }

    /// <summary>Inverse cosine.</summary>
    /// <param name="x">A number from -1 to 1.</param>
    /// <returns>arccos x in radians, from 0 to π, within 1 ulp; NaN outside [-1, 1] and for NaN, +0 for 1.</returns>
    /// <remarks>π/2 - arcsin x up to 1/2, beyond it 2 arcsin(sqrt((1 - x)/2)), or π less that for negative numbers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Acos(Real x)
    {
        Real s = AsinArgument(Abs(x), out Real tail);
        Real near = (s + tail) * Create(2f);
        Real sum = FusedMultiplyAdd(s, Create(-2f), Create(3.1415927f));
        Real error = FusedMultiplyAdd(s, Create(-2f), Create(3.1415927f) - sum);
        Real far = sum + FusedMultiplyAdd(tail, Create(-2f), error + Create(-8.742278E-08f));
        Real large = ConditionalSelect(GreaterThan(x, Create(0f)), near, far);

        Real half = FusedMultiplyAdd(x, Create(-1f), Create(1.5707964f));
        Real halfError = FusedMultiplyAdd(x, Create(-1f), Create(1.5707964f) - half);
        Real signedTail = ConditionalSelect(GreaterThan(x, Create(0f)), tail, -tail);
        Real small = half + ((halfError + Create(-4.371139E-08f)) - signedTail);
        return ConditionalSelect(GreaterThan(Abs(x), Create(0.5f)), large, small);
    }

    // arcsin s = s + tail, where s is x up to 1/2, and sqrt((1 - x)/2) beyond, whose error goes into the tail.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AsinArgument(Real x, out Real tail)
    {
        var isLarge = GreaterThan(x, Create(0.5f));
        Real half = FusedMultiplyAdd(x, Create(-0.5f), Create(0.5f));
        Real z = ConditionalSelect(isLarge, half, x * x);
        Real s = ConditionalSelect(isLarge, Sqrt(half), x);
        Real error = FusedMultiplyAdd(-s, s, z) / (s + s);
        error = ConditionalSelect(isLarge, ConditionalSelect(GreaterThan(s, Create(0f)), error, Create(0f)), Create(0f));

        Real zz = z * z;
        Real q0 = FusedMultiplyAdd(z, Create(0.07495277f), Create(0.16666754f));
        Real q2 = FusedMultiplyAdd(z, Create(0.024178796f), Create(0.045471452f));
        q0 = FusedMultiplyAdd(q2, zz, q0);
        Real q = FusedMultiplyAdd(Create(0.0421625f), zz * zz, q0);
        tail = FusedMultiplyAdd(s * z, q, error);
        return s;
    }
}
