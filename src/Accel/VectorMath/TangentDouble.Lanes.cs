using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

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
        if (GreaterThanAny(magnitude.AsInt64(), Create(ReductionLimitDouble).AsInt64()))
        {
            return TanOfAny(x);
        }

        Bits quadrant = ReduceAngle(magnitude, out Real r, out Real low);
        Bits sign = x.AsInt64() & Create(long.MinValue);
        return (TanOfReduced(r, low, quadrant).AsInt64() ^ sign).AsDouble();
    }

    // tan(r + low + quadrant * π/2) for |r| <= π/4; the polynomials are those of SinOfReduced.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real TanOfReduced(Real r, Real low, Bits quadrant)
    {
        Real z = r * r;
        Real zz = z * z;
        Real fourth = zz * zz;
        Real sin01 = FusedMultiplyAdd(z, Create(0.008333333333321136), Create(-0.16666666666666627));
        Real sin23 = FusedMultiplyAdd(z, Create(2.755731332799228E-06), Create(-0.0001984126982877408));
        Real sin45 = FusedMultiplyAdd(z, Create(1.5893389759682302E-10), Create(-2.5050700243724358E-08));
        Real sinRest = FusedMultiplyAdd(r * z, FusedMultiplyAdd(sin45, fourth, FusedMultiplyAdd(sin23, zz, sin01)), low);
        Real sin = r + sinRest;
        Real sinLow = (r - sin) + sinRest;

        Real main = FusedMultiplyAdd(z, Create(-0.5), Create(1.0));
        Real error = FusedMultiplyAdd(z, Create(-0.5), Create(1.0) - main);
        Real squareLow = FusedMultiplyAdd(r, r, -z);
        error = FusedMultiplyAdd(squareLow, Create(-0.5), error);
        Real cos01 = FusedMultiplyAdd(z, Create(-0.0013888888888872158), Create(0.04166666666666659));
        Real cos23 = FusedMultiplyAdd(z, Create(-2.7557313995896176E-07), Create(2.4801587288254125E-05));
        Real cos45 = FusedMultiplyAdd(z, Create(-1.1357101814847948E-11), Create(2.087567448842649E-09));
        Real cosTail = FusedMultiplyAdd(cos45, fourth, FusedMultiplyAdd(cos23, zz, cos01));
        Real cosRest = FusedMultiplyAdd(zz, cosTail, FusedMultiplyAdd(-r, low, error));
        Real cos = main + cosRest;
        Real cosLow = (main - cos) + cosRest;

        var isEven = Lanes.Equals(quadrant & Create(1L), Create(0L)).AsDouble();
        Real numerator = ConditionalSelect(isEven, sin, -cos);
        Real numeratorLow = ConditionalSelect(isEven, sinLow, -cosLow);
        Real divisor = ConditionalSelect(isEven, cos, sin);
        Real divisorLow = ConditionalSelect(isEven, cosLow, sinLow);
        Real reciprocal = Create(1.0) / divisor;
        Real quotient = FusedMultiplyAdd(numerator, reciprocal, Create(0.0));
        Real rest = FusedMultiplyAdd(-quotient, divisorLow, FusedMultiplyAdd(-quotient, divisor, numerator) + numeratorLow);
        return FusedMultiplyAdd(rest, reciprocal, quotient);
    }
}
