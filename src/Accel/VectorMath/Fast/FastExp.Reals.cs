using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    public static partial class Fast
    {
        /// <summary>e raised to a power.</summary>
        /// <param name="x">The exponent.</param>
        /// <returns>e^x, within 4 ulp; special values as <see cref="VectorMath.Exp(float)"/>.</returns>
        /// <remarks>As there, without low parts.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Exp(Real x)
        {
            Real shifted = Reduce(AtLeast(AtMost(x, Create(ExpOverflowDouble)), Create(ExpFloorDouble)), out Real r);
            return OnePlusByPowerOfTwo(ExpM1Roughly(r), shifted);
        }

        /// <summary>2 raised to a power.</summary>
        /// <param name="x">The exponent.</param>
        /// <returns>2^x, within 4 ulp, exact for whole numbers; special values as <see cref="VectorMath.Exp2(float)"/>.</returns>
        /// <remarks>As there, without low parts.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Exp2(Real x)
        {
            x = AtLeast(AtMost(x, Create(Exp2CeilingDouble)), Create(Exp2FloorDouble));
            Real shifted = FusedMultiplyAdd(x, Create(1.0), Create(RoundingShiftDouble));
            Real f = x - (shifted - Create(RoundingShiftDouble));
            return OnePlusByPowerOfTwo(ExpM1Roughly(f * Create(0.6931471805599453)), shifted);
        }

        /// <summary>10 raised to a power.</summary>
        /// <param name="x">The exponent.</param>
        /// <returns>10^x, within 4 ulp; special values as <see cref="VectorMath.Exp10(float)"/>.</returns>
        /// <remarks>As there, without low parts.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Exp10(Real x)
        {
            x = AtLeast(AtMost(x, Create(Exp10CeilingDouble)), Create(Exp10FloorDouble));
            Real shifted = FusedMultiplyAdd(x, Create(3.321928094887362), Create(RoundingShiftDouble));
            Real n = shifted - Create(RoundingShiftDouble);
            Real t = FusedMultiplyAdd(n, Create(-Log10Of2LowDouble), FusedMultiplyAdd(n, Create(-Log10Of2Double), x));
            return OnePlusByPowerOfTwo(ExpM1Roughly(t * Create(2.302585092994046)), shifted);
        }

        /// <summary>e raised to a power, less 1.</summary>
        /// <param name="x">The exponent.</param>
        /// <returns>e^x - 1, within 4 ulp, also for small x; special values as <see cref="VectorMath.ExpM1(float)"/>.</returns>
        /// <remarks>2^n (e^r - 1) + (2^n - 1), halved on the way, so that 2^1024 (float: 2^128) is not needed.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real ExpM1(Real x)
        {
            Real shifted = Reduce(AtLeast(AtMost(x, Create(ExpOverflowDouble)), Create(ExpM1FloorDouble)), out Real r);
            Real half = PowerOfTwo(shifted.AsInt64() - Create(1L));
            Real result = FusedMultiplyAdd(ExpM1OfReduced(r), half, half - Create(0.5)) * Create(2.0);
            return ConditionalSelect(LessThan(Abs(x), Create(ExpM1TinyDouble)), x, result);
        }

        /// <summary>Hyperbolic sine.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>sinh x, within 4 ulp; special values as <see cref="VectorMath.Sinh(float)"/>.</returns>
        /// <remarks>A polynomial up to 1, beyond it (e^x - e^-x)/2.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Sinh(Real x)
        {
            Real magnitude = Abs(x);
            Real half = HalfOfExp(magnitude);
            Real large = half - (Create(0.25) / half);
            Real z = magnitude * magnitude;
            Real small = FusedMultiplyAdd(magnitude * z, SinhTail(z), magnitude);
            return WithSignOf(x, ConditionalSelect(LessThan(magnitude, Create(1.0)), small, large));
        }

        /// <summary>Hyperbolic cosine.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>cosh x, within 4 ulp; special values as <see cref="VectorMath.Cosh(float)"/>.</returns>
        /// <remarks>(e^x + e^-x)/2.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Cosh(Real x)
        {
            Real half = HalfOfExp(Abs(x));
            return half + (Create(0.25) / half);
        }

        /// <summary>Hyperbolic tangent.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>tanh x, within 4 ulp; special values as <see cref="VectorMath.Tanh(float)"/>.</returns>
        /// <remarks>m / (m + 2) with m = e^2x - 1.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Tanh(Real x)
        {
            Real magnitude = Abs(x);
            Real shifted = Reduce(AtMost(magnitude + magnitude, Create(TanhCeilingDouble)), out Real r);
            Real scale = PowerOfTwo(shifted.AsInt64());
            Real m = FusedMultiplyAdd(ExpM1OfReduced(r), scale, scale - Create(1.0));
            return WithSignOf(x, m / (m + Create(2.0)));
        }

        /// <summary>The logistic function, also called the sigmoid.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>1 / (1 + e^-x), within 4 ulp; special values as <see cref="VectorMath.Logistic(float)"/>.</returns>
        /// <remarks>1 / (1 + p) or p / (1 + p) with p = e^-|x|.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Logistic(Real x)
        {
            Real shifted = Reduce(AtLeast(-Abs(x), Create(ExpFloorDouble)), out Real r);
            Real power = OnePlusByPowerOfTwo(ExpM1Roughly(r), shifted);
            return ConditionalSelect(LessThan(x, Create(0.0)), power, Create(1.0)) / (power + Create(1.0));
        }

        // e^x / 2 for x >= 0
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real HalfOfExp(Real x)
        {
            Real shifted = Reduce(AtMost(x, Create(SinhCeilingDouble)), out Real r);
            return OnePlusByPowerOfTwo(ExpM1Roughly(r), shifted - Create(1.0));
        }

        // e^x = 2^n e^r, |r| at most ln 2 / 2, with n in the low bits of what is returned
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real Reduce(Real x, out Real r)
        {
            Real shifted = FusedMultiplyAdd(x, Create(Log2EDouble), Create(RoundingShiftDouble));
            Real n = shifted - Create(RoundingShiftDouble);
            r = FusedMultiplyAdd(n, Create(-Ln2LowDouble), FusedMultiplyAdd(n, Create(-0.6931471805599453), x));
            return shifted;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real WithSignOf(Real x, Real magnitude) => (magnitude.AsInt64() | (x.AsInt64() & Create(long.MinValue))).AsDouble();
    }
}
