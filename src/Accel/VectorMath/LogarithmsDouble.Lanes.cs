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
    /// <remarks>ln x in double-double, as in <c>Pow</c>, times 1 / ln 2 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log2(Real x) => LogToBase(x, Create(Log2EDouble), Create(2.0355273740931033E-17));

    /// <summary>Logarithm to the base 10.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>log10 x, within 1 ulp, exact for powers of 10 that are doubles; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>ln x in double-double, as in <c>Pow</c>, times 1 / ln 10 in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log10(Real x) => LogToBase(x, Create(0.4342944819032518), Create(1.098319650216765E-17));

    // factor + factorLow is 1 over the logarithm of the base
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBase(Real x, Real factor, Real factorLow)
    {
        if (GreaterThanAny(x.AsInt64() + Create(0x7FF0_0000_0000_0000), Create(-0x0020_0000_0000_0001)))
        {
            return LogToBaseOfAny(x, factor, factorLow);
        }

        return LogToBaseOfNormal(x, Create(0L), factor, factorLow);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real LogToBaseOfAny(Real x, Real factor, Real factorLow)
    {
        var isTiny = LessThan(x, Create(2.2250738585072014E-308));
        Real normal = ConditionalSelect(isTiny, x * Create(4503599627370496.0), x);
        Bits exponentOffset = ConditionalSelect(isTiny.AsInt64(), Create(-52L), Create(0L));
        Real result = LogToBaseOfNormal(normal, exponentOffset, factor, factorLow);
        result = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(0.0)), Create(double.NegativeInfinity), result);
        return ConditionalSelect(LessThan(x, Create(0.0)), Create(double.NaN), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBaseOfNormal(Real x, Bits exponentOffset, Real factor, Real factorLow)
    {
        Real log = LogInTwoParts(x, exponentOffset, out Real logLow);
        return FusedMultiplyAdd(log, factor, FusedMultiplyAdd(logLow, factor, log * factorLow));
    }
}
