using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    public static partial class Fast
    {
        /// <summary>The error function: 2/sqrt(π) times the integral of e^(-t²) from 0 to x.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>erf x, within 4 ulp; special values as <see cref="VectorMath.Erf(float)"/>.</returns>
        /// <remarks>As there, without low parts.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Erf(Real x)
        {
            Real magnitude = Abs(x);
            Real small = FusedMultiplyAdd(magnitude, RestOfErf(magnitude), magnitude * Create(TwoOverRootPiDouble));
            Real large = Create(1.0) - ErfcFromHalf(AtMost(magnitude, Create(ErfCeilingDouble)));
            return WithSignOf(x, ConditionalSelect(LessThan(magnitude, Create(0.5)), small, large));
        }

        /// <summary>The complementary error function: 1 - erf x, also where that is small.</summary>
        /// <param name="x">Any number.</param>
        /// <returns>erfc x, within 4 ulp; special values as <see cref="VectorMath.Erfc(float)"/>.</returns>
        /// <remarks>As there, without low parts but that of x².</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Real Erfc(Real x)
        {
            Real magnitude = Abs(x);
            Real small = FusedMultiplyAdd(-x, RestOfErf(magnitude) + Create(TwoOverRootPiDouble), Create(1.0));
            Real beyond = ErfcFromHalf(AtMost(magnitude, Create(ErfcCeilingDouble)));
            Real large = ConditionalSelect(LessThan(x, Create(0.0)), Create(2.0) - beyond, beyond);
            return ConditionalSelect(LessThan(magnitude, Create(0.5)), small, large);
        }

        // erfc x for x from 1/2 to where it is 0
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Real ErfcFromHalf(Real x)
        {
            Real square = x * x;
            Real shifted = FusedMultiplyAdd(square, Create(-Log2EDouble), Create(RoundingShiftDouble));
            Real n = shifted - Create(RoundingShiftDouble);
            Real low = FusedMultiplyAdd(n, Create(-Ln2LowDouble), FusedMultiplyAdd(-x, x, square));
            Real r = FusedMultiplyAdd(n, Create(-0.6931471805599453), -square) + low;

            // One division for (x - 2.5) / (x + 2.5) and for 1 / (1 + 2x), the second of which is corrected
            Real sum = x + Create(2.5);
            Real divisor = FusedMultiplyAdd(x, Create(2.0), Create(1.0));
            Real inverse = Create(1.0) / (sum * divisor);
            Real t = (x - Create(2.5)) * (divisor * inverse);
            Real quotient = sum * inverse;
            quotient = FusedMultiplyAdd(FusedMultiplyAdd(-quotient, divisor, Create(1.0)), quotient, quotient);
            Real factor = FusedMultiplyAdd(t, ErfcPolynomial(t), Create(1.2648381843668615)) * quotient;
            return TimesPowerOfTwo(FusedMultiplyAdd(ExpM1OfReduced(r), factor, factor), shifted);
        }
    }
}
