using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    // (arctan t / t - 1) / z for z = t² up to (sqrt(2) - 1)², by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AtanTail(Real z)
    {
        Real zz = z * z;
        Real q0 = FusedMultiplyAdd(z, Create(0.19998388f), Create(-0.33333313f));
        Real q2 = FusedMultiplyAdd(z, Create(0.10585029f), Create(-0.14242192f));
        q0 = FusedMultiplyAdd(q2, zz, q0);
        return FusedMultiplyAdd(Create(-0.060579944f), zz * zz, q0);
    }

    // (arcsin s / s - 1) / z for z = s² up to 1/4, by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AsinTail(Real z)
    {
        Real zz = z * z;
        Real q0 = FusedMultiplyAdd(z, Create(0.07495277f), Create(0.16666754f));
        Real q2 = FusedMultiplyAdd(z, Create(0.024178796f), Create(0.045471452f));
        q0 = FusedMultiplyAdd(q2, zz, q0);
        return FusedMultiplyAdd(Create(0.0421625f), zz * zz, q0);
    }
}
