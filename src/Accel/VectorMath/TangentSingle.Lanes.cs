using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Tangent.</summary>
    /// <param name="x">The angle in radians, of any size.</param>
    /// <returns>tan x, within 1 ulp; NaN for infinities and NaN, ±0 for ±0.</returns>
    /// <remarks>The quotient of sine and cosine, both in two parts, and the remainder of the division; reductions as in <c>Sin</c>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Tan(Real x)
    {
        Real magnitude = Abs(x);
        if (GreaterThanAny(magnitude.AsInt32(), Create(ReductionLimitSingle).AsInt32()))
        {
            return TanOfAny(x);
        }

        Bits quadrant = ReduceAngle(magnitude, out Real r, out Real low);
        Bits sign = x.AsInt32() & Create(int.MinValue);
        return (TanOfReduced(r, low, quadrant).AsInt32() ^ sign).AsSingle();
    }

    // tan(r + low + quadrant * π/2) for |r| <= π/4; the polynomials are those of SinOfReduced.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real TanOfReduced(Real r, Real low, Bits quadrant)
    {
        Real z = r * r;
        Real zz = z * z;
        Real sinTail = FusedMultiplyAdd(FusedMultiplyAdd(z, Create(2.7990916E-06f), Create(-0.00019849838f)), zz, FusedMultiplyAdd(z, Create(0.008333372f), Create(-0.16666667f)));
        Real main = FusedMultiplyAdd(z, Create(-0.5f), Create(1f));
        Real sinRest = FusedMultiplyAdd(r * z, sinTail, low * main);
        Real sin = r + sinRest;
        Real sinLow = (r - sin) + sinRest;

        Real error = FusedMultiplyAdd(z, Create(-0.5f), Create(1f) - main);
        Real squareLow = FusedMultiplyAdd(r, r, -z);
        error = FusedMultiplyAdd(squareLow, Create(-0.5f), error);
        Real cosTail = FusedMultiplyAdd(zz, Create(2.4430881E-05f), FusedMultiplyAdd(z, Create(-0.0013887302f), Create(0.041666646f)));
        Real cosRest = FusedMultiplyAdd(zz, cosTail, FusedMultiplyAdd(-r, low, error));
        Real cos = main + cosRest;
        Real cosLow = (main - cos) + cosRest;

        var isEven = Lanes.Equals(quadrant & Create(1), Create(0)).AsSingle();
        Real numerator = ConditionalSelect(isEven, sin, -cos);
        Real numeratorLow = ConditionalSelect(isEven, sinLow, -cosLow);
        Real divisor = ConditionalSelect(isEven, cos, sin);
        Real divisorLow = ConditionalSelect(isEven, cosLow, sinLow);
        Real reciprocal = Create(1f) / divisor;
        Real quotient = FusedMultiplyAdd(numerator, reciprocal, Create(0f));
        Real rest = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, numerator) + numeratorLow);
        return FusedMultiplyAdd(rest, reciprocal, quotient);
    }
}
