using System.Runtime.CompilerServices;
using static System.Runtime.Intrinsics.Vector256;
using Real = System.Runtime.Intrinsics.Vector256<float>;

namespace Accel;

/// <content>Functions of float by way of double, half a vector each.</content>
public static partial class VectorMath
{
    /// <inheritdoc cref="ExpM1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ExpM1(Real x) => Narrow(ExpM1(WidenLower(x)), ExpM1(WidenUpper(x)));

    /// <inheritdoc cref="Sinh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sinh(Real x) => Narrow(Sinh(WidenLower(x)), Sinh(WidenUpper(x)));

    /// <inheritdoc cref="Cosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Cosh(Real x) => Narrow(Cosh(WidenLower(x)), Cosh(WidenUpper(x)));

    /// <inheritdoc cref="Tanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Tanh(Real x) => Narrow(Tanh(WidenLower(x)), Tanh(WidenUpper(x)));

    /// <inheritdoc cref="Log2(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log2(Real x) => Narrow(Log2(WidenLower(x)), Log2(WidenUpper(x)));

    /// <inheritdoc cref="Log10(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Log10(Real x) => Narrow(Log10(WidenLower(x)), Log10(WidenUpper(x)));

    /// <inheritdoc cref="Atan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Atan(Real x) => Narrow(Atan(WidenLower(x)), Atan(WidenUpper(x)));

    /// <inheritdoc cref="Asin(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Asin(Real x) => Narrow(Asin(WidenLower(x)), Asin(WidenUpper(x)));

    /// <inheritdoc cref="Acos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Acos(Real x) => Narrow(Acos(WidenLower(x)), Acos(WidenUpper(x)));

    /// <inheritdoc cref="Tan(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Tan(Real x) => Narrow(Tan(WidenLower(x)), Tan(WidenUpper(x)));

    /// <inheritdoc cref="Atan2(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Atan2(Real y, Real x) => Narrow(Atan2(WidenLower(y), WidenLower(x)), Atan2(WidenUpper(y), WidenUpper(x)));

    /// <inheritdoc cref="Cbrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Cbrt(Real x) => Narrow(Cbrt(WidenLower(x)), Cbrt(WidenUpper(x)));

    /// <inheritdoc cref="Exp2(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp2(Real x) => Narrow(Exp2(WidenLower(x)), Exp2(WidenUpper(x)));

    /// <inheritdoc cref="Exp10(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Exp10(Real x) => Narrow(Exp10(WidenLower(x)), Exp10(WidenUpper(x)));

    /// <inheritdoc cref="LogP1(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real LogP1(Real x) => Narrow(LogP1(WidenLower(x)), LogP1(WidenUpper(x)));

    /// <inheritdoc cref="Asinh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Asinh(Real x) => Narrow(Asinh(WidenLower(x)), Asinh(WidenUpper(x)));

    /// <inheritdoc cref="Acosh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Acosh(Real x) => Narrow(Acosh(WidenLower(x)), Acosh(WidenUpper(x)));

    /// <inheritdoc cref="Atanh(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Atanh(Real x) => Narrow(Atanh(WidenLower(x)), Atanh(WidenUpper(x)));

    /// <inheritdoc cref="SinPi(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real SinPi(Real x) => Narrow(SinPi(WidenLower(x)), SinPi(WidenUpper(x)));

    /// <inheritdoc cref="CosPi(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real CosPi(Real x) => Narrow(CosPi(WidenLower(x)), CosPi(WidenUpper(x)));

    /// <inheritdoc cref="ReciprocalSqrt(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ReciprocalSqrt(Real x) => Narrow(ReciprocalSqrt(WidenLower(x)), ReciprocalSqrt(WidenUpper(x)));

    /// <inheritdoc cref="Erf(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Erf(Real x) => Narrow(Erf(WidenLower(x)), Erf(WidenUpper(x)));

    /// <inheritdoc cref="Erfc(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Erfc(Real x) => Narrow(Erfc(WidenLower(x)), Erfc(WidenUpper(x)));

    /// <inheritdoc cref="Gamma(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Gamma(Real x) => Narrow(Gamma(WidenLower(x)), Gamma(WidenUpper(x)));

    /// <inheritdoc cref="LogGamma(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real LogGamma(Real x) => Narrow(LogGamma(WidenLower(x)), LogGamma(WidenUpper(x)));

    /// <inheritdoc cref="Logistic(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Logistic(Real x) => Narrow(Logistic(WidenLower(x)), Logistic(WidenUpper(x)));

    /// <inheritdoc cref="Hypot(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Hypot(Real x, Real y) => Narrow(HypotOfSingles(WidenLower(x), WidenLower(y)), HypotOfSingles(WidenUpper(x), WidenUpper(y)));

    /// <inheritdoc cref="SinCos(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Real Sin, Real Cos) SinCos(Real x) => (Sin(x), Cos(x));
}
