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
    /// <remarks>e + ln(1 + f) / ln 2, with f and the logarithm as in <c>Log</c>, and (f - f²/2) / ln 2 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log2(Real x) => LogToBase(x, Create(Log2ESingle), Create(1.925963E-08f), Create(1f), Create(0f));

    /// <summary>Logarithm to the base 10.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>log10 x, within 1 ulp, exact for powers of 10 that are floats; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>e log10 2 + ln(1 + f) / ln 10, with f and the logarithm as in <c>Log</c>, and the first two products in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log10(Real x) => LogToBase(x, Create(0.4342945f), Create(-1.010305E-08f), Create(0.30103302f), Create(-3.0243555E-06f));

    // factor + factorLow is 1 over the logarithm of the base, unit + unitLow that of 2, its first part short enough to be exact times an exponent
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBase(Real x, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        if (GreaterThanAny(x.AsInt32() + Create(0x7F800000), Create(-0x01000001)))
        {
            return LogToBaseOfAny(x, factor, factorLow, unit, unitLow);
        }

        return LogToBaseOfNormal(x, Create(0), factor, factorLow, unit, unitLow);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real LogToBaseOfAny(Real x, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        var isTiny = LessThan(x, Create(1.17549435E-38f));
        Real normal = ConditionalSelect(isTiny, x * Create(8388608f), x);
        Bits exponentOffset = ConditionalSelect(isTiny.AsInt32(), Create(-23), Create(0));
        Real result = LogToBaseOfNormal(normal, exponentOffset, factor, factorLow, unit, unitLow);
        result = ConditionalSelect(LessThan(x, Create(float.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(0f)), Create(float.NegativeInfinity), result);
        return ConditionalSelect(LessThan(x, Create(0f)), Create(float.NaN), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBaseOfNormal(Real x, Bits exponentOffset, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        Real e = ReduceLog(x, exponentOffset, out Real f, out Real square, out Real q);

        // f - f²/2 in two parts, and the product of that
        Real main = FusedMultiplyAdd(f * Create(-0.5f), f, f);
        Real mainLow = FusedMultiplyAdd(f * Create(-0.5f), f, f - main);
        Real product = FusedMultiplyAdd(main, factor, Create(0f));
        Real productLow = FusedMultiplyAdd(main, factorLow, FusedMultiplyAdd(main, factor, -product));
        Real big = FusedMultiplyAdd(e, unit, Create(0f));
        Real sum = big + product;
        Real error = (big - sum) + product;
        Real rest = FusedMultiplyAdd(q, f * square, mainLow);
        return sum + FusedMultiplyAdd(rest, factor, FusedMultiplyAdd(e, unitLow, productLow + error));
    }
}
