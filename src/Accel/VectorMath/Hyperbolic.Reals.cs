using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>e raised to a power, less 1.</summary>
    /// <param name="x">The exponent. Above 709.78 (float: 88.72) the result is +infinity.</param>
    /// <returns>e^x - 1, within 1 ulp, also for small x; NaN for NaN, +infinity for +infinity, -1 for -infinity, ±0 for ±0.</returns>
    /// <remarks>2^n (1 + r + low) - 1 with the reduction of <c>Exp</c>, its sum in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ExpM1(Real x)
    {
        Real power = AtMost(x, Create(ExpOverflowDouble));
        power = AtLeast(power, Create(ExpM1FloorDouble));
        Bits n = ReduceExp(power, out Real r, out Real low);

        // Halved, so that 2^1024 (float: 2^128) is not needed: (half - 1/2) + half r, with the errors of both sums, as all parts are exact.
        Real half = PowerOfTwo(n - Create(1L));
        Real first = Sum(half, Create(-0.5), out Real firstLow);
        Real second = half * r;
        Real sum = Sum(first, second, out Real error);
        Real result = (sum + FusedMultiplyAdd(half, low, error + firstLow)) * Create(2.0);

        // Of the smallest numbers the half is not exact, nor has zero its sign.
        return ConditionalSelect(LessThan(Abs(x), Create(ExpM1TinyDouble)), x, result);
    }

    /// <summary>Hyperbolic sine.</summary>
    /// <param name="x">Any number. Beyond ±710.47 (float: ±89.42) the result is an infinity.</param>
    /// <returns>sinh x, within 1 ulp; NaN for NaN, ±infinity for ±infinity, ±0 for ±0.</returns>
    /// <remarks>A polynomial up to 1, beyond it (e^x - e^-x)/2 with e^x in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sinh(Real x)
    {
        Real magnitude = Abs(x);
        Real quarter = QuarterOfExp(magnitude, out Real quarterLow, out Real inverse, out Real inverseLow);
        Real sum = quarter - inverse;
        Real error = (quarter - sum) - inverse;
        Real large = (sum + (error + (quarterLow - inverseLow))) * Create(2.0);

        Real z = magnitude * magnitude;
        Real small = FusedMultiplyAdd(magnitude * z, SinhTail(z), magnitude);

        Real result = ConditionalSelect(LessThan(magnitude, Create(1.0)), small, large);
        return (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }

    /// <summary>Hyperbolic cosine.</summary>
    /// <param name="x">Any number. Beyond ±710.47 (float: ±89.42) the result is +infinity.</param>
    /// <returns>cosh x, within 1 ulp; NaN for NaN, +infinity for ±infinity, 1 for ±0.</returns>
    /// <remarks>(e^x + e^-x)/2 with e^x in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Cosh(Real x)
    {
        Real quarter = QuarterOfExp(Abs(x), out Real quarterLow, out Real inverse, out Real inverseLow);
        Real sum = quarter + inverse;
        Real error = (quarter - sum) + inverse;
        return (sum + (error + (quarterLow + inverseLow))) * Create(2.0);
    }

    /// <summary>Hyperbolic tangent.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>tanh x, within 1 ulp; NaN for NaN, ±1 for ±infinity, ±0 for ±0.</returns>
    /// <remarks>m / (m + 2) with m = e^2x - 1, both in two parts, and the remainder of the division.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Tanh(Real x)
    {
        Real magnitude = Abs(x);
        Real power = magnitude + magnitude;
        power = AtMost(power, Create(TanhCeilingDouble));
        Bits n = ReduceExp(power, out Real r, out Real low);

        Real scale = PowerOfTwo(n);
        Real first = scale - Create(1.0);
        Real second = scale * r;
        Real sum = Sum(first, second, out Real error);
        Real sumLow = FusedMultiplyAdd(scale, low, error);

        // The sum with 2 as a product: a compiler that collects constants would undo an addition and a subtraction.
        Real divisor = FusedMultiplyAdd(sum, Create(1.0), Create(2.0));
        Real virtualTwo = divisor - sum;
        Real divisorLow = (sum - (divisor - virtualTwo)) + (Create(2.0) - virtualTwo) + sumLow;
        Real result = Quotient(sum, sumLow, divisor, divisorLow);
        return (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }

    /// <summary>The logistic function, also called the sigmoid.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>1 / (1 + e^-x), within 1 ulp; NaN for NaN, 1 for +infinity, +0 for -infinity, 1/2 for ±0.</returns>
    /// <remarks>1 / (1 + p) or p / (1 + p) with p = e^-|x|, both in two parts, and the remainder of the division; far below 0 it is e^x.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Logistic(Real x)
    {
        Real power = -Abs(x);
        power = AtLeast(power, Create(LogisticFloorDouble));
        Bits n = ReduceExp(power, out Real r, out Real low);
        Real scale = PowerOfTwo(n);
        Real second = scale * r;
        Real exp = scale + second;
        Real expLow = FusedMultiplyAdd(scale, low, second - (exp - scale));

        Real divisor = FusedMultiplyAdd(exp, Create(1.0), Create(1.0));
        Real divisorLow = (exp - (divisor - Create(1.0))) + expLow;
        var isNegative = LessThan(x, Create(0.0));
        Real dividend = ConditionalSelect(isNegative, exp, Create(1.0));
        Real dividendLow = ConditionalSelect(isNegative, expLow, Create(0.0));
        Real result = Quotient(dividend, dividendLow, divisor, divisorLow);
        return ConditionalSelect(LessThan(x, Create(LogisticIsExpBelowDouble)), Exp(x), result);
    }

    // e^x = 2^n (1 + power + low) with power at most sqrt(2) - 1 and low its rounding error; n in the low bits of what is returned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Bits ReduceExp(Real x, out Real power, out Real low)
    {
        Real shifted = FusedMultiplyAdd(x, Create(Log2EDouble), Create(RoundingShiftDouble));
        Real n = shifted - Create(RoundingShiftDouble);
        Real first = FusedMultiplyAdd(n, Create(-0.6931471805599453), x);
        Real r = FusedMultiplyAdd(n, Create(-Ln2LowDouble), first);
        Real rLow = FusedMultiplyAdd(n, Create(-Ln2LowDouble), first - r);

        Real rest = RestOfExpFinely(r, rLow);
        power = r + rest;
        low = (r - power) + rest;
        return shifted.AsInt64();
    }

    // e^x / 4 and e^-x / 4 for x >= 0, each in two parts; a quarter, because its half is the last that can be held.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real QuarterOfExp(Real x, out Real quarterLow, out Real inverse, out Real inverseLow)
    {
        x = AtMost(x, Create(SinhCeilingDouble));
        Bits n = ReduceExp(x, out Real r, out Real low);
        Real scale = PowerOfTwo(n - Create(2L));
        Real factor = FusedMultiplyAdd(r, Create(1.0), Create(1.0));
        Real factorLow = ((Create(1.0) - factor) + r) + low;
        Real quarter = scale * factor;
        quarterLow = scale * factorLow;
        inverse = Create(0.0625) / quarter;
        inverseLow = -(((inverse * Create(16.0)) * inverse) * quarterLow);
        return quarter;
    }
}
