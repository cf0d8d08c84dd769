using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>The error function: 2/sqrt(π) times the integral of e^(-t²) from 0 to x.</summary>
    /// <param name="x">Any number. Beyond ±3.92 the result is ±1.</param>
    /// <returns>erf x, within 1 ulp; NaN for NaN, ±1 for ±infinity, ±0 for ±0.</returns>
    /// <remarks>x (2/sqrt(π) + z q(z)) with z = x² up to 1/2, beyond it 1 - <c>Erfc</c>, in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Erf(Real x)
    {
        Real magnitude = Abs(x);
        Real rest = FusedMultiplyAdd(magnitude, RestOfErf(magnitude), Create(0f));
        Real small = FusedMultiplyAdd(magnitude, Create(TwoOverRootPiSingle), rest);

        Real clamped = ConditionalSelect(GreaterThan(magnitude, Create(4f)), Create(4f), magnitude);
        Real erfc = ErfcInTwoParts(clamped, out Real erfcLow, out Bits n);
        Real scale = ((n << 23) + Create(1f).AsInt32()).AsSingle();
        Real large = OneMinus(erfc * scale, erfcLow * scale);

        Real result = ConditionalSelect(LessThan(magnitude, Create(0.5f)), small, large);
        return (result.AsInt32() ^ (x.AsInt32() & Create(int.MinValue))).AsSingle();
    }

    /// <summary>The complementary error function: 1 - erf x, also where that is small.</summary>
    /// <param name="x">Any number. Beyond 10.06 the result is 0, beyond 9.19 it is subnormal; below -3.83 it is 2.</param>
    /// <returns>erfc x, within 1 ulp; NaN for NaN, +0 for +infinity, 2 for -infinity.</returns>
    /// <remarks>From 1/2 on e^(-x²) times (1 + 2x) e^(x²) erfc x, a polynomial of degree 10 in (x - 2.5) / (x + 2.5), over 1 + 2x, all in two parts: the form of
    /// M. M. Shepherd and J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞", 1981.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Erfc(Real x)
    {
        Real magnitude = Abs(x);
        Real erf = FusedMultiplyAdd(x, Create(TwoOverRootPiSingle), Create(0f));
        Real erfLow = FusedMultiplyAdd(x, RestOfErf(magnitude), FusedMultiplyAdd(x, Create(TwoOverRootPiSingle), -erf));
        Real small = OneMinus(erf, erfLow);

        Real clamped = ConditionalSelect(GreaterThan(magnitude, Create(10.3f)), Create(10.3f), magnitude);
        Real erfc = ErfcInTwoParts(clamped, out Real erfcLow, out Bits n);

        // 2^n in two factors, as in Exp: the second multiplication is the only one that may round.
        Bits half = n >>> 1;
        Real scale1 = ((half << 23) + Create(1f).AsInt32()).AsSingle();
        Real scale2 = (((n - half) << 23) + Create(1f).AsInt32()).AsSingle();
        Real sum = erfc * scale1;
        Real low = erfcLow * scale1;
        Real beyond = (sum + low) * scale2;
        Real below = Create(1f) + OneMinus(sum * scale2, low * scale2);
        Real large = ConditionalSelect(LessThan(x, Create(0f)), below, beyond);
        return ConditionalSelect(LessThan(magnitude, Create(0.5f)), small, large);
    }

    // erf x / x - 2/sqrt(π), as far as a double holds that, for x up to 1/2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfErf(Real x)
    {
        Real z = x * x;
        Real zz = z * z;
        Real q0 = FusedMultiplyAdd(z, Create(0.11282945f), Create(-0.37612617f));
        Real q2 = FusedMultiplyAdd(z, Create(0.0047291717f), Create(-0.026763605f));
        Real q = FusedMultiplyAdd(q2, zz, q0);
        return FusedMultiplyAdd(z, q, Create(-5.8635383E-08f));
    }

    // 1 - (x + low) for x up to 1, or below 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real OneMinus(Real x, Real low)
    {
        Real difference = FusedMultiplyAdd(x, Create(-1f), Create(1f));
        Real error = (Create(1f) - difference) - x;
        return difference + (error - low);
    }

    // erfc x for 1/2 <= x <= 10.3 as (value + low) 2^n, with n in the low bits
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ErfcInTwoParts(Real x, out Real low, out Bits n)
    {
        Real xx = FusedMultiplyAdd(x, x, Create(0f));
        Real exp = ExpInTwoParts(-xx, FusedMultiplyAdd(-x, x, xx), out Real expLow, out n);

        Real t = (x - Create(2.5f)) / (x + Create(2.5f));
        Real square = t * t;
        Real fourth = square * square;
        Real eighth = fourth * fourth;
        Real q0 = FusedMultiplyAdd(t, Create(-0.099024504f), Create(-0.12235677f));
        Real q2 = FusedMultiplyAdd(t, Create(-0.10296803f), Create(0.1576304f));
        Real q4 = FusedMultiplyAdd(t, Create(0.0009402673f), Create(0.03275403f));
        Real q6 = FusedMultiplyAdd(t, Create(0.0004631157f), Create(-0.004341607f));
        Real q8 = FusedMultiplyAdd(t, Create(-5.1991272E-05f), Create(0.00052481715f));
        q0 = FusedMultiplyAdd(q2, square, q0);
        q4 = FusedMultiplyAdd(q6, square, q4);
        q0 = FusedMultiplyAdd(q4, fourth, q0);
        Real q = FusedMultiplyAdd(q8, eighth, q0);

        // g + gLow = (1 + 2x) e^(x²) erfc x
        Real g = FusedMultiplyAdd(t, q, Create(1.2648382f));
        Real gLow = FusedMultiplyAdd(t, q, Create(1.2648382f) - g) - Create(3.4322102E-08f);
        Real product = FusedMultiplyAdd(exp, g, Create(0f));
        Real productLow = FusedMultiplyAdd(exp, g, -product) + FusedMultiplyAdd(exp, gLow, expLow * g);

        Real twice = x + x;
        Real divisor = FusedMultiplyAdd(x, Create(2f), Create(1f));
        Real divisorLow = Create(1f) - (divisor - twice);
        Real reciprocal = Create(1f) / divisor;
        Real quotient = FusedMultiplyAdd(product, reciprocal, Create(0f));
        Real rest = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, product) + productLow);
        low = rest * reciprocal;
        return quotient;
    }

    // e^(x + xLow) = (value + low) 2^n, value from sqrt(1/2) to sqrt(2), with n in the low bits
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ExpInTwoParts(Real x, Real xLow, out Real low, out Bits n)
    {
        Real shifted = FusedMultiplyAdd(x, Create(Log2ESingle), Create(RoundingShiftSingle));
        Real whole = shifted - Create(RoundingShiftSingle);
        Real first = FusedMultiplyAdd(whole, Create(-0.6931472f), x);
        Real second = FusedMultiplyAdd(whole, Create(1.9046542E-09f), xLow);
        Real r = first + second;
        Real rLow = (first - r) + second;
        Real rest = RestOfExp(r, rLow);
        Real power = r + rest;
        Real powerLow = (r - power) + rest;
        Real exp = FusedMultiplyAdd(power, Create(1f), Create(1f));
        low = ((Create(1f) - exp) + power) + powerLow;
        n = shifted.AsInt32();
        return exp;
    }
}
