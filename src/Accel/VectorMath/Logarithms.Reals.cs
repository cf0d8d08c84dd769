using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Lanes = System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    /// <summary>Natural logarithm.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>ln x, within 1 ulp; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>For double x = 2^e (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)); ln(1 + f) = 2 artanh(s) with s = f / (2 + f), as f - f²/2 + s (f²/2 + R(s²)):
    /// the form of Sun's fdlibm, with a polynomial R of degree 7 and the sum e ln 2 + f in double-double. For float 1 + f in [2/3, 4/3), and a polynomial of degree 11 in f.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log(Real x)
    {
        // One signed comparison: shifted so that the positive normal numbers, and only they, come out at the bottom.
        if (GreaterThanAny(x.AsInt64() + Create(PositiveNormalShiftDouble), Create(PositiveNormalLimitDouble)))
        {
            return LogOfAny(x);
        }

        return LogOfNormal(x, Create(0L));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real LogOfAny(Real x)
    {
        var isTiny = LessThan(x, Create(SmallestNormalDouble));
        Real normal = ConditionalSelect(isTiny, x * Create(SubnormalScaleDouble), x);
        Bits exponentOffset = ConditionalSelect(isTiny.AsInt64(), Create((long)-FractionBitsDouble), Create(0L));
        Real result = LogOfNormal(normal, exponentOffset);
        result = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(0.0)), Create(double.NegativeInfinity), result);
        return ConditionalSelect(LessThan(x, Create(0.0)), Create(double.NaN), result);
    }

    /// <summary>Logarithm to the base 2.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>log2 x, within 1 ulp, exact for powers of 2; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>e + ln(1 + f) / ln 2, with f and the logarithm as in <c>Log</c>, and f / ln 2, for float (f - f²/2) / ln 2, in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log2(Real x) => LogToBase(x, Create(Log2EDouble), Create(Log2ELowDouble), Create(1.0), Create(0.0));

    /// <summary>Logarithm to the base 10.</summary>
    /// <param name="x">Any number, subnormal ones included.</param>
    /// <returns>log10 x, within 1 ulp, exact for powers of 10 that are numbers of the type; -infinity for ±0, NaN below 0 and for NaN, +infinity for +infinity, +0 for 1.</returns>
    /// <remarks>e log10 2 + ln(1 + f) / ln 10, with f and the logarithm as in <c>Log</c>, and the first two products in two parts.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log10(Real x) => LogToBase(x, Create(0.4342944819032518), Create(Log10ELowDouble), Create(Log10Of2Double), Create(Log10Of2LowDouble));

    // factor + factorLow is 1 over the logarithm of the base, unit + unitLow that of 2, its first part short enough to be exact times an exponent
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogToBase(Real x, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        if (GreaterThanAny(x.AsInt64() + Create(PositiveNormalShiftDouble), Create(PositiveNormalLimitDouble)))
        {
            return LogToBaseOfAny(x, factor, factorLow, unit, unitLow);
        }

        return LogToBaseOfNormal(x, Create(0L), factor, factorLow, unit, unitLow);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real LogToBaseOfAny(Real x, Real factor, Real factorLow, Real unit, Real unitLow)
    {
        var isTiny = LessThan(x, Create(SmallestNormalDouble));
        Real normal = ConditionalSelect(isTiny, x * Create(SubnormalScaleDouble), x);
        Bits exponentOffset = ConditionalSelect(isTiny.AsInt64(), Create((long)-FractionBitsDouble), Create(0L));
        Real result = LogToBaseOfNormal(normal, exponentOffset, factor, factorLow, unit, unitLow);
        result = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(0.0)), Create(double.NegativeInfinity), result);
        return ConditionalSelect(LessThan(x, Create(0.0)), Create(double.NaN), result);
    }
}
