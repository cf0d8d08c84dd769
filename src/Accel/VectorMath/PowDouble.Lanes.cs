using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>A number raised to a power.</summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <returns>
    /// x^y, within 1 ulp. 1 where x is 1 or y is ±0, whatever the other is; NaN for x &lt; 0 with y not an integer. ±0 and infinities as annex F of
    /// ISO C has them: the sign is that of x where y is an odd integer, else positive; (-1)^±infinity is 1.
    /// </returns>
    /// <remarks>exp(y ln x), with ln x in double-double to about 65 bits by artanh as in <c>Log</c>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Pow(Real x, Real y)
    {
        if (GreaterThanAny(x.AsInt64() + Create(0x7FF0_0000_0000_0000), Create(-0x0020_0000_0000_0001))
            || GreaterThanAny(Abs(y).AsInt64(), Create(double.MaxValue).AsInt64()))
        {
            return PowOfAny(x, y);
        }

        return PowOfPositive(x, y, Create(0L));
    }

    // x * 2^exponentOffset to the power y, for normal x > 0 and finite y
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real PowOfPositive(Real x, Real y, Bits exponentOffset)
    {
        Real log = LogInTwoParts(x, exponentOffset, out Real logLow);
        return ExpOfProduct(y, log, logLow);
    }

    // ln(x * 2^exponentOffset) for normal x > 0, to about 65 bits
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogInTwoParts(Real x, Bits exponentOffset, out Real logLow)
    {
        Bits offset = x.AsInt64() + Create(0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD);
        Real e = ((offset >>> 52) + exponentOffset + Create(RoundingShiftDouble).AsInt64()).AsDouble() - Create(RoundingShiftDouble + 1023);
        Real m = ((offset & Create(0x000F_FFFF_FFFF_FFFF)) + Create(0x3FE6_A09E_667F_3BCD)).AsDouble();

        // s + sLow = (m - 1) / (m + 1); the sum as a product, for a compiler that collects constants would undo an addition and a subtraction.
        Real f = m - Create(1.0);
        Real divisor = FusedMultiplyAdd(m, Create(1.0), Create(1.0));
        Real divisorLow = m - (divisor - Create(1.0));
        Real reciprocal = Create(1.0) / divisor;
        Real s = f * reciprocal;
        Real sLow = FusedMultiplyAdd(-s, divisorLow, FusedMultiplyAdd(-s, divisor, f)) * reciprocal;

        Real z = s * s;
        Real zLow = FusedMultiplyAdd(s + s, sLow, FusedMultiplyAdd(s, s, -z));
        Real zz = z * z;
        Real fourth = zz * zz;
        Real q01 = FusedMultiplyAdd(z, Create(0.28571428571427093), Create(0.4));
        Real q23 = FusedMultiplyAdd(z, Create(0.18181818124820512), Create(0.22222222222618201));
        Real q45 = FusedMultiplyAdd(z, Create(0.13333068272587317), Create(0.15384620298741067));
        Real q67 = FusedMultiplyAdd(z, Create(0.10342731957429349), Create(0.11773679827525002));
        Real qLow = FusedMultiplyAdd(q23, zz, q01);
        Real qHigh = FusedMultiplyAdd(fourth, Create(0.11557349458110086), FusedMultiplyAdd(q67, zz, q45));
        Real q = FusedMultiplyAdd(qHigh, fourth, qLow);

        // w + wLow = 2/3 + z q, u + uLow = z w
        Real w = FusedMultiplyAdd(z, q, Create(0.6666666666666666));
        Real wLow = FusedMultiplyAdd(z, q, Create(0.6666666666666666) - w) + Create(3.700743415417188E-17);
        Real u = z * w;
        Real uLow = FusedMultiplyAdd(zLow, w, FusedMultiplyAdd(z, wLow, FusedMultiplyAdd(z, w, -u)));

        // log + logLow = e ln 2 + 2 s + s u, summed from the largest
        Real big = e * Create(0.6931471805598903);
        Real twice = s + s;
        Real sum = big + twice;
        Real sumLow = (big - sum) + twice;
        Real log = FusedMultiplyAdd(s, u, sum);
        logLow = sumLow + FusedMultiplyAdd(s, u, sum - log);
        logLow += FusedMultiplyAdd(e, Create(5.497923018708371E-14), FusedMultiplyAdd(s, uLow, FusedMultiplyAdd(sLow, u, sLow + sLow)));
        return log;
    }

    // exp(y * (log + logLow)): Exp with a low part in the argument
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ExpOfProduct(Real y, Real log, Real logLow)
    {
        Real x = y * log;
        Real xLow = FusedMultiplyAdd(y, logLow, FusedMultiplyAdd(y, log, -x));
        xLow = ConditionalSelect(LessThan(Abs(x), Create(750.0)), xLow, Create(0.0));
        x = AtMost(x, Create(710.0));
        x = AtLeast(x, Create(-746.0));

        Real shifted = FusedMultiplyAdd(x, Create(Log2EDouble), Create(RoundingShiftDouble));
        Real n = shifted - Create(RoundingShiftDouble);
        Real first = FusedMultiplyAdd(n, Create(-0.6931471805599453), x);
        Real low = FusedMultiplyAdd(n, Create(-2.3190468138462996E-17), xLow);
        Real r = first + low;
        Real rLow = (first - r) + low;
        return ExpOfReduced(r, rLow, shifted);
    }
}
