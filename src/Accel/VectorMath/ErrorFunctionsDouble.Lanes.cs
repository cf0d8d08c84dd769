using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>The error function: 2/sqrt(π) times the integral of e^(-t²) from 0 to x.</summary>
    /// <param name="x">Any number. Beyond ±5.93 the result is ±1.</param>
    /// <returns>erf x, within 1 ulp; NaN for NaN, ±1 for ±infinity, ±0 for ±0.</returns>
    /// <remarks>x (2/sqrt(π) + z q(z)) with z = x² up to 1/2, beyond it 1 - <c>Erfc</c>, in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Erf(Real x)
    {
        Real magnitude = Abs(x);
        Real rest = FusedMultiplyAdd(magnitude, RestOfErf(magnitude), Create(0.0));
        Real small = FusedMultiplyAdd(magnitude, Create(TwoOverRootPiDouble), rest);

        Real clamped = ConditionalSelect(GreaterThan(magnitude, Create(6.0)), Create(6.0), magnitude);
        Real erfc = ErfcInTwoParts(clamped, out Real erfcLow, out Bits n);
        Real scale = ((n << 52) + Create(1.0).AsInt64()).AsDouble();
        Real large = OneMinus(erfc * scale, erfcLow * scale);

        Real result = ConditionalSelect(LessThan(magnitude, Create(0.5)), small, large);
        return (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }

    /// <summary>The complementary error function: 1 - erf x, also where that is small.</summary>
    /// <param name="x">Any number. Beyond 27.23 the result is 0, beyond 26.54 it is subnormal; below -5.86 it is 2.</param>
    /// <returns>erfc x, within 1 ulp; NaN for NaN, +0 for +infinity, 2 for -infinity.</returns>
    /// <remarks>From 1/2 on e^(-x²) times (1 + 2x) e^(x²) erfc x, a polynomial of degree 22 in (x - 2.5) / (x + 2.5), over 1 + 2x, all in two parts: the form of
    /// M. M. Shepherd and J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞", 1981.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Erfc(Real x)
    {
        Real magnitude = Abs(x);
        Real erf = FusedMultiplyAdd(x, Create(TwoOverRootPiDouble), Create(0.0));
        Real erfLow = FusedMultiplyAdd(x, RestOfErf(magnitude), FusedMultiplyAdd(x, Create(TwoOverRootPiDouble), -erf));
        Real small = OneMinus(erf, erfLow);

        Real clamped = ConditionalSelect(GreaterThan(magnitude, Create(28.0)), Create(28.0), magnitude);
        Real erfc = ErfcInTwoParts(clamped, out Real erfcLow, out Bits n);

        // 2^n in two factors, as in Exp: the second multiplication is the only one that may round.
        Bits half = n >>> 1;
        Real scale1 = ((half << 52) + Create(1.0).AsInt64()).AsDouble();
        Real scale2 = (((n - half) << 52) + Create(1.0).AsInt64()).AsDouble();
        Real sum = erfc * scale1;
        Real low = erfcLow * scale1;
        Real beyond = (sum + low) * scale2;
        Real below = Create(1.0) + OneMinus(sum * scale2, low * scale2);
        Real large = ConditionalSelect(LessThan(x, Create(0.0)), below, beyond);
        return ConditionalSelect(LessThan(magnitude, Create(0.5)), small, large);
    }

    // erf x / x - 2/sqrt(π), as far as a double holds that, for x up to 1/2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfErf(Real x)
    {
        Real z = x * x;
        Real zz = z * z;
        Real fourth = zz * zz;
        Real q0 = FusedMultiplyAdd(z, Create(0.11283791670929177), Create(-0.3761263890318355));
        Real q2 = FusedMultiplyAdd(z, Create(0.005223977383530265), Create(-0.026866170633761805));
        Real q4 = FusedMultiplyAdd(z, Create(0.00012053362020260727), Create(-0.0008548298463017855));
        Real q6 = FusedMultiplyAdd(z, Create(1.4730085729872286E-06), Create(-1.4846380705932685E-05));
        q0 = FusedMultiplyAdd(q2, zz, q0);
        q4 = FusedMultiplyAdd(q6, zz, q4);
        Real q = FusedMultiplyAdd(q4, fourth, q0);
        return FusedMultiplyAdd(z, q, Create(1.533545961316588E-17));
    }

    // 1 - (x + low) for x up to 1, or below 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real OneMinus(Real x, Real low)
    {
        Real difference = FusedMultiplyAdd(x, Create(-1.0), Create(1.0));
        Real error = (Create(1.0) - difference) - x;
        return difference + (error - low);
    }

    // erfc x for 1/2 <= x <= 28 as (value + low) 2^n, with n in the low bits
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ErfcInTwoParts(Real x, out Real low, out Bits n)
    {
        Real xx = FusedMultiplyAdd(x, x, Create(0.0));
        Real exp = ExpInTwoParts(-xx, FusedMultiplyAdd(-x, x, xx), out Real expLow, out n);

        Real t = (x - Create(2.5)) / (x + Create(2.5));
        Real square = t * t;
        Real fourth = square * square;
        Real eighth = fourth * fourth;
        Real sixteenth = eighth * eighth;
        Real q0 = FusedMultiplyAdd(t, Create(-0.09902453957360183), Create(-0.12235676308240433));
        Real q2 = FusedMultiplyAdd(t, Create(-0.1029670560385754), Create(0.15762991902322224));
        Real q4 = FusedMultiplyAdd(t, Create(0.0009318928175639581), Create(0.03276089326849772));
        Real q6 = FusedMultiplyAdd(t, Create(0.0004918658068752441), Create(-0.0043820783370894035));
        Real q8 = FusedMultiplyAdd(t, Create(-8.847915401960167E-05), Create(0.0006321243065307815));
        Real q10 = FusedMultiplyAdd(t, Create(6.2653453046332655E-06), Create(-0.00011352215554294152));
        Real q12 = FusedMultiplyAdd(t, Create(2.6122347459885835E-06), Create(2.2699001055651403E-05));
        Real q14 = FusedMultiplyAdd(t, Create(-1.5950986381144718E-06), Create(-4.217603088354496E-06));
        Real q16 = FusedMultiplyAdd(t, Create(5.50664176547398E-07), Create(5.314588055455503E-07));
        Real q18 = FusedMultiplyAdd(t, Create(-1.4135772567987102E-07), Create(1.8947564884462263E-08));
        Real q20 = FusedMultiplyAdd(t, Create(2.401967997529105E-08), Create(-2.176299787418815E-08));
        q0 = FusedMultiplyAdd(q2, square, q0);
        q4 = FusedMultiplyAdd(q6, square, q4);
        q8 = FusedMultiplyAdd(q10, square, q8);
        q12 = FusedMultiplyAdd(q14, square, q12);
        q16 = FusedMultiplyAdd(q18, square, q16);
        q0 = FusedMultiplyAdd(q4, fourth, q0);
        q8 = FusedMultiplyAdd(q12, fourth, q8);
        q16 = FusedMultiplyAdd(q20, fourth, q16);
        q0 = FusedMultiplyAdd(q8, eighth, q0);
        Real q = FusedMultiplyAdd(q16, sixteenth, q0);

        // g + gLow = (1 + 2x) e^(x²) erfc x
        Real g = FusedMultiplyAdd(t, q, Create(1.2648381843668615));
        Real gLow = FusedMultiplyAdd(t, q, Create(1.2648381843668615) - g) + Create(2.1744795775396315E-17);
        Real product = FusedMultiplyAdd(exp, g, Create(0.0));
        Real productLow = FusedMultiplyAdd(exp, g, -product) + FusedMultiplyAdd(exp, gLow, expLow * g);

        Real twice = x + x;
        Real divisor = FusedMultiplyAdd(x, Create(2.0), Create(1.0));
        Real divisorLow = Create(1.0) - (divisor - twice);
        Real reciprocal = Create(1.0) / divisor;
        Real quotient = FusedMultiplyAdd(product, reciprocal, Create(0.0));
        Real rest = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, product) + productLow);
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
        Real second = FusedMultiplyAdd(whole, Create(-2.3190468138462996E-17), xLow);
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
