using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

public static partial class VectorMath
{
    // erf x / x - 2/sqrt(π), as far as a double holds that, for x up to 1/2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real RestOfErf(Real x)
    {
        Real z = x * x;
        Real zz = z * z;
        Real fourth = zz * zz;
        Real q0 = FusedMultiplyAdd(z, Create(0.11283791670929177), Create(-0.3761263890318355));
        Real q2 = FusedMultiplyAdd(z, Create(0.005223977383530265), Create(-0.026866170633761805));
        Real q4 = FusedMultiplyAdd(z, Create(0.00012053362020260727), Create(-0.0008548298463017855));
        Real q6 = FusedMultiplyAdd(z, Create(1.4730085729872286E-06), Create(-1.4846380705932685E-05));
        q0 = FusedMultiplyAdd(q2, zz, q0);
        q4 = FusedMultiplyAdd(q6, zz, q4);
        Real q = FusedMultiplyAdd(q4, fourth, q0);
        return FusedMultiplyAdd(z, q, Create(1.533545961316588E-17));
    }

    // q of (1 + 2x) e^(x²) erfc x = 6 e^6.25 erfc 2.5 + t q(t), for t = (x - 2.5) / (x + 2.5), by a polynomial
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real ErfcPolynomial(Real t)
    {
        Real square = t * t;
        Real fourth = square * square;
        Real eighth = fourth * fourth;
        Real sixteenth = eighth * eighth;
        Real q0 = FusedMultiplyAdd(t, Create(-0.09902453957360183), Create(-0.12235676308240433));
        Real q2 = FusedMultiplyAdd(t, Create(-0.1029670560385754), Create(0.15762991902322224));
        Real q4 = FusedMultiplyAdd(t, Create(0.0009318928175639581), Create(0.03276089326849772));
        Real q6 = FusedMultiplyAdd(t, Create(0.0004918658068752441), Create(-0.0043820783370894035));
        Real q8 = FusedMultiplyAdd(t, Create(-8.847915401960167E-05), Create(0.0006321243065307815));
        Real q10 = FusedMultiplyAdd(t, Create(6.2653453046332655E-06), Create(-0.00011352215554294152));
        Real q12 = FusedMultiplyAdd(t, Create(2.6122347459885835E-06), Create(2.2699001055651403E-05));
        Real q14 = FusedMultiplyAdd(t, Create(-1.5950986381144718E-06), Create(-4.217603088354496E-06));
        Real q16 = FusedMultiplyAdd(t, Create(5.50664176547398E-07), Create(5.314588055455503E-07));
        Real q18 = FusedMultiplyAdd(t, Create(-1.4135772567987102E-07), Create(1.8947564884462263E-08));
        Real q20 = FusedMultiplyAdd(t, Create(2.401967997529105E-08), Create(-2.176299787418815E-08));
        q0 = FusedMultiplyAdd(q2, square, q0);
        q4 = FusedMultiplyAdd(q6, square, q4);
        q8 = FusedMultiplyAdd(q10, square, q8);
        q12 = FusedMultiplyAdd(q14, square, q12);
        q16 = FusedMultiplyAdd(q18, square, q16);
        q0 = FusedMultiplyAdd(q4, fourth, q0);
        q8 = FusedMultiplyAdd(q12, fourth, q8);
        q16 = FusedMultiplyAdd(q20, fourth, q16);
        q0 = FusedMultiplyAdd(q8, eighth, q0);
        return FusedMultiplyAdd(q16, sixteenth, q0);
    }
}
