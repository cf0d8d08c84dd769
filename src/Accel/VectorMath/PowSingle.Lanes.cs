using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Bits = System.Runtime.Intrinsics.Vector256<long>;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    // x^y for normal x > 0 and finite y, as a number whose rounding to float is the result: log2 to 50 bits, 2^g to 34.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real PowForSingle(Real x, Real y)
    {
        Bits offset = x.AsInt64() + Create(0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD);
        Real e = ((offset >>> 52) + Create(RoundingShiftDouble).AsInt64()).AsDouble() - Create(RoundingShiftDouble + 1023);
        Real f = ((offset & Create(0x000F_FFFF_FFFF_FFFF)) + Create(0x3FE6_A09E_667F_3BCD)).AsDouble() - Create(1.0);

        Real s = f / (f + Create(2.0));
        Real z = s * s;
        Real zz = z * z;
        Real q01 = FusedMultiplyAdd(z, Create(0.9617966939244081), Create(2.885390081777927));
        Real q23 = FusedMultiplyAdd(z, Create(0.41219840373867944), Create(0.577078017229185));
        Real q45 = FusedMultiplyAdd(z, Create(0.2614459847382074), Create(0.3206163087307851));
        Real q456 = FusedMultiplyAdd(zz, Create(0.24290219904998384), q45);
        Real q = FusedMultiplyAdd(q456, zz * zz, FusedMultiplyAdd(q23, zz, q01));
        Real power = y * FusedMultiplyAdd(s, q, e);

        // Beyond this every result is an infinity or 0 of float.
        power = AtMost(power, Create(160.0));
        power = AtLeast(power, Create(-160.0));

        // The sum as a product: a compiler that collects constants would undo an addition and a subtraction.
        Real shifted = FusedMultiplyAdd(power, Create(1.0), Create(RoundingShiftDouble));
        Real g = power - (shifted - Create(RoundingShiftDouble));
        Real gg = g * g;
        Real p01 = FusedMultiplyAdd(g, Create(0.6931471805459305), Create(0.9999999999595482));
        Real p23 = FusedMultiplyAdd(g, Create(0.055504109412154126), Create(0.24022651213595278));
        Real p45 = FusedMultiplyAdd(g, Create(0.0013333450560412074), Create(0.009618025602952121));
        Real p67 = FusedMultiplyAdd(g, Create(1.5310081137407198E-05), Create(0.0001546973197833081));
        Real low = FusedMultiplyAdd(p23, gg, p01);
        Real high = FusedMultiplyAdd(p67, gg, p45);
        Real p = FusedMultiplyAdd(high, gg * gg, low);
        return (p.AsInt64() + (shifted.AsInt64() << 52)).AsDouble();
    }
}
