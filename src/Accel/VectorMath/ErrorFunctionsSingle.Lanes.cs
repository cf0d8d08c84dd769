using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    // erf x / x - 2/sqrt(π), as far as a float holds that, for x up to 1/2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfErf(Real x)
    {
        Real z = x * x;
        Real zz = z * z;
        Real q0 = FusedMultiplyAdd(z, Create(0.11282945f), Create(-0.37612617f));
        Real q2 = FusedMultiplyAdd(z, Create(0.0047291717f), Create(-0.026763605f));
        Real q = FusedMultiplyAdd(q2, zz, q0);
        return FusedMultiplyAdd(z, q, Create(-5.8635383E-08f));
    }

    // q of (1 + 2x) e^(x²) erfc x = 6 e^6.25 erfc 2.5 + t q(t), for t = (x - 2.5) / (x + 2.5), by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ErfcPolynomial(Real t)
    {
        Real square = t * t;
        Real fourth = square * square;
        Real eighth = fourth * fourth;
        Real q0 = FusedMultiplyAdd(t, Create(-0.099024504f), Create(-0.12235677f));
        Real q2 = FusedMultiplyAdd(t, Create(-0.10296803f), Create(0.1576304f));
        Real q4 = FusedMultiplyAdd(t, Create(0.0009402673f), Create(0.03275403f));
        Real q6 = FusedMultiplyAdd(t, Create(0.0004631157f), Create(-0.004341607f));
        Real q8 = FusedMultiplyAdd(t, Create(-5.1991272E-05f), Create(0.00052481715f));
        q0 = FusedMultiplyAdd(q2, square, q0);
        q4 = FusedMultiplyAdd(q6, square, q4);
        q0 = FusedMultiplyAdd(q4, fourth, q0);
        return FusedMultiplyAdd(q8, eighth, q0);
    }
}
