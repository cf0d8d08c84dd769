using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    // (arctan t / t - 1) / z for z = t² up to (sqrt(2) - 1)², by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AtanTail(Real z)
    {
        Real zz = z * z;
        Real fourth = zz * zz;
        Real q01 = FusedMultiplyAdd(z, Create(0.19999999999951068), Create(-0.33333333333333187));
        Real q23 = FusedMultiplyAdd(z, Create(0.11111110773169845), Create(-0.14285714279971234));
        Real q45 = FusedMultiplyAdd(z, Create(0.07692055610840766), Create(-0.09090897482654048));
        Real q67 = FusedMultiplyAdd(z, Create(0.05847543646248047), Create(-0.06663054361059129));
        Real q89 = FusedMultiplyAdd(z, Create(0.03802782840720952), Create(-0.05037807434444304));
        Real qLow = FusedMultiplyAdd(q23, zz, q01);
        Real qMiddle = FusedMultiplyAdd(q67, zz, q45);
        Real qHigh = FusedMultiplyAdd(zz, Create(-0.017868226439755518), q89);
        return FusedMultiplyAdd(FusedMultiplyAdd(qHigh, fourth, qMiddle), fourth, qLow);
    }

    // (arcsin s / s - 1) / z for z = s² up to 1/4, by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AsinTail(Real z)
    {
        Real zz = z * z;
        Real fourth = zz * zz;
        Real q01 = FusedMultiplyAdd(z, Create(0.07500000000002359), Create(0.1666666666666666));
        Real q23 = FusedMultiplyAdd(z, Create(0.030381944634927476), Create(0.04464285713986919));
        Real q45 = FusedMultiplyAdd(z, Create(0.017352938722451184), Create(0.02237215191600442));
        Real q67 = FusedMultiplyAdd(z, Create(0.011585045518088425), Create(0.013961967325372745));
        Real q89 = FusedMultiplyAdd(z, Create(0.00998783711268138), Create(0.009488459575709794));
        Real q1011 = FusedMultiplyAdd(z, Create(0.02466813420173367), Create(0.0007550400050238172));
        Real q1213 = FusedMultiplyAdd(z, Create(0.03352835688428018), Create(-0.025947186874331382));
        Real qLow = FusedMultiplyAdd(q23, zz, q01);
        Real qMiddle = FusedMultiplyAdd(q67, zz, q45);
        Real qHigh = FusedMultiplyAdd(fourth, q1213, FusedMultiplyAdd(q1011, zz, q89));
        return FusedMultiplyAdd(FusedMultiplyAdd(qHigh, fourth, qMiddle), fourth, qLow);
    }
}
