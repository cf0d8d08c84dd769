using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Sine.</summary>
    /// <param name="x">The angle in radians, of any size.</param>
    /// <returns>sin x, within 1 ulp; NaN for infinities and NaN, ±0 for ±0.</returns>
    /// <remarks>Up to 2^17 Cody and Waite's reduction by π/2 with fused multiply-adds (Boldo, Daumas, Li, "Formally verified argument
    /// reduction with a fused multiply-add", 2009), its result in two parts, and polynomials of degree 9 for the sine and 8 for the cosine;
    /// a vector with a larger lane takes the functions for double.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sin(Real x)
    {
        Real magnitude = Abs(x);
        if (GreaterThanAny(magnitude.AsInt32(), Create(ReductionLimitSingle).AsInt32()))
        {
            return SinOfAny(x);
        }

        Bits sign = x.AsInt32() & Create(int.MinValue);
        return (SinOfQuarterTurns(magnitude, Create(0)).AsInt32() ^ sign).AsSingle();
    }

    /// <summary>Cosine.</summary>
    /// <param name="x">The angle in radians, of any size.</param>
    /// <returns>cos x, within 1 ulp; NaN for infinities and NaN, 1 for ±0.</returns>
    /// <remarks>As <c>Sin</c>, a quarter turn on.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Cos(Real x)
    {
        Real magnitude = Abs(x);
        if (GreaterThanAny(magnitude.AsInt32(), Create(ReductionLimitSingle).AsInt32()))
        {
            return CosOfAny(x);
        }

        return SinOfQuarterTurns(magnitude, Create(1));
    }

    // sin(x + quarterTurns * π/2) for 0 <= x <= 2^17
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinOfQuarterTurns(Real x, Bits quarterTurns)
    {
        Bits quadrant = ReduceAngle(x, out Real r, out Real low);
        return SinOfReduced(r, low, quadrant + quarterTurns);
    }

    // x = r + low + quadrant * π/2 for 0 <= x <= 2^17 and |r| <= π/4; the quadrant in the low bits of what is returned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Bits ReduceAngle(Real x, out Real r, out Real low)
    {
        Real shifted = FusedMultiplyAdd(x, Create(TwoOverPiSingle), Create(RoundingShiftSingle));
        Real n = shifted - Create(RoundingShiftSingle);

        // The first step is exact. The rounding error of the second goes into the low part, and with it that of the difference, which matters
        // where first and n * 4.37E-08 nearly cancel.
        Real first = FusedMultiplyAdd(n, Create(-1.5707964f), x);
        r = FusedMultiplyAdd(n, Create(4.371139E-08f), first);
        Real difference = first - r;
        low = (first - difference) - r;
        low += FusedMultiplyAdd(n, Create(4.371139E-08f), difference);
        low = FusedMultiplyAdd(n, Create(1.7151245E-15f), low);
        return shifted.AsInt32();
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
        Real main = FusedMultiplyAdd(z, Create(-0.5f), Create(1f));
        Real error = FusedMultiplyAdd(z, Create(-0.5f), Create(1f) - main);
        Real cosRest = FusedMultiplyAdd(z * z, CosTail(z), FusedMultiplyAdd(-r, low, error));

        var isSine = Lanes.Equals(quadrant & Create(1), Create(0)).AsSingle();
        Bits sign = (quadrant & Create(2)) << 30;
        rest = (ConditionalSelect(isSine, sinRest, cosRest).AsInt32() ^ sign).AsSingle();
        return (ConditionalSelect(isSine, r, main).AsInt32() ^ sign).AsSingle();
    }

    // (sin r / r - 1) / z with z = r², for z up to (π/4)², by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinTail(Real z)
    {
        Real zz = z * z;
        Real sinHigh = FusedMultiplyAdd(z, Create(2.7990916E-06f), Create(-0.00019849838f));
        Real sinLow = FusedMultiplyAdd(z, Create(0.008333372f), Create(-0.16666667f));
        return FusedMultiplyAdd(sinHigh, zz, sinLow);
    }

    // (cos r - 1 + z/2) / z² with z = r², for z up to (π/4)², by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real CosTail(Real z)
    {
        Real zz = z * z;
        Real cosTail = FusedMultiplyAdd(z, Create(-0.0013887302f), Create(0.041666646f));
        return FusedMultiplyAdd(zz, Create(2.4430881E-05f), cosTail);
    }
}
