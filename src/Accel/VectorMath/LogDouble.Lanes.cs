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
    /// <remarks>x = 2^e (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)); ln(1 + f) = 2 artanh(s) with s = f / (2 + f), as f - f²/2 + s (f²/2 + R(s²)):
    /// the form of Sun's fdlibm, with a polynomial R of degree 7 and the sum e ln 2 + f in double-double.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log(Real x)
    {
        // One signed comparison: shifted so that the positive normal numbers, and only they, come out at the bottom.
        if (GreaterThanAny(x.AsInt64() + Create(0x7FF0_0000_0000_0000), Create(-0x0020_0000_0000_0001)))
        {
            return LogOfAny(x);
        }

        return LogOfNormal(x, Create(0L));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Real LogOfAny(Real x)
    {
        var isTiny = LessThan(x, Create(2.2250738585072014E-308));
        Real normal = ConditionalSelect(isTiny, x * Create(4503599627370496.0), x);
        Bits exponentOffset = ConditionalSelect(isTiny.AsInt64(), Create(-52L), Create(0L));
        Real result = LogOfNormal(normal, exponentOffset);
        result = ConditionalSelect(LessThan(x, Create(double.PositiveInfinity)), result, x);
        result = ConditionalSelect(Lanes.Equals(x, Create(0.0)), Create(double.NegativeInfinity), result);
        return ConditionalSelect(LessThan(x, Create(0.0)), Create(double.NaN), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogOfNormal(Real x, Bits exponentOffset)
    {
        Real e = ReduceLog(x, exponentOffset, out Real f, out Real s, out Real tail);

        // e * high is exact, and so is the error of the sum: Fast2Sum, as |e ln 2| > |f| or e = 0.
        Real big = e * Create(0.6931471805598903);
        Real sum = big + f;
        Real error = (big - sum) + f;
        tail = FusedMultiplyAdd(s, tail, FusedMultiplyAdd(e, Create(5.497923018708371E-14), error));
        return sum + FusedMultiplyAdd(f * Create(-0.5), f, tail);
    }

    // ln((x + xLow) 2^exponentOffset) for normal x > 0: as ln x, with xLow / x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real LogOfParts(Real x, Real xLow, Bits exponentOffset)
    {
        Real e = ReduceLog(x, exponentOffset, out Real f, out Real s, out Real tail);
        Real big = e * Create(0.6931471805598903);
        Real sum = big + f;
        Real error = (big - sum) + f + (xLow / x);
        tail = FusedMultiplyAdd(s, tail, FusedMultiplyAdd(e, Create(5.497923018708371E-14), error));
        return sum + FusedMultiplyAdd(f * Create(-0.5), f, tail);
    }

    // x 2^exponentOffset = 2^e (1 + f), and ln(1 + f) = f - f²/2 + s tail; e is what is returned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ReduceLog(Real x, Bits exponentOffset, out Real f, out Real s, out Real tail)
    {
        // The exponent goes to double as the low bits of 1.5 * 2^52; unlike an arithmetic shift of 64 bits, every instruction set has this.
        Bits offset = x.AsInt64() + Create(0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD);
        Real e = ((offset >>> 52) + exponentOffset + Create(RoundingShiftDouble).AsInt64()).AsDouble() - Create(RoundingShiftDouble + 1023);
        f = ((offset & Create(0x000F_FFFF_FFFF_FFFF)) + Create(0x3FE6_A09E_667F_3BCD)).AsDouble() - Create(1.0);

        s = f / (f + Create(2.0));
        Real z = s * s;
        Real zz = z * z;
        Real q01 = FusedMultiplyAdd(z, Create(0.3999999999939863), Create(0.6666666666666737));
        Real q23 = FusedMultiplyAdd(z, Create(0.22222198273544116), Create(0.28571428745551214));
        Real q45 = FusedMultiplyAdd(z, Create(0.1531368752092411), Create(0.1818357906686337));
        Real low = FusedMultiplyAdd(q23, zz, q01);
        Real high = FusedMultiplyAdd(zz, Create(0.14799487338447104), q45);
        Real q = FusedMultiplyAdd(high, zz * zz, low);
        Real halfF = f * Create(0.5);
        tail = FusedMultiplyAdd(q, z, halfF * f);
        return e;
    }
}
