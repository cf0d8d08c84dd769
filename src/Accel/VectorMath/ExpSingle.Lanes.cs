using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    // e^(r + rLow) - 1 - r, by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfExp(Real r, Real rLow)
    {
        Real square = r * r;
        Real low = FusedMultiplyAdd(r, Create(0.16666515f), Create(0.5f));
        Real high = FusedMultiplyAdd(r, Create(0.008369243f), Create(0.041666456f));
        high = FusedMultiplyAdd(square, Create(0.0013935775f), high);
        Real q = FusedMultiplyAdd(high, square, low);
        return FusedMultiplyAdd(q, square, rLow);
    }

    // The same with one degree more, since what is subtracted from it may leave less
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfExpFinely(Real r, Real rLow)
    {
        Real square = r * r;
        Real q = FusedMultiplyAdd(FusedMultiplyAdd(r, Create(0.0001995339f), Create(0.0013935775f)), square, FusedMultiplyAdd(r, Create(0.008333198f), Create(0.041666456f)));
        q = FusedMultiplyAdd(q, square, FusedMultiplyAdd(r, Create(0.16666667f), Create(0.5f)));
        return FusedMultiplyAdd(q, square, rLow);
    }

    // (sinh x / x - 1) / z for z = x² up to 1, by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real SinhTail(Real z)
    {
        Real zz = z * z;
        Real q0 = FusedMultiplyAdd(z, Create(0.008333316f), Create(0.16666667f));
        Real q2 = FusedMultiplyAdd(z, Create(2.791574E-06f), Create(0.00019841417f));
        return FusedMultiplyAdd(q2, zz, q0);
    }
}
