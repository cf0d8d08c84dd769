using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>e raised to a power.</summary>
    /// <param name="x">The exponent. Above 709.78 the result is +infinity, below -745.13 it is 0; below -708.39 it is subnormal.</param>
    /// <returns>e^x, within 1 ulp; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>Cody and Waite's reduction x = n ln 2 + r with ln 2 in two parts, and a polynomial of degree 11 in r.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp(Real x)
    {
        // Selects, not Min and Max: NaN passes through.
        x = ConditionalSelect(GreaterThan(x, Create(710.0)), Create(710.0), x);
        x = ConditionalSelect(LessThan(x, Create(-746.0)), Create(-746.0), x);

        Real shifted = FusedMultiplyAdd(x, Create(Log2EDouble), Create(RoundingShiftDouble));
        Real n = shifted - Create(RoundingShiftDouble);
        Real first = FusedMultiplyAdd(n, Create(-0.6931471805599453), x);
        Real r = FusedMultiplyAdd(n, Create(-2.3190468138462996E-17), first);
        Real rLow = FusedMultiplyAdd(n, Create(-2.3190468138462996E-17), first - r);
        return ExpOfReduced(r, rLow, shifted);
    }

    /// <summary>2 raised to a power.</summary>
    /// <param name="x">The exponent. From 1024 on the result is +infinity, below -1075 it is 0; below -1022 it is subnormal.</param>
    /// <returns>2^x, within 1 ulp, exact for whole numbers; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>x = n + f, and e^(f ln 2) as in <c>Exp</c>, with f ln 2 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp2(Real x)
    {
        x = ConditionalSelect(GreaterThan(x, Create(1025.0)), Create(1025.0), x);
        x = ConditionalSelect(LessThan(x, Create(-1080.0)), Create(-1080.0), x);
        Real shifted = FusedMultiplyAdd(x, Create(1.0), Create(RoundingShiftDouble));
        Real f = x - (shifted - Create(RoundingShiftDouble));
        Real r = FusedMultiplyAdd(f, Create(0.6931471805599453), Create(0.0));
        Real rLow = FusedMultiplyAdd(f, Create(2.3190468138462996E-17), FusedMultiplyAdd(f, Create(0.6931471805599453), -r));
        return ExpOfReduced(r, rLow, shifted);
    }

    /// <summary>10 raised to a power.</summary>
    /// <param name="x">The exponent. Above 308.25 the result is +infinity, below -323.61 it is 0; below -307.65 it is subnormal.</param>
    /// <returns>10^x, within 1 ulp; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>Cody and Waite's reduction x = n log10 2 + t with log10 2 in two parts, and e^(t ln 10) as in <c>Exp</c>, with t ln 10 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp10(Real x)
    {
        x = ConditionalSelect(GreaterThan(x, Create(310.0)), Create(310.0), x);
        x = ConditionalSelect(LessThan(x, Create(-330.0)), Create(-330.0), x);
        Real shifted = FusedMultiplyAdd(x, Create(3.321928094887362), Create(RoundingShiftDouble));
        Real n = shifted - Create(RoundingShiftDouble);

        // The first part has 41 bits, so that the first step is exact.
        Real first = FusedMultiplyAdd(n, Create(-0.30102999566383914), x);
        Real t = FusedMultiplyAdd(n, Create(-1.42050232272661E-13), first);
        Real tLow = FusedMultiplyAdd(n, Create(-1.42050232272661E-13), first - t);
        Real r = FusedMultiplyAdd(t, Create(2.302585092994046), Create(0.0));
        Real rLow = FusedMultiplyAdd(t, Create(-2.1707562233822494E-16), FusedMultiplyAdd(tLow, Create(2.302585092994046), FusedMultiplyAdd(t, Create(2.302585092994046), -r)));
        return ExpOfReduced(r, rLow, shifted);
    }

    // e^(r + rLow) 2^n for |r| at most ln 2 / 2, with n in the low bits of what is shifted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ExpOfReduced(Real r, Real rLow, Real shifted)
    {
        Real expMinus1 = r + RestOfExp(r, rLow);

        // 2^n in two factors, each in range where 2^n is not: the second multiplication is the only one that may round.
        Bits bits = shifted.AsInt64();
        Bits half = bits >>> 1;
        Real scale1 = ((half << 52) + Create(1.0).AsInt64()).AsDouble();
        Real scale2 = (((bits - half) << 52) + Create(1.0).AsInt64()).AsDouble();
        return FusedMultiplyAdd(expMinus1, scale1, scale1) * scale2;
    }

    // e^(r + rLow) - 1 - r, by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfExp(Real r, Real rLow)
    {
        Real square = r * r;
        Real q01 = FusedMultiplyAdd(r, Create(0.16666666666666685), Create(0.5000000000000013));
        Real q23 = FusedMultiplyAdd(r, Create(0.008333333333315925), Create(0.041666666666511254));
        Real q45 = FusedMultiplyAdd(r, Create(0.00019841269898777635), Create(0.0013888888948007572));
        Real q67 = FusedMultiplyAdd(r, Create(2.7557232721531858E-06), Create(2.48014889797183E-05));
        Real q89 = FusedMultiplyAdd(r, Create(2.5112716818963076E-08), Create(2.7631608497480306E-07));
        Real fourth = square * square;
        Real low = FusedMultiplyAdd(q23, square, q01);
        Real high = FusedMultiplyAdd(q67, square, q45);
        high = FusedMultiplyAdd(q89, fourth, high);
        Real q = FusedMultiplyAdd(high, fourth, low);
        return FusedMultiplyAdd(q, square, rLow);
    }
}
