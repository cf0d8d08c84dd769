using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    public static partial class Fast
    {
        /// <summary>Natural logarithm.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>ln x, within 4 ulp; special values as <see cref="VectorMath.Log(float)"/>.</returns>
        /// <remarks>As there, without low parts.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Log(Real x)
        {
            Real result = LogOfReduced(x, out Real e);
            result = FusedMultiplyAdd(e, Create(0.6931471805599453), result);
            return IsAnyNotNormal(x) ? LogOfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real LogOfAny(Real x, Real result) => WhereNotNormal(x, VectorMath.Log(x), result);

        /// <summary>Logarithm to the base 2.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>log2 x, within 4 ulp, exact for powers of 2; special values as <see cref="VectorMath.Log2(float)"/>.</returns>
        /// <remarks>As there, without low parts.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Log2(Real x)
        {
            Real result = LogOfReduced(x, out Real e);
            result = FusedMultiplyAdd(result, Create(Log2EDouble), e);
            return IsAnyNotNormal(x) ? Log2OfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real Log2OfAny(Real x, Real result) => WhereNotNormal(x, VectorMath.Log2(x), result);

        /// <summary>Logarithm to the base 10.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>log10 x, within 4 ulp; special values as <see cref="VectorMath.Log10(float)"/>.</returns>
        /// <remarks>As there, without low parts.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Log10(Real x)
        {
            Real result = LogOfReduced(x, out Real e);
            result = FusedMultiplyAdd(e, Create(0.3010299956639812), result * Create(0.4342944819032518));
            return IsAnyNotNormal(x) ? Log10OfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real Log10OfAny(Real x, Real result) => WhereNotNormal(x, VectorMath.Log10(x), result);

        /// <summary>Logarithm of 1 plus a number.</summary>
        /// <param name="x">Any number above -1.</param>
        /// <returns>ln(1 + x), within 4 ulp, also for small x; special values as <see cref="VectorMath.LogP1(float)"/>.</returns>
        /// <remarks>1 + x = 2^e (1 + f), and f = 2^-e x + (2^-e - 1), which rounds once.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real LogP1(Real x)
        {
            Real result = WithSignOf(x, LogOfOnePlus(x, out Real u));
            return IsAnyBeyond(u) ? LogP1OfAny(x, u, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real LogP1OfAny(Real x, Real u, Real result) => WhereBeyond(u, VectorMath.LogP1(x), result);

        /// <summary>Inverse hyperbolic sine.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>asinh x, within 4 ulp; special values as <see cref="VectorMath.Asinh(float)"/>.</returns>
        /// <remarks>ln(1 + x + x² / (1 + sqrt(x² + 1))), of large numbers ln 2x.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Asinh(Real x)
        {
            Real magnitude = Abs(x);
            Real square = magnitude * magnitude;
            Real root = Sqrt(FusedMultiplyAdd(magnitude, magnitude, Create(1.0)));
            Real small = magnitude + (square / (root + Create(1.0)));
            Real y = ConditionalSelect(GreaterThan(magnitude, Create(AsinhIsLogDouble)), FusedMultiplyAdd(magnitude, Create(2.0), Create(-1.0)), small);
            Real result = WithSignOf(x, LogOfOnePlus(y, out Real u));
            return IsAnyBeyond(u) ? AsinhOfAny(x, u, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real AsinhOfAny(Real x, Real u, Real result) => WhereBeyond(u, VectorMath.Asinh(x), result);

        /// <summary>Inverse hyperbolic cosine, not negative.</summary>
        /// <param name="x">A number of at least 1.</param>
        /// <returns>acosh x, within 4 ulp; special values as <see cref="VectorMath.Acosh(float)"/>.</returns>
        /// <remarks>ln(1 + d + sqrt(d² + 2d)) with d = x - 1, of large numbers ln 2x.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Acosh(Real x)
        {
            Real d = x - Create(1.0);
            Real small = d + Sqrt(FusedMultiplyAdd(d, d, d + d));
            Real y = ConditionalSelect(GreaterThan(x, Create(AsinhIsLogDouble)), FusedMultiplyAdd(x, Create(2.0), Create(-1.0)), small);
            Real result = LogOfOnePlus(ConditionalSelect(LessThan(x, Create(1.0)), Create(double.NaN), y), out Real u);
            return IsAnyBeyond(u) ? AcoshOfAny(x, u, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real AcoshOfAny(Real x, Real u, Real result) => WhereBeyond(u, VectorMath.Acosh(x), result);

        /// <summary>Inverse hyperbolic tangent.</summary>
        /// <param name="x">A number from -1 to 1.</param>
        /// <returns>atanh x, within 4 ulp; special values as <see cref="VectorMath.Atanh(float)"/>.</returns>
        /// <remarks>Half of ln(1 + 2x / (1 - x)).</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Atanh(Real x)
        {
            Real magnitude = Abs(x);
            Real y = (magnitude + magnitude) / (Create(1.0) - magnitude);
            Real result = WithSignOf(x, LogOfOnePlus(y, out Real u) * Create(0.5));
            return IsAnyBeyond(u) ? AtanhOfAny(x, u, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real AtanhOfAny(Real x, Real u, Real result) => WhereBeyond(u, VectorMath.Atanh(x), result);

        // ln(1 + x) for numbers of which the sum, u, is normal and not beyond 2^1022 (float: 2^126)
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real LogOfOnePlus(Real x, out Real u)
        {
            u = FusedMultiplyAdd(x, Create(1.0), Create(1.0));
            Bits exponent = LogExponent(u);
            Real scale = (Create(1.0).AsInt64() - exponent).AsDouble();
            Real result = LogOfOnePlusSmall(FusedMultiplyAdd(x, scale, scale - Create(1.0)));
            return FusedMultiplyAdd(WholeOf(exponent), Create(0.6931471805599453), result);
        }

        // ln x - e ln 2 for normal x > 0
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real LogOfReduced(Real x, out Real e)
        {
            Bits exponent = LogExponent(x);
            e = WholeOf(exponent);
            return LogOfOnePlusSmall((x.AsInt64() - exponent).AsDouble() - Create(1.0));
        }

        // Whether a lane is 0, negative, subnormal, infinite or no number, see Log of VectorMath
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static bool IsAnyNotNormal(Real x) => GreaterThanAny(x.AsInt64() + Create(PositiveNormalShiftDouble), Create(PositiveNormalLimitDouble));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real WhereNotNormal(Real x, Real special, Real result) =>
            ConditionalSelect(GreaterThan(x.AsInt64() + Create(PositiveNormalShiftDouble), Create(PositiveNormalLimitDouble)).AsDouble(), special, result);

        // Whether one is that, or beyond 2^1022 (float: 2^126), where the scale of LogOfOnePlus would not be normal
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static bool IsAnyBeyond(Real x) => GreaterThanAny(x.AsInt64() + Create(PositiveNormalShiftDouble), Create(ScalableLimitDouble));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real WhereBeyond(Real x, Real special, Real result) =>
            ConditionalSelect(GreaterThan(x.AsInt64() + Create(PositiveNormalShiftDouble), Create(ScalableLimitDouble)).AsDouble(), special, result);
    }
}
