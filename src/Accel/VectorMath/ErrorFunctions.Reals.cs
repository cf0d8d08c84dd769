using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>The error function: 2/sqrt(π) times the integral of e^(-t²) from 0 to x.</summary>
    /// <param name="x">Any number. Beyond ±5.93 (float: ±3.92) the result is ±1.</param>
    /// <returns>erf x, within 1 ulp; NaN for NaN, ±1 for ±infinity, ±0 for ±0.</returns>
    /// <remarks>x (2/sqrt(π) + z q(z)) with z = x² up to 1/2, beyond it 1 - <c>Erfc</c>, in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Erf(Real x)
    {
        Real magnitude = Abs(x);
        Real rest = FusedMultiplyAdd(magnitude, RestOfErf(magnitude), Create(0.0));
        Real small = FusedMultiplyAdd(magnitude, Create(TwoOverRootPiDouble), rest);

        Real clamped = AtMost(magnitude, Create(ErfCeilingDouble));
        Real erfc = ErfcInTwoParts(clamped, out Real erfcLow, out Bits n);
        Real scale = PowerOfTwo(n);
        Real large = OneMinus(erfc * scale, erfcLow * scale);

        Real result = ConditionalSelect(LessThan(magnitude, Create(0.5)), small, large);
        return (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }

    /// <summary>The complementary error function: 1 - erf x, also where that is small.</summary>
    /// <param name="x">Any number. Beyond 27.23 the result is 0, beyond 26.54 it is subnormal; below -5.86 it is 2 (float: 10.06, 9.19, -3.83).</param>
    /// <returns>erfc x, within 1 ulp; NaN for NaN, +0 for +infinity, 2 for -infinity.</returns>
    /// <remarks>From 1/2 on e^(-x²) times (1 + 2x) e^(x²) erfc x, a polynomial of degree 22 (float: 10) in (x - 2.5) / (x + 2.5), over 1 + 2x, all in two parts: the form of
    /// M. M. Shepherd and J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞", 1981.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Erfc(Real x)
    {
        Real magnitude = Abs(x);
        Real erf = FusedMultiplyAdd(x, Create(TwoOverRootPiDouble), Create(0.0));
        Real erfLow = FusedMultiplyAdd(x, RestOfErf(magnitude), FusedMultiplyAdd(x, Create(TwoOverRootPiDouble), -erf));
        Real small = OneMinus(erf, erfLow);

        Real clamped = AtMost(magnitude, Create(ErfcCeilingDouble));
        Real erfc = ErfcInTwoParts(clamped, out Real erfcLow, out Bits n);

        Real scale1 = PowersOfTwo(n, out Real scale2);
        Real sum = erfc * scale1;
        Real low = erfcLow * scale1;
        Real beyond = (sum + low) * scale2;
        Real below = Create(1.0) + OneMinus(sum * scale2, low * scale2);
        Real large = ConditionalSelect(LessThan(x, Create(0.0)), below, beyond);
        return ConditionalSelect(LessThan(magnitude, Create(0.5)), small, large);
    }

    // 1 - (x + low) for x up to 1, or below 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real OneMinus(Real x, Real low)
    {
        Real difference = FusedMultiplyAdd(x, Create(-1.0), Create(1.0));
        Real error = (Create(1.0) - difference) - x;
        return difference + (error - low);
    }

    // erfc x for x from 1/2 to where it is 0 as (value + low) 2^n, with n in the low bits
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ErfcInTwoParts(Real x, out Real low, out Bits n)
    {
        Real xx = FusedMultiplyAdd(x, x, Create(0.0));
        Real exp = ExpInTwoParts(-xx, FusedMultiplyAdd(-x, x, xx), out Real expLow, out n);

        Real t = (x - Create(2.5)) / (x + Create(2.5));
        Real q = ErfcPolynomial(t);

        // g + gLow = (1 + 2x) e^(x²) erfc x
        Real g = FusedMultiplyAdd(t, q, Create(1.2648381843668615));
        Real gLow = FusedMultiplyAdd(t, q, Create(1.2648381843668615) - g) + Create(ErfcMiddleLowDouble);
        Real product = FusedMultiplyAdd(exp, g, Create(0.0));
        Real productLow = FusedMultiplyAdd(exp, g, -product) + FusedMultiplyAdd(exp, gLow, expLow * g);

        Real twice = x + x;
        Real divisor = FusedMultiplyAdd(x, Create(2.0), Create(1.0));
        Real divisorLow = Create(1.0) - (divisor - twice);
        Real quotient = Quotient(product, productLow, divisor, divisorLow, out Real rest, out Real reciprocal);
        low = rest * reciprocal;
        return quotient;
    }

    // e^(x + xLow) = (value + low) 2^n, value from sqrt(1/2) to sqrt(2), with n in the low bits
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ExpInTwoParts(Real x, Real xLow, out Real low, out Bits n)
    {
        Real shifted = FusedMultiplyAdd(x, Create(Log2EDouble), Create(RoundingShiftDouble));
        Real whole = shifted - Create(RoundingShiftDouble);
        Real first = FusedMultiplyAdd(whole, Create(-0.6931471805599453), x);
        Real second = FusedMultiplyAdd(whole, Create(-Ln2LowDouble), xLow);
        Real r = first + second;
        Real rLow = (first - r) + second;
        Real rest = RestOfExp(r, rLow);
        Real power = r + rest;
        Real powerLow = (r - power) + rest;
        Real exp = FusedMultiplyAdd(power, Create(1.0), Create(1.0));
        low = ((Create(1.0) - exp) + power) + powerLow;
        n = shifted.AsInt64();
        return exp;
    }
}
