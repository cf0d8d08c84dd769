using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Logarithm to the base 2.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>log2 x, within 1 ulp, exact for powers of 2; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>e + ln(1 + f) / ln 2, with f and the logarithm as in <c>Log</c>, and f / ln 2 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log2(Real x) => LogToBase(x, Create(Log2EDouble), Create(2.0355273740931033E-17), Create(1.0), Create(0.0));

    /// <summary>Logarithm to the base 10.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>log10 x, within 1 ulp, exact for powers of 10 that are doubles; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>e log10 2 + ln(1 + f) / ln 10, with f and the logarithm as in <c>Log</c>, and the first two products in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log10(Real x) => LogToBase(x, Create(0.4342944819032518), Create(1.098319650216765E-17), Create(0.30102999566383914), Create(1.42050232272661E-13));

    // factor + factorLow is 1 over the logarithm of the base, unit + unitLow that of 2, its first part short enough to be exact times an exponent
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBase(Real x, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        if (GreaterThanAny(x.AsInt64() + Create(0x7FF0_0000_0000_0000), Create(-0x0020_0000_0000_0001)))
        {
            return LogToBaseOfAny(x, factor, factorLow, unit, unitLow);
        }

        return LogToBaseOfNormal(x, Create(0L), factor, factorLow, unit, unitLow);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real LogToBaseOfAny(Real x, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        var isTiny = LessThan(x, Create(2.2250738585072014E-308));
        Real normal = ConditionalSelect(isTiny, x * Create(4503599627370496.0), x);
        Bits exponentOffset = ConditionalSelect(isTiny.AsInt64(), Create(-52L), Create(0L));
        Real result = LogToBaseOfNormal(normal, exponentOffset, factor, factorLow, unit, unitLow);
        result = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(0.0)), Create(double.NegativeInfinity), result);
        return ConditionalSelect(LessThan(x, Create(0.0)), Create(double.NaN), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBaseOfNormal(Real x, Bits exponentOffset, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        Real e = ReduceLog(x, exponentOffset, out Real f, out Real s, out Real tail);
        Real rest = FusedMultiplyAdd(f * Create(-0.5), f, s * tail);
        Real big = FusedMultiplyAdd(e, unit, Create(0.0));
        Real product = FusedMultiplyAdd(f, factor, Create(0.0));
        Real productLow = FusedMultiplyAdd(f, factorLow, FusedMultiplyAdd(f, factor, -product));
        Real sum = big + product;
        Real error = (big - sum) + product;
        return sum + FusedMultiplyAdd(rest, factor, FusedMultiplyAdd(e, unitLow, productLow + error));
    }
}
