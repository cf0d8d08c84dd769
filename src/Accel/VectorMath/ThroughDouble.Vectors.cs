using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

/// <content>Functions of float by way of double, half a vector each.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="Gamma(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Gamma(Real x) => Narrow(Gamma(WidenLower(x)), Gamma(WidenUpper(x)));

    /// <inheritdoc cref="LogGamma(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real LogGamma(Real x) => Narrow(LogGamma(WidenLower(x)), LogGamma(WidenUpper(x)));
}
