using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>e raised to a power, less 1.</summary>
    /// <param name="x">The exponent. Above 88.72 the result is +infinity.</param>
    /// <returns>e^x - 1, within 1 ulp, also for small x; NaN for NaN, +infinity for +infinity, -1 for -infinity, ±0 for ±0.</returns>
    /// <remarks>2^n (1 + r + low) - 1 with the reduction of <c>Exp</c>, its sum in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ExpM1(Real x)
    {
        Real power = ConditionalSelect(GreaterThan(x, Create(89f)), Create(89f), x);
        power = ConditionalSelect(LessThan(power, Create(-30f)), Create(-30f), power);
        Bits n = ReduceExp(power, out Real r, out Real low);

        // Halved, so that 2^128 is not needed: (half - 1/2) + half r, with the errors of both sums, as all parts are exact.
        Real half = (((n - Create(1)) << 23) + Create(1f).AsInt32()).AsSingle();
        Real first = Sum(half, Create(-0.5f), out Real firstLow);
        Real second = half * r;
        Real sum = Sum(first, second, out Real error);
        Real result = (sum + FusedMultiplyAdd(half, low, error + firstLow)) * Create(2f);

        // Of the smallest numbers the half is not exact, nor has zero its sign.
        return ConditionalSelect(LessThan(Abs(x), Create(1E-09f)), x, result);
    }

    /// <summary>Hyperbolic sine.</summary>
    /// <param name="x">Any number. Beyond ±89.42 the result is an infinity.</param>
    /// <returns>sinh x, within 1 ulp; NaN for NaN, ±infinity for ±infinity, ±0 for ±0.</returns>
    /// <remarks>A polynomial of degree 9 up to 1, beyond it (e^x - e^-x)/2 with e^x in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sinh(Real x)
    {
        Real magnitude = Abs(x);
        Real quarter = QuarterOfExp(magnitude, out Real quarterLow, out Real inverse, out Real inverseLow);
        Real sum = quarter - inverse;
        Real error = (quarter - sum) - inverse;
        Real large = (sum + (error + (quarterLow - inverseLow))) * Create(2f);

        Real z = magnitude * magnitude;
        Real zz = z * z;
        Real q0 = FusedMultiplyAdd(z, Create(0.008333316f), Create(0.16666667f));
        Real q2 = FusedMultiplyAdd(z, Create(2.791574E-06f), Create(0.00019841417f));
        Real q = FusedMultiplyAdd(q2, zz, q0);
        Real small = FusedMultiplyAdd(magnitude * z, q, magnitude);

        Real result = ConditionalSelect(LessThan(magnitude, Create(1f)), small, large);
        return (result.AsInt32() ^ (x.AsInt32() & Create(int.MinValue))).AsSingle();
    }

    /// <summary>Hyperbolic cosine.</summary>
    /// <param name="x">Any number. Beyond ±89.42 the result is +infinity.</param>
    /// <returns>cosh x, within 1 ulp; NaN for NaN, +infinity for ±infinity, 1 for ±0.</returns>
    /// <remarks>(e^x + e^-x)/2 with e^x in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Cosh(Real x)
    {
        Real quarter = QuarterOfExp(Abs(x), out Real quarterLow, out Real inverse, out Real inverseLow);
        Real sum = quarter + inverse;
        Real error = (quarter - sum) + inverse;
        return (sum + (error + (quarterLow + inverseLow))) * Create(2f);
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
        power = ConditionalSelect(GreaterThan(power, Create(20f)), Create(20f), power);
        Bits n = ReduceExp(power, out Real r, out Real low);

        Real scale = ((n << 23) + Create(1f).AsInt32()).AsSingle();
        Real first = scale - Create(1f);
        Real second = scale * r;
        Real sum = Sum(first, second, out Real error);
        Real sumLow = FusedMultiplyAdd(scale, low, error);

        // The sum with 2 as a product: a compiler that collects constants would undo an addition and a subtraction.
        Real divisor = FusedMultiplyAdd(sum, Create(1f), Create(2f));
        Real virtualTwo = divisor - sum;
        Real divisorLow = (sum - (divisor - virtualTwo)) + (Create(2f) - virtualTwo) + sumLow;
        Real reciprocal = Create(1f) / divisor;
        Real quotient = FusedMultiplyAdd(sum, reciprocal, Create(0f));
        Real rest = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, sum) + sumLow);
        Real result = FusedMultiplyAdd(rest, reciprocal, quotient);
        return (result.AsInt32() ^ (x.AsInt32() & Create(int.MinValue))).AsSingle();
    }

    /// <summary>The logistic function, also called the sigmoid.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>1 / (1 + e^-x), within 1 ulp; NaN for NaN, 1 for +infinity, +0 for -infinity, 1/2 for ±0.</returns>
    /// <remarks>1 / (1 + p) or p / (1 + p) with p = e^-|x|, both in two parts, and the remainder of the division; far below 0 it is e^x.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Logistic(Real x)
    {
        Real power = -Abs(x);
        power = ConditionalSelect(LessThan(power, Create(-30f)), Create(-30f), power);
        Bits n = ReduceExp(power, out Real r, out Real low);
        Real scale = ((n << 23) + Create(1f).AsInt32()).AsSingle();
        Real second = scale * r;
        Real exp = scale + second;
        Real expLow = FusedMultiplyAdd(scale, low, second - (exp - scale));

        Real divisor = FusedMultiplyAdd(exp, Create(1f), Create(1f));
        Real divisorLow = (exp - (divisor - Create(1f))) + expLow;
        var isNegative = LessThan(x, Create(0f));
        Real dividend = ConditionalSelect(isNegative, exp, Create(1f));
        Real dividendLow = ConditionalSelect(isNegative, expLow, Create(0f));
        Real reciprocal = Create(1f) / divisor;
        Real quotient = FusedMultiplyAdd(dividend, reciprocal, Create(0f));
        Real rest = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, dividend) + dividendLow);
        Real result = FusedMultiplyAdd(rest, reciprocal, quotient);
        return ConditionalSelect(LessThan(x, Create(-20f)), Exp(x), result);
    }

    // e^x = 2^n (1 + power + low) with power at most sqrt(2) - 1 and low its rounding error; n in the low bits of what is returned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Bits ReduceExp(Real x, out Real power, out Real low)
    {
        Real shifted = FusedMultiplyAdd(x, Create(Log2ESingle), Create(RoundingShiftSingle));
        Real n = shifted - Create(RoundingShiftSingle);
        Real first = FusedMultiplyAdd(n, Create(-0.6931472f), x);
        Real r = FusedMultiplyAdd(n, Create(1.9046542E-09f), first);
        Real rLow = FusedMultiplyAdd(n, Create(1.9046542E-09f), first - r);

        // One degree more than in Exp, since what is subtracted from it may leave less.
        Real square = r * r;
        Real q = FusedMultiplyAdd(FusedMultiplyAdd(r, Create(0.0001995339f), Create(0.0013935775f)), square, FusedMultiplyAdd(r, Create(0.008333198f), Create(0.041666456f)));
        q = FusedMultiplyAdd(q, square, FusedMultiplyAdd(r, Create(0.16666667f), Create(0.5f)));
        Real rest = FusedMultiplyAdd(q, square, rLow);
        power = r + rest;
        low = (r - power) + rest;
        return shifted.AsInt32();
    }

    // e^x / 4 and e^-x / 4 for x >= 0, each in two parts; a quarter, because the half of e^89.4 is the last that a double can hold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real QuarterOfExp(Real x, out Real quarterLow, out Real inverse, out Real inverseLow)
    {
        x = ConditionalSelect(GreaterThan(x, Create(89.6f)), Create(89.6f), x);
        Bits n = ReduceExp(x, out Real r, out Real low);
        Real scale = (((n - Create(2)) << 23) + Create(1f).AsInt32()).AsSingle();
        Real factor = FusedMultiplyAdd(r, Create(1f), Create(1f));
        Real factorLow = ((Create(1f) - factor) + r) + low;
        Real quarter = scale * factor;
        quarterLow = scale * factorLow;
        inverse = Create(0.0625f) / quarter;
        inverseLow = -(((inverse * Create(16f)) * inverse) * quarterLow);
        return quarter;
    }
}
