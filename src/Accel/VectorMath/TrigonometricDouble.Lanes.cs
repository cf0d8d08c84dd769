using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Sine.</summary>
    /// <param name="x">The angle in radians, of any size.</param>
    /// <returns>sin x, within 1 ulp; NaN for infinities and NaN, ±0 for ±0.</returns>
    /// <remarks>Up to 2^20 Cody and Waite's reduction by π/2 with fused multiply-adds (Boldo, Daumas, Li, "Formally verified argument
    /// reduction with a fused multiply-add", 2009), beyond that Payne and Hanek's; the result is in two parts. Polynomials of degree 13 for the
    /// sine and 14 for the cosine.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sin(Real x)
    {
        Real magnitude = Abs(x);
        if (GreaterThanAny(magnitude.AsInt64(), Create(ReductionLimitDouble).AsInt64()))
        {
            return SinOfAny(x);
        }

        Bits sign = x.AsInt64() & Create(long.MinValue);
        return (SinOfQuarterTurns(magnitude, Create(0L)).AsInt64() ^ sign).AsDouble();
    }

    /// <summary>Cosine.</summary>
    /// <param name="x">The angle in radians, of any size.</param>
    /// <returns>cos x, within 1 ulp; NaN for infinities and NaN, 1 for ±0.</returns>
    /// <remarks>As <c>Sin</c>, a quarter turn on.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Cos(Real x)
    {
        Real magnitude = Abs(x);
        if (GreaterThanAny(magnitude.AsInt64(), Create(ReductionLimitDouble).AsInt64()))
        {
            return CosOfAny(x);
        }

        return SinOfQuarterTurns(magnitude, Create(1L));
    }

    // sin(x + quarterTurns * π/2) for 0 <= x <= 2^20
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinOfQuarterTurns(Real x, Bits quarterTurns)
    {
        Bits quadrant = ReduceAngle(x, out Real r, out Real low);
        return SinOfReduced(r, low, quadrant + quarterTurns);
    }

    // x = r + low + quadrant * π/2 for 0 <= x <= 2^20 and |r| <= π/4; the quadrant in the low bits of what is returned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Bits ReduceAngle(Real x, out Real r, out Real low)
    {
        Real shifted = FusedMultiplyAdd(x, Create(TwoOverPiDouble), Create(RoundingShiftDouble));
        Real n = shifted - Create(RoundingShiftDouble);

        // The first step is exact, and so is the product in the second: its constant has 33 bits, n has 20. The rounding error of the second
        // step goes into the low part.
        Real first = FusedMultiplyAdd(n, Create(-1.5707963267948966), x);
        r = FusedMultiplyAdd(n, Create(-6.12323399538461E-17), first);
        low = FusedMultiplyAdd(n, Create(-6.12323399538461E-17), first - r);
        low = FusedMultiplyAdd(n, Create(-3.5215598651832E-27), low);
        return shifted.AsInt64();
    }

    // sin(r + low + quadrant * π/2) for |r| <= π/4
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinOfReduced(Real r, Real low, Bits quadrant)
    {
        Real sin = SinOfReduced(r, low, quadrant, out Real rest);
        return sin + rest;
    }

    // The same in two parts, the second not much smaller than the first
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinOfReduced(Real r, Real low, Bits quadrant, out Real rest)
    {
        Real z = r * r;
        Real sinRest = FusedMultiplyAdd(r * z, SinTail(z), low);

        // cos(r + low) = 1 - z/2 + z² q - r low, with the rounding error of 1 - z/2
        Real main = FusedMultiplyAdd(z, Create(-0.5), Create(1.0));
        Real error = FusedMultiplyAdd(z, Create(-0.5), Create(1.0) - main);
        Real cosRest = FusedMultiplyAdd(z * z, CosTail(z), FusedMultiplyAdd(-r, low, error));

        var isSine = Lanes.Equals(quadrant & Create(1L), Create(0L)).AsDouble();
        Bits sign = (quadrant & Create(2L)) << 62;
        rest = (ConditionalSelect(isSine, sinRest, cosRest).AsInt64() ^ sign).AsDouble();
        return (ConditionalSelect(isSine, r, main).AsInt64() ^ sign).AsDouble();
    }

    // (sin r / r - 1) / z with z = r², for z up to (π/4)², by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinTail(Real z)
    {
        Real zz = z * z;
        Real fourth = zz * zz;
        Real sin01 = FusedMultiplyAdd(z, Create(0.008333333333321136), Create(-0.16666666666666627));
        Real sin23 = FusedMultiplyAdd(z, Create(2.755731332799228E-06), Create(-0.0001984126982877408));
        Real sin45 = FusedMultiplyAdd(z, Create(1.5893389759682302E-10), Create(-2.5050700243724358E-08));
        return FusedMultiplyAdd(sin45, fourth, FusedMultiplyAdd(sin23, zz, sin01));
    }

    // (cos r - 1 + z/2) / z² with z = r², for z up to (π/4)², by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real CosTail(Real z)
    {
        Real zz = z * z;
        Real fourth = zz * zz;
        Real cos01 = FusedMultiplyAdd(z, Create(-0.0013888888888872158), Create(0.04166666666666659));
        Real cos23 = FusedMultiplyAdd(z, Create(-2.7557313995896176E-07), Create(2.4801587288254125E-05));
        Real cos45 = FusedMultiplyAdd(z, Create(-1.1357101814847948E-11), Create(2.087567448842649E-09));
        return FusedMultiplyAdd(cos45, fourth, FusedMultiplyAdd(cos23, zz, cos01));
    }
}
