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

    // tan(r + low + quadrant * π/2) for |r| <= π/4. The low part counts times the cosine: of a float it is not small enough to leave that out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real TanOfReduced(Real r, Real low, Bits quadrant)
    {
        Real z = r * r;
        Real main = FusedMultiplyAdd(z, Create(-0.5f), Create(1f));
        Real sinRest = FusedMultiplyAdd(r * z, SinTail(z), low * main);
        Real sin = r + sinRest;
        Real sinLow = (r - sin) + sinRest;

        Real error = FusedMultiplyAdd(z, Create(-0.5f), Create(1f) - main);
        Real squareLow = FusedMultiplyAdd(r, r, -z);
        error = FusedMultiplyAdd(squareLow, Create(-0.5f), error);
        Real cosRest = FusedMultiplyAdd(z * z, CosTail(z), FusedMultiplyAdd(-r, low, error));
        Real cos = main + cosRest;
        Real cosLow = (main - cos) + cosRest;

        var isEven = Lanes.Equals(quadrant & Create(1), Create(0)).AsSingle();
        Real numerator = ConditionalSelect(isEven, sin, -cos);
        Real numeratorLow = ConditionalSelect(isEven, sinLow, -cosLow);
        Real divisor = ConditionalSelect(isEven, cos, sin);
        Real divisorLow = ConditionalSelect(isEven, cosLow, sinLow);
        return Quotient(numerator, numeratorLow, divisor, divisorLow);
    }
}
