using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

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
        Real u = Sum(Create(1f), x, out Real uLow);
        Real result = LogOfParts(u, uLow, Create(0));
        result = ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(-1f)), Create(float.NegativeInfinity), result);
        result = ConditionalSelect(LessThan(x, Create(-1f)), Create(float.NaN), result);
        return ConditionalSelect(LessThan(Abs(x), Create(2.9802322E-08f)), x, result);
    }

    /// <summary>Inverse hyperbolic sine.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>asinh x, within 1 ulp; NaN for NaN, ±infinity for ±infinity, ±0 for ±0.</returns>
    /// <remarks>ln(x + sqrt(x² + 1)) with root and sum in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Asinh(Real x)
    {
        Real magnitude = Abs(x);
        var isLarge = GreaterThan(magnitude, Create(16384f));
        Real small = ConditionalSelect(isLarge, Create(1f), magnitude);
        Real square = FusedMultiplyAdd(small, small, Create(0f));
        Real sum = Sum(Create(1f), square, out Real sumLow);
        Real root = RootInTwoParts(sum, sumLow + FusedMultiplyAdd(small, small, -square), out Real rootLow);
        Real u = Sum(root, small, out Real uLow);

        // Of large numbers ln 2x.
        u = ConditionalSelect(isLarge, magnitude, u);
        uLow = ConditionalSelect(isLarge, Create(0f), uLow + rootLow);
        Real result = LogOfParts(u, uLow, ConditionalSelect(isLarge.AsInt32(), Create(1), Create(0)));
        result = ConditionalSelect(LessThan(magnitude, Create(float.PositiveInfinity)), result, magnitude);
        result = ConditionalSelect(LessThan(magnitude, Create(0.00012207031f)), magnitude, result);
        return (result.AsInt32() | (x.AsInt32() & Create(int.MinValue))).AsSingle();
    }

    /// <summary>Inverse hyperbolic cosine, not negative.</summary>
    /// <param name="x">A number of at least 1.</param>
    /// <returns>acosh x, within 1 ulp; NaN below 1 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>ln(x + sqrt(x² - 1)) with root and sum in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Acosh(Real x)
    {
        var isLarge = GreaterThan(x, Create(16384f));
        Real small = ConditionalSelect(isLarge, Create(2f), x);
        Real square = FusedMultiplyAdd(small, small, Create(0f));
        Real difference = Sum(square, Create(-1f), out Real differenceLow);
        Real root = RootInTwoParts(difference, differenceLow + FusedMultiplyAdd(small, small, -square), out Real rootLow);
        Real u = Sum(small, root, out Real uLow);
        u = ConditionalSelect(isLarge, x, u);
        uLow = ConditionalSelect(isLarge, Create(0f), uLow + rootLow);
        Real result = LogOfParts(u, uLow, ConditionalSelect(isLarge.AsInt32(), Create(1), Create(0)));
        result = ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(1f)), Create(0f), result);
        return ConditionalSelect(LessThan(x, Create(1f)), Create(float.NaN), result);
    }

    /// <summary>Inverse hyperbolic tangent.</summary>
    /// <param name="x">A number from -1 to 1.</param>
    /// <returns>atanh x, within 1 ulp; NaN beyond ±1 and for NaN, ±infinity for ±1, ±0 for ±0.</returns>
    /// <remarks>Half of ln((1 + x) / (1 - x)) with the quotient in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Atanh(Real x)
    {
        Real magnitude = Abs(x);
        Real above = Sum(Create(1f), magnitude, out Real aboveLow);
        Real below = Sum(Create(1f), -magnitude, out Real belowLow);
        Real u = above / below;
        Real uLow = (FusedMultiplyAdd(-u, below, above) + FusedMultiplyAdd(-u, belowLow, aboveLow)) / below;
        Real result = LogOfParts(u, uLow, Create(0)) * Create(0.5f);
        result = ConditionalSelect(LessThan(magnitude, Create(1f)), result, Create(float.NaN));
        result = ConditionalSelect(Lanes.Equals(magnitude, Create(1f)), Create(float.PositiveInfinity), result);
        result = ConditionalSelect(LessThan(magnitude, Create(0.00012207031f)), magnitude, result);
        return (result.AsInt32() | (x.AsInt32() & Create(int.MinValue))).AsSingle();
    }

    // The rounded sum and what rounding took away (D. E. Knuth's algorithm).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real Sum(Real x, Real y, out Real low)
    {
        Real sum = x + y;
        Real virtualY = sum - x;
        low = (x - (sum - virtualY)) + (y - virtualY);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RootInTwoParts(Real x, Real xLow, out Real rootLow)
    {
        Real root = Sqrt(x);
        rootLow = (FusedMultiplyAdd(-root, root, x) + xLow) / (root + root);
        return root;
    }
}
