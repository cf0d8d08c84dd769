using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    // e^(r + rLow) - 1 - r, by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfExp(Real r, Real rLow)
    {
        Real square = r * r;
        Real q01 = FusedMultiplyAdd(r, Create(0.16666666666666685), Create(0.5000000000000013));
        Real q23 = FusedMultiplyAdd(r, Create(0.008333333333315925), Create(0.041666666666511254));
        Real q45 = FusedMultiplyAdd(r, Create(0.00019841269898777635), Create(0.0013888888948007572));
        Real q67 = FusedMultiplyAdd(r, Create(2.7557232721531858E-06), Create(2.48014889797183E-05));
        Real q89 = FusedMultiplyAdd(r, Create(2.5112716818963076E-08), Create(2.7631608497480306E-07));
        Real fourth = square * square;
        Real low = FusedMultiplyAdd(q23, square, q01);
        Real high = FusedMultiplyAdd(q67, square, q45);
        high = FusedMultiplyAdd(q89, fourth, high);
        Real q = FusedMultiplyAdd(high, fourth, low);
        return FusedMultiplyAdd(q, square, rLow);
    }

    // The same, which has digits to spare
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfExpFinely(Real r, Real rLow) => RestOfExp(r, rLow);

    // (sinh x / x - 1) / z for z = x² up to 1, by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinhTail(Real z)
    {
        Real zz = z * z;
        Real q01 = FusedMultiplyAdd(z, Create(0.008333333333333519), Create(0.16666666666666666));
        Real q23 = FusedMultiplyAdd(z, Create(2.7557319273588493E-06), Create(0.00019841269841133598));
        Real q45 = FusedMultiplyAdd(z, Create(1.6060158485759346E-10), Create(2.5052098452235016E-08));
        Real q67 = FusedMultiplyAdd(z, Create(4.414778759922705E-15), Create(7.581339617898466E-13));
        Real qLow = FusedMultiplyAdd(q23, zz, q01);
        Real qHigh = FusedMultiplyAdd(q67, zz, q45);
        return FusedMultiplyAdd(qHigh, zz * zz, qLow);
    }
}
