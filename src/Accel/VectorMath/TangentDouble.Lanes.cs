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

    // tan(r + low + quadrant * π/2) for |r| <= π/4
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real TanOfReduced(Real r, Real low, Bits quadrant)
    {
        Real z = r * r;
        Real sinRest = FusedMultiplyAdd(r * z, SinTail(z), low);
        Real sin = r + sinRest;
        Real sinLow = (r - sin) + sinRest;

        Real main = FusedMultiplyAdd(z, Create(-0.5), Create(1.0));
        Real error = FusedMultiplyAdd(z, Create(-0.5), Create(1.0) - main);
        Real squareLow = FusedMultiplyAdd(r, r, -z);
        error = FusedMultiplyAdd(squareLow, Create(-0.5), error);
        Real cosRest = FusedMultiplyAdd(z * z, CosTail(z), FusedMultiplyAdd(-r, low, error));
        Real cos = main + cosRest;
        Real cosLow = (main - cos) + cosRest;

        var isEven = Lanes.Equals(quadrant & Create(1L), Create(0L)).AsDouble();
        Real numerator = ConditionalSelect(isEven, sin, -cos);
        Real numeratorLow = ConditionalSelect(isEven, sinLow, -cosLow);
        Real divisor = ConditionalSelect(isEven, cos, sin);
        Real divisorLow = ConditionalSelect(isEven, cosLow, sinLow);
        return Quotient(numerator, numeratorLow, divisor, divisorLow);
    }
}
