using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

public static partial class VectorMath
{
    /// <inheritdoc cref="Pow(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Pow(Real x, Real y)
    {
        // The first comparison finds all but the positive finite numbers, see Log.
        if (GreaterThanAny(x.AsInt32() + Create(0x7FFFFFFF), Create(-0x00800002)) || GreaterThanAny(Abs(y).AsInt32(), Create(float.MaxValue).AsInt32()))
        {
            return PowOfAny(x, y);
        }

        return Narrow(PowForSingle(WidenLower(x), WidenLower(y)), PowForSingle(WidenUpper(x), WidenUpper(y)));
    }
}
