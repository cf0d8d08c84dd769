using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<int>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Logarithm to the base 2.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>log2 x, within 1 ulp, exact for powers of 2; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>ln x in double-double, as in <c>Pow</c>, times 1 / ln 2 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log2(Real x) => LogToBase(x, Create(Log2ESingle), Create(1.925963E-08f));

    /// <summary>Logarithm to the base 10.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>log10 x, within 1 ulp, exact for powers of 10 that are floats; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>ln x in double-double, as in <c>Pow</c>, times 1 / ln 10 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log10(Real x) => LogToBase(x, Create(0.4342945f), Create(-1.010305E-08f));

    // factor + factorLow is 1 over the logarithm of the base
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBase(Real x, Real factor, Real factorLow)
    {
        if (GreaterThanAny(x.AsInt32() + Create(0x7F800000), Create(-0x01000001)))
        {
            return LogToBaseOfAny(x, factor, factorLow);
        }

        return LogToBaseOfNormal(x, Create(0), factor, factorLow);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real LogToBaseOfAny(Real x, Real factor, Real factorLow)
    {
        var isTiny = LessThan(x, Create(1.17549435E-38f));
        Real normal = ConditionalSelect(isTiny, x * Create(8388608f), x);
        Bits exponentOffset = ConditionalSelect(isTiny.AsInt32(), Create(-23), Create(0));
        Real result = LogToBaseOfNormal(normal, exponentOffset, factor, factorLow);
        result = ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(0f)), Create(float.NegativeInfinity), result);
        return ConditionalSelect(LessThan(x, Create(0f)), Create(float.NaN), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBaseOfNormal(Real x, Bits exponentOffset, Real factor, Real factorLow)
    {
        Real log = LogInTwoParts(x, exponentOffset, out Real logLow);
        return FusedMultiplyAdd(log, factor, FusedMultiplyAdd(logLow, factor, log * factorLow));
    }

    // ln(x * 2^exponentOffset) for normal x > 0, to about 36 bits
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogInTwoParts(Real x, Bits exponentOffset, out Real logLow)
    {
        Bits offset = x.AsInt32() - Create(0x3F3504F3);
        Real e = ConvertToSingle((offset >> 23) + exponentOffset);
        Real m = ((offset & Create(0x007FFFFF)) + Create(0x3F3504F3)).AsSingle();

        // s + sLow = (m - 1) / (m + 1); the sum as a product, for a compiler that collects constants would undo an addition and a subtraction.
        Real f = m - Create(1f);
        Real divisor = FusedMultiplyAdd(m, Create(1f), Create(1f));
        Real divisorLow = m - (divisor - Create(1f));
        Real reciprocal = Create(1f) / divisor;
        Real s = f * reciprocal;
        Real sLow = FusedMultiplyAdd(-s, divisorLow, FusedMultiplyAdd(-s, divisor, f)) * reciprocal;

        Real z = s * s;
        Real zLow = FusedMultiplyAdd(s + s, sLow, FusedMultiplyAdd(s, s, -z));
        Real q = FusedMultiplyAdd(FusedMultiplyAdd(z, Create(0.23430432f), Create(0.28546575f)), z, Create(0.4000016f));

        // w + wLow = 2/3 + z q, u + uLow = z w
        Real w = FusedMultiplyAdd(z, q, Create(0.6666667f));
        Real wLow = FusedMultiplyAdd(z, q, Create(0.6666667f) - w) + Create(-1.9868216E-08f);
        Real u = z * w;
        Real uLow = FusedMultiplyAdd(zLow, w, FusedMultiplyAdd(z, wLow, FusedMultiplyAdd(z, w, -u)));

        // log + logLow = e ln 2 + 2 s + s u, summed from the largest
        Real big = e * Create(0.69314575f);
        Real twice = s + s;
        Real sum = big + twice;
        Real sumLow = (big - sum) + twice;
        Real log = FusedMultiplyAdd(s, u, sum);
        logLow = sumLow + FusedMultiplyAdd(s, u, sum - log);
        logLow += FusedMultiplyAdd(e, Create(1.4286068E-06f), FusedMultiplyAdd(s, uLow, FusedMultiplyAdd(sLow, u, sLow + sLow)));
        return log;
    }
}
