using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Logarithm of 1 plus a number.</summary>
    /// <param name="x">Any number above -1.</param>
    /// <returns>ln(1 + x), within 1 ulp, also for small x; -infinity for -1, NaN below it and for NaN, +infinity for +infinity, ±0 for ±0.</returns>
    /// <remarks>ln u + uLow / u, where u + uLow is 1 + x.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real LogP1(Real x)
    {
        Real u = Sum(Create(1.0), x, out Real uLow);
        Real result = LogOfParts(u, uLow, Create(0L));
        result = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(-1.0)), Create(double.NegativeInfinity), result);
        result = ConditionalSelect(LessThan(x, Create(-1.0)), Create(double.NaN), result);
        return ConditionalSelect(LessThan(Abs(x), Create(LogP1TinyDouble)), x, result);
    }

    /// <summary>Inverse hyperbolic sine.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>asinh x, within 1 ulp; NaN for NaN, ±infinity for ±infinity, ±0 for ±0.</returns>
    /// <remarks>ln(x + sqrt(x² + 1)) with root and sum in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Asinh(Real x)
    {
        Real magnitude = Abs(x);
        var isLarge = GreaterThan(magnitude, Create(AsinhIsLogDouble));
        Real small = ConditionalSelect(isLarge, Create(1.0), magnitude);
        Real square = FusedMultiplyAdd(small, small, Create(0.0));
        Real sum = Sum(Create(1.0), square, out Real sumLow);
        Real root = RootInTwoParts(sum, sumLow + FusedMultiplyAdd(small, small, -square), out Real rootLow);
        Real u = Sum(root, small, out Real uLow);

        // Of large numbers ln 2x.
        u = ConditionalSelect(isLarge, magnitude, u);
        uLow = ConditionalSelect(isLarge, Create(0.0), uLow + rootLow);
        Real result = LogOfParts(u, uLow, ConditionalSelect(isLarge.AsInt64(), Create(1L), Create(0L)));
        result = ConditionalSelect(LessThan(magnitude, Create(double.PositiveInfinity)), result, magnitude);
        result = ConditionalSelect(LessThan(magnitude, Create(AsinhTinyDouble)), magnitude, result);
        return (result.AsInt64() | (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }

    /// <summary>Inverse hyperbolic cosine, not negative.</summary>
    /// <param name="x">A number of at least 1.</param>
    /// <returns>acosh x, within 1 ulp; NaN below 1 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>ln(x + sqrt(x² - 1)) with root and sum in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Acosh(Real x)
    {
        var isLarge = GreaterThan(x, Create(AsinhIsLogDouble));
        Real small = ConditionalSelect(isLarge, Create(2.0), x);
        Real square = FusedMultiplyAdd(small, small, Create(0.0));
        Real difference = Sum(square, Create(-1.0), out Real differenceLow);
        Real root = RootInTwoParts(difference, differenceLow + FusedMultiplyAdd(small, small, -square), out Real rootLow);
        Real u = Sum(small, root, out Real uLow);
        u = ConditionalSelect(isLarge, x, u);
        uLow = ConditionalSelect(isLarge, Create(0.0), uLow + rootLow);
        Real result = LogOfParts(u, uLow, ConditionalSelect(isLarge.AsInt64(), Create(1L), Create(0L)));
        result = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(1.0)), Create(0.0), result);
        return ConditionalSelect(LessThan(x, Create(1.0)), Create(double.NaN), result);
    }

    /// <summary>Inverse hyperbolic tangent.</summary>
    /// <param name="x">A number from -1 to 1.</param>
    /// <returns>atanh x, within 1 ulp; NaN beyond ±1 and for NaN, ±infinity for ±1, ±0 for ±0.</returns>
    /// <remarks>Half of ln((1 + x) / (1 - x)) with the quotient in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Atanh(Real x)
    {
        Real magnitude = Abs(x);
        Real above = Sum(Create(1.0), magnitude, out Real aboveLow);
        Real below = Sum(Create(1.0), -magnitude, out Real belowLow);
        Real u = above / below;
        Real uLow = (FusedMultiplyAdd(-u, below, above) + FusedMultiplyAdd(-u, belowLow, aboveLow)) / below;
        Real result = LogOfParts(u, uLow, Create(0L)) * Create(0.5);
        result = ConditionalSelect(LessThan(magnitude, Create(1.0)), result, Create(double.NaN));
        result = ConditionalSelect(Lanes.Equals(magnitude, Create(1.0)), Create(double.PositiveInfinity), result);
        result = ConditionalSelect(LessThan(magnitude, Create(AsinhTinyDouble)), magnitude, result);
        return (result.AsInt64() | (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }
}
