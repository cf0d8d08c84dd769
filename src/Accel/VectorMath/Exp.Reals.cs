using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>e raised to a power.</summary>
    /// <param name="x">The exponent. Above 709.78 the result is +infinity, below -745.13 it is 0; below -708.39 it is subnormal (float: 88.72, -103.98, -87.33).</param>
    /// <returns>e^x, within 1 ulp; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>Cody and Waite's reduction x = n ln 2 + r with ln 2 in two parts, and a polynomial of degree 11 (float: 6) in r.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp(Real x)
    {
        x = AtMost(x, Create(ExpOverflowDouble));
        x = AtLeast(x, Create(ExpFloorDouble));

        Real shifted = FusedMultiplyAdd(x, Create(Log2EDouble), Create(RoundingShiftDouble));
        Real n = shifted - Create(RoundingShiftDouble);
        Real first = FusedMultiplyAdd(n, Create(-0.6931471805599453), x);
        Real r = FusedMultiplyAdd(n, Create(-Ln2LowDouble), first);
        Real rLow = FusedMultiplyAdd(n, Create(-Ln2LowDouble), first - r);
        return ExpOfReduced(r, rLow, shifted);
    }

    /// <summary>2 raised to a power.</summary>
    /// <param name="x">The exponent. From 1024 on the result is +infinity, below -1075 it is 0; below -1022 it is subnormal (float: 128, -150, -126).</param>
    /// <returns>2^x, within 1 ulp, exact for whole numbers; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>x = n + f, and e^(f ln 2) as in <c>Exp</c>, with f ln 2 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp2(Real x)
    {
        x = AtMost(x, Create(Exp2CeilingDouble));
        x = AtLeast(x, Create(Exp2FloorDouble));
        Real shifted = FusedMultiplyAdd(x, Create(1.0), Create(RoundingShiftDouble));
        Real f = x - (shifted - Create(RoundingShiftDouble));
        Real r = FusedMultiplyAdd(f, Create(0.6931471805599453), Create(0.0));
        Real rLow = FusedMultiplyAdd(f, Create(Ln2LowDouble), FusedMultiplyAdd(f, Create(0.6931471805599453), -r));
        return ExpOfReduced(r, rLow, shifted);
    }

    /// <summary>10 raised to a power.</summary>
    /// <param name="x">The exponent. Above 308.25 the result is +infinity, below -323.61 it is 0; below -307.65 it is subnormal (float: 38.53, -45.15, -37.93).</param>
    /// <returns>10^x, within 1 ulp; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>Cody and Waite's reduction x = n log10 2 + t with log10 2 in two parts, and e^(t ln 10) as in <c>Exp</c>, with t ln 10 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp10(Real x)
    {
        x = AtMost(x, Create(Exp10CeilingDouble));
        x = AtLeast(x, Create(Exp10FloorDouble));
        Real shifted = FusedMultiplyAdd(x, Create(3.321928094887362), Create(RoundingShiftDouble));
        Real n = shifted - Create(RoundingShiftDouble);

        // The first part is short enough, so that the first step is exact.
        Real first = FusedMultiplyAdd(n, Create(-Log10Of2Double), x);
        Real t = FusedMultiplyAdd(n, Create(-Log10Of2LowDouble), first);
        Real tLow = FusedMultiplyAdd(n, Create(-Log10Of2LowDouble), first - t);
        Real r = FusedMultiplyAdd(t, Create(2.302585092994046), Create(0.0));
        Real rLow = FusedMultiplyAdd(t, Create(Ln10LowDouble), FusedMultiplyAdd(tLow, Create(2.302585092994046), FusedMultiplyAdd(t, Create(2.302585092994046), -r)));
        return ExpOfReduced(r, rLow, shifted);
    }

    // e^(r + rLow) 2^n for |r| at most ln 2 / 2, with n in the low bits of what is shifted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ExpOfReduced(Real r, Real rLow, Real shifted)
    {
        return OnePlusByPowerOfTwo(r + RestOfExp(r, rLow), shifted);
    }

    // (1 + x) 2^n for x above -1/2, with n in the low bits of what is shifted
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real OnePlusByPowerOfTwo(Real x, Real shifted)
    {
        if (PowerScaling.IsSupported(x))
        {
            return PowerScaling.Scale(x + Create(1.0), shifted - Create(RoundingShiftDouble));
        }

        Real scale1 = PowersOfTwo(shifted.AsInt64(), out Real scale2);
        return FusedMultiplyAdd(x, scale1, scale1) * scale2;
    }

    // x 2^n, with n in the low bits of what is shifted
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real TimesPowerOfTwo(Real x, Real shifted)
    {
        if (PowerScaling.IsSupported(x))
        {
            return PowerScaling.Scale(x, shifted - Create(RoundingShiftDouble));
        }

        Real scale1 = PowersOfTwo(shifted.AsInt64(), out Real scale2);
        return x * scale1 * scale2;
    }

    // 2^n, for n in the low bits and 2^n in range
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real PowerOfTwo(Bits n) => ((n << FractionBitsDouble) + Create(1.0).AsInt64()).AsDouble();

    // 2^n in two factors, each in range where 2^n is not: the second multiplication is the only one that may round.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real PowersOfTwo(Bits n, out Real second)
    {
        Bits half = n >>> 1;
        second = PowerOfTwo(n - half);
        return PowerOfTwo(half);
    }
}
