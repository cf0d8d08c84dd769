using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>2 raised to a power.</summary>
    /// <param name="x">The exponent. From 128 on the result is +infinity, below -150 it is 0; below -126 it is subnormal.</param>
    /// <returns>2^x, within 1 ulp, exact for whole numbers; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>x = n + f, and e^(f ln 2) as in <c>Exp</c>, with f ln 2 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp2(Real x)
    {
        x = ConditionalSelect(GreaterThan(x, Create(129f)), Create(129f), x);
        x = ConditionalSelect(LessThan(x, Create(-151f)), Create(-151f), x);
        Real shifted = FusedMultiplyAdd(x, Create(1f), Create(RoundingShiftSingle));
        Real f = x - (shifted - Create(RoundingShiftSingle));
        Real r = FusedMultiplyAdd(f, Create(0.6931472f), Create(0f));
        Real rLow = FusedMultiplyAdd(f, Create(-1.9046542E-09f), FusedMultiplyAdd(f, Create(0.6931472f), -r));
        return ExpOfReduced(r, rLow, shifted);
    }

    /// <summary>10 raised to a power.</summary>
    /// <param name="x">The exponent. Above 38.53 the result is +infinity, below -45.15 it is 0; below -37.93 it is subnormal.</param>
    /// <returns>10^x, within 1 ulp; NaN for NaN, +infinity for +infinity, +0 for -infinity, 1 for ±0.</returns>
    /// <remarks>Cody and Waite's reduction x = n log10 2 + t with log10 2 in two parts, and e^(t ln 10) as in <c>Exp</c>, with t ln 10 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp10(Real x)
    {
        x = ConditionalSelect(GreaterThan(x, Create(39f)), Create(39f), x);
        x = ConditionalSelect(LessThan(x, Create(-46f)), Create(-46f), x);
        Real shifted = FusedMultiplyAdd(x, Create(3.321928f), Create(RoundingShiftSingle));
        Real n = shifted - Create(RoundingShiftSingle);

        // The first part has 16 bits, so that the first step is exact.
        Real first = FusedMultiplyAdd(n, Create(-0.30103302f), x);
        Real t = FusedMultiplyAdd(n, Create(3.0243555E-06f), first);
        Real tLow = FusedMultiplyAdd(n, Create(3.0243555E-06f), first - t);
        Real r = FusedMultiplyAdd(t, Create(2.3025851f), Create(0f));
        Real rLow = FusedMultiplyAdd(t, Create(-3.1975436E-08f), FusedMultiplyAdd(tLow, Create(2.3025851f), FusedMultiplyAdd(t, Create(2.3025851f), -r)));
        return ExpOfReduced(r, rLow, shifted);
    }
}
