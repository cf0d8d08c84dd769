using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    public static partial class Fast
    {
        /// <summary>Inverse tangent.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>arctan x in radians, from -π/2 to π/2, within 4 ulp; special values as <see cref="VectorMath.Atan(float)"/>.</returns>
        /// <remarks>Of 1/x beyond 1; a polynomial of degree 37 (float: 17).</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Atan(Real x)
        {
            Real magnitude = Abs(x);
            var isLarge = GreaterThan(magnitude, Create(1.0));
            Real t = ConditionalSelect(isLarge, Create(1.0) / magnitude, magnitude);
            Real angle = AtanOfReduced(t);
            angle = ConditionalSelect(isLarge, Create(1.5707963267948966) - angle, angle);
            return WithSignOf(x, angle);
        }

        /// <summary>The angle of a point, from the positive x axis.</summary>
        /// <param name="y">The y coordinate.</param>
        /// <param name="x">The x coordinate.</param>
        /// <returns>The angle in radians, from -π to π with the sign of y, within 4 ulp; special values as <see cref="VectorMath.Atan2(float, float)"/>.</returns>
        /// <remarks>As <c>Atan</c> of the smaller over the larger coordinate.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Atan2(Real y, Real x)
        {
            Real height = Abs(y);
            Real width = Abs(x);
            var isSteep = GreaterThan(height, width);
            Real larger = ConditionalSelect(isSteep, height, width);
            Real smaller = ConditionalSelect(isSteep, width, height);
            Real angle = AtanOfReduced(smaller / larger);
            angle = ConditionalSelect(isSteep, Create(1.5707963267948966) - angle, angle);
            angle = ConditionalSelect(LessThan(x, Create(0.0)), Create(3.141592653589793) - angle, angle);
            Real result = WithSignOf(y, angle);
            return IsAnyNotNormal(larger) ? Atan2OfAny(y, x, larger, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real Atan2OfAny(Real y, Real x, Real larger, Real result) => WhereNotNormal(larger, VectorMath.Atan2(y, x), result);

        /// <summary>Inverse sine.</summary>
        /// <param name="x">A number from -1 to 1.</param>
        /// <returns>arcsin x in radians, from -π/2 to π/2, within 4 ulp; special values as <see cref="VectorMath.Asin(float)"/>.</returns>
        /// <remarks>A polynomial of degree 29 (float: 11) up to 1/2, beyond it π/2 - 2 arcsin(sqrt((1 - x)/2)).</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Asin(Real x)
        {
            Real magnitude = Abs(x);
            Real angle = AsinOfReduced(magnitude);
            angle = ConditionalSelect(GreaterThan(magnitude, Create(0.5)), FusedMultiplyAdd(angle, Create(-2.0), Create(1.5707963267948966)), angle);
            return WithSignOf(x, angle);
        }

        /// <summary>Inverse cosine.</summary>
        /// <param name="x">A number from -1 to 1.</param>
        /// <returns>arccos x in radians, from 0 to π, within 4 ulp; special values as <see cref="VectorMath.Acos(float)"/>.</returns>
        /// <remarks>π/2 - arcsin x up to 1/2, beyond it 2 arcsin(sqrt((1 - x)/2)), or π less that for negative numbers.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Acos(Real x)
        {
            // angle * factor + offset: 2 angle, π - 2 angle, or π/2 - angle with the sign of x
            Real magnitude = Abs(x);
            Real angle = AsinOfReduced(magnitude);
            var isLarge = GreaterThan(magnitude, Create(0.5));
            Real factor = WithSignOf(x, ConditionalSelect(isLarge, Create(2.0), Create(1.0)));
            Real offset = ConditionalSelect(LessThan(x, Create(0.0)), Create(3.141592653589793), Create(0.0));
            Real large = FusedMultiplyAdd(angle, factor, offset);
            Real small = FusedMultiplyAdd(angle, -factor, Create(1.5707963267948966));
            return ConditionalSelect(isLarge, large, small);
        }

        /// <summary>Cube root.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>The cube root of x, with its sign, within 4 ulp; special values as <see cref="VectorMath.Cbrt(float)"/>.</returns>
        /// <remarks>A polynomial of degree 5 (float: 2), and a step of Halley's method.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Cbrt(Real x)
        {
            Real result = CbrtOfNormal(x);
            return IsAnyNotNormal(Abs(x)) ? CbrtOfAny(x, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real CbrtOfAny(Real x, Real result) => WhereNotNormal(Abs(x), VectorMath.Cbrt(x), result);

        /// <summary>1 over the square root.</summary>
        /// <param name="x">A number that is not negative.</param>
        /// <returns>1 / sqrt x, within 4 ulp; special values as <see cref="VectorMath.ReciprocalSqrt(float)"/>.</returns>
        /// <remarks>The quotient.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real ReciprocalSqrt(Real x) => Create(1.0) / Sqrt(x);

        /// <summary>The root of the sum of two squares: the length of the hypotenuse.</summary>
        /// <param name="x">One side.</param>
        /// <param name="y">The other.</param>
        /// <returns>sqrt(x² + y²), within 4 ulp; special values as <see cref="VectorMath.Hypot(float, float)"/>.</returns>
        /// <remarks>The root of the sum, where no square is out of range.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Hypot(Real x, Real y)
        {
            Real square = FusedMultiplyAdd(x, x, y * y);
            Real result = Sqrt(square);
            return GreaterThanAny(square.AsInt64() + Create(HypotSquareShiftDouble), Create(HypotSquareLimitDouble)) ? HypotOfAny(x, y, square, result) : result;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Real HypotOfAny(Real x, Real y, Real square, Real result) =>
            ConditionalSelect(GreaterThan(square.AsInt64() + Create(HypotSquareShiftDouble), Create(HypotSquareLimitDouble)).AsDouble(), VectorMath.Hypot(x, y), result);

        // The cube root of 2^j for j in 0 … 2
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real RootOfPowerOfTwo(Real j, out Real power)
        {
            var isOne = GreaterThan(j, Create(0.5));
            var isTwo = GreaterThan(j, Create(1.5));
            power = ConditionalSelect(isTwo, Create(4.0), ConditionalSelect(isOne, Create(2.0), Create(1.0)));
            return ConditionalSelect(isTwo, Create(1.5874010519681996), ConditionalSelect(isOne, Create(1.2599210498948732), Create(1.0)));
        }

        // arcsin x up to 1/2, half of π/2 less that beyond
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real AsinOfReduced(Real x)
        {
            var isLarge = GreaterThan(x, Create(0.5));
            Real half = FusedMultiplyAdd(x, Create(-0.5), Create(0.5));
            Real z = ConditionalSelect(isLarge, half, x * x);
            Real s = ConditionalSelect(isLarge, Sqrt(half), x);
            return FusedMultiplyAdd(s * z, AsinTail(z), s);
        }

        // arctan t for t from 0 to 1
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real AtanOfReduced(Real t)
        {
            Real z = t * t;
            return FusedMultiplyAdd(t * z, AtanTailToOne(z), t);
        }
    }
}
