using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<double>;

namespace Accel;

/// <content>
/// Limits that NaN passes: the instructions of x86 give their second operand where one is NaN, those of Arm the NaN. One instruction each, where a
/// comparison and a selection are two, and <c>Min</c> and <c>Max</c> more.
/// </content>
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AtMost(Real x, Real limit) => MinNative(limit, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Real AtLeast(Real x, Real limit) => MaxNative(limit, x);
}
