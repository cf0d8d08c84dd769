using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
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
