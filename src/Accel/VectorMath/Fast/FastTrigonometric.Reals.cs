using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    public static partial class Fast
    {
        /// <summary>Sine.</summary>
        /// <param name="x">The angle in radians, of any size.</param>
        /// <returns>sin x, within 4 ulp; special values as <see cref="VectorMath.Sin(float)"/>.</returns>
        /// <remarks>Up to 2^20 (float: 2^17) Cody and Waite's reduction by π, and a polynomial of degree 15 (float: 9) over half a turn; beyond it as there.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Sin(Real x)
        {
            Real magnitude = Abs(x);
            Real shifted = FusedMultiplyAdd(magnitude, Create(0.3183098861837907), Create(RoundingShiftDouble));
            Real result = SinOfRest(magnitude, shifted - Create(RoundingShiftDouble), shifted.AsInt64());
            result = (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
            return GreaterThanAny(magnitude.AsInt64(), Create(ReductionLimitDouble).AsInt64()) ? SinOfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real SinOfAny(Real x, Real result) => WhereLarge(x, VectorMath.Sin(x), result);

        /// <summary>Cosine.</summary>
        /// <param name="x">The angle in radians, of any size.</param>
        /// <returns>cos x, within 4 ulp; special values as <see cref="VectorMath.Cos(float)"/>.</returns>
        /// <remarks>As <c>Sin</c>, a quarter turn on.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Cos(Real x)
        {
            // x = (n - 1/2) π + r, and cos x = sin(x + π/2) = sin(n π + r)
            Real magnitude = Abs(x);
            Real turns = FusedMultiplyAdd(magnitude, Create(0.3183098861837907), Create(0.5));
            Real shifted = FusedMultiplyAdd(turns, Create(1.0), Create(RoundingShiftDouble));
            Real n = shifted - Create(RoundingShiftDouble);
            Real result = SinOfRest(magnitude, n - Create(0.5), shifted.AsInt64());
            return GreaterThanAny(magnitude.AsInt64(), Create(ReductionLimitDouble).AsInt64()) ? CosOfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real CosOfAny(Real x, Real result) => WhereLarge(x, VectorMath.Cos(x), result);

        /// <summary>Sine and cosine.</summary>
        /// <param name="x">The angle in radians, of any size.</param>
        /// <returns>As <c>Sin</c> and <c>Cos</c>, with the same bits.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static (Real Sin, Real Cos) SinCos(Real x) => (Sin(x), Cos(x));

        /// <summary>Tangent.</summary>
        /// <param name="x">The angle in radians, of any size.</param>
        /// <returns>tan x, within 4 ulp; special values as <see cref="VectorMath.Tan(float)"/>.</returns>
        /// <remarks>The quotient of sine and cosine, behind Cody and Waite's reduction by π/2.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Tan(Real x)
        {
            Real magnitude = Abs(x);
            Real shifted = FusedMultiplyAdd(magnitude, Create(TwoOverPiDouble), Create(RoundingShiftDouble));
            Real r = RestOfTurns(magnitude, (shifted - Create(RoundingShiftDouble)) * Create(0.5));
            Real z = r * r;
            Real sin = FusedMultiplyAdd(r * z, SinTail(z), r);
            Real cos = FusedMultiplyAdd(z * z, CosTail(z), FusedMultiplyAdd(z, Create(-0.5), Create(1.0)));
            Bits quadrant = shifted.AsInt64();
            var isEven = Lanes.Equals(quadrant & Create(1L), Create(0L)).AsDouble();
            Real result = ConditionalSelect(isEven, sin, cos) / ConditionalSelect(isEven, cos, sin);
            Bits sign = (x.AsInt64() & Create(long.MinValue)) ^ (quadrant << SignBitDouble);
            result = (result.AsInt64() ^ sign).AsDouble();
            return GreaterThanAny(magnitude.AsInt64(), Create(ReductionLimitDouble).AsInt64()) ? TanOfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real TanOfAny(Real x, Real result) => WhereLarge(x, VectorMath.Tan(x), result);

        /// <summary>Sine of an angle in half turns.</summary>
        /// <param name="x">The angle divided by π, of any size.</param>
        /// <returns>sin πx, within 4 ulp, exact for multiples of 1/2; special values as <see cref="VectorMath.SinPi(float)"/>.</returns>
        /// <remarks>What is left of x behind whole numbers is exact; times π, and the polynomial of <c>Sin</c>.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real SinPi(Real x)
        {
            Real magnitude = Abs(x);
            Real shifted = FusedMultiplyAdd(magnitude, Create(1.0), Create(RoundingShiftDouble));
            Real f = magnitude - (shifted - Create(RoundingShiftDouble));
            Real result = SinOfReduced(f * Create(3.141592653589793), shifted.AsInt64()) + Create(0.0);
            result = (result.AsInt64() ^ (x.AsInt64() & Create(long.MinValue))).AsDouble();
            return GreaterThanAny(magnitude.AsInt64(), Create(HalfTurnsLimitDouble).AsInt64()) ? SinPiOfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real SinPiOfAny(Real x, Real result) => WhereLarge(x, Create(HalfTurnsLimitDouble), VectorMath.SinPi(x), result);

        /// <summary>Cosine of an angle in half turns.</summary>
        /// <param name="x">The angle divided by π, of any size.</param>
        /// <returns>cos πx, within 4 ulp, exact for multiples of 1/2; special values as <see cref="VectorMath.CosPi(float)"/>.</returns>
        /// <remarks>As <c>SinPi</c>, a quarter turn on.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real CosPi(Real x)
        {
            Real magnitude = Abs(x);
            Real shifted = FusedMultiplyAdd(magnitude + Create(0.5), Create(1.0), Create(RoundingShiftDouble));
            Real f = magnitude - (shifted - Create(RoundingShiftDouble) - Create(0.5));
            Real result = SinOfReduced(f * Create(3.141592653589793), shifted.AsInt64()) + Create(0.0);
            return GreaterThanAny(magnitude.AsInt64(), Create(HalfTurnsLimitDouble).AsInt64()) ? CosPiOfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real CosPiOfAny(Real x, Real result) => WhereLarge(x, Create(HalfTurnsLimitDouble), VectorMath.CosPi(x), result);

        // sin(x - n π + halfTurns π)
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real SinOfRest(Real x, Real n, Bits halfTurns) => SinOfReduced(RestOfTurns(x, n), halfTurns);

        // x - n π for whole n and halves. All parts of π are positive, so that of a zero the sign is kept; the first step is exact, as its result is a multiple of the last place of x or of that part, and below 2.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real RestOfTurns(Real x, Real n)
        {
            Real first = FusedMultiplyAdd(n, Create(-PiTruncatedDouble), x);
            Real second = FusedMultiplyAdd(n, Create(-PiSecondDouble), first);
            return FusedMultiplyAdd(n, Create(-PiThirdDouble), second);
        }

        // sin(r + halfTurns π) for |r| <= π/2
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real SinOfReduced(Real r, Bits halfTurns)
        {
            Real z = r * r;
            Real sin = AtMostOne(FusedMultiplyAdd(r * z, SinTailOfHalfTurn(z), r));
            return (sin.AsInt64() ^ (halfTurns << SignBitDouble)).AsDouble();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real WhereLarge(Real x, Real special, Real result) => WhereLarge(x, Create(ReductionLimitDouble), special, result);

        // Where |x| is beyond a limit or no number
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real WhereLarge(Real x, Real limit, Real special, Real result) => ConditionalSelect(GreaterThan(Abs(x).AsInt64(), limit.AsInt64()).AsDouble(), special, result);
    }
}
