using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>e raised to a power.</summary>
    /// <param name="x">The exponent. Above 88.72 the result is +infinity, below -103.98 it is 0; below -87.33 it is subnormal.</param>
    /// <returns>e^x, within 1 ulp; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>Cody and Waite's reduction x = n ln 2 + r with ln 2 in two parts, and a polynomial of degree 6 in r.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp(Real x)
    {
        // Selects, not Min and Max: NaN passes through.
        x = ConditionalSelect(GreaterThan(x, Create(89f)), Create(89f), x);
        x = ConditionalSelect(LessThan(x, Create(-104f)), Create(-104f), x);

        Real shifted = FusedMultiplyAdd(x, Create(Log2ESingle), Create(RoundingShiftSingle));
        Real n = shifted - Create(RoundingShiftSingle);
        Real first = FusedMultiplyAdd(n, Create(-0.6931472f), x);
        Real r = FusedMultiplyAdd(n, Create(1.9046542E-09f), first);
        Real rLow = FusedMultiplyAdd(n, Create(1.9046542E-09f), first - r);

        return ExpOfReduced(r, rLow, shifted);
    }

    // e^(r + rLow) 2^n for |r| at most ln 2 / 2, with n in the low bits of what is shifted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ExpOfReduced(Real r, Real rLow, Real shifted)
    {
        Real expMinus1 = r + RestOfExp(r, rLow);

        // 2^n in two factors, each in range where 2^n is not: the second multiplication is the only one that may round.
        Bits bits = shifted.AsInt32();
        Bits half = bits >>> 1;
        Real scale1 = ((half << 23) + Create(1f).AsInt32()).AsSingle();
        Real scale2 = (((bits - half) << 23) + Create(1f).AsInt32()).AsSingle();
        return FusedMultiplyAdd(expMinus1, scale1, scale1) * scale2;
    }

    // e^(r + rLow) - 1 - r, by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfExp(Real r, Real rLow)
    {
        Real square = r * r;
        Real low = FusedMultiplyAdd(r, Create(0.16666515f), Create(0.5f));
        Real high = FusedMultiplyAdd(r, Create(0.008369243f), Create(0.041666456f));
        high = FusedMultiplyAdd(square, Create(0.0013935775f), high);
        Real q = FusedMultiplyAdd(high, square, low);
        return FusedMultiplyAdd(q, square, rLow);
    }
}
