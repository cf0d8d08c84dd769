using System.Numerics;

namespace Accel.Fuzz.Running;

/// <summary>The elementary functions as <see cref="FloatMode.Fast"/> has them, one value at a time.</summary>
/// <typeparam name="T">float or double.</typeparam>
public static class FastFunctions<T>
    where T : struct, INumber<T>
{
    /// <summary>As <c>Math.Exp</c>.</summary>
    public static T Exp(T x) => x is float f ? (T)(object)VectorMath.Fast.Exp(f) : (T)(object)VectorMath.Fast.Exp((double)(object)x);

    /// <summary>As <c>Math.Log</c>.</summary>
    public static T Log(T x) => x is float f ? (T)(object)VectorMath.Fast.Log(f) : (T)(object)VectorMath.Fast.Log((double)(object)x);

    /// <summary>As <c>Math.Sin</c>.</summary>
    public static T Sin(T x) => x is float f ? (T)(object)VectorMath.Fast.Sin(f) : (T)(object)VectorMath.Fast.Sin((double)(object)x);

    /// <summary>As <c>Math.Cos</c>.</summary>
    public static T Cos(T x) => x is float f ? (T)(object)VectorMath.Fast.Cos(f) : (T)(object)VectorMath.Fast.Cos((double)(object)x);

    /// <summary>As <c>Math.SinCos</c>.</summary>
    public static (T Sin, T Cos) SinCos(T x) => (Sin(x), Cos(x));

    /// <summary>As <c>Math.Log2</c>.</summary>
    public static T Log2(T x) => x is float f ? (T)(object)VectorMath.Fast.Log2(f) : (T)(object)VectorMath.Fast.Log2((double)(object)x);

    /// <summary>As <c>Math.Log10</c>.</summary>
    public static T Log10(T x) => x is float f ? (T)(object)VectorMath.Fast.Log10(f) : (T)(object)VectorMath.Fast.Log10((double)(object)x);

    /// <summary>As <c>Math.Cbrt</c>.</summary>
    public static T Cbrt(T x) => x is float f ? (T)(object)VectorMath.Fast.Cbrt(f) : (T)(object)VectorMath.Fast.Cbrt((double)(object)x);

    /// <summary>As <c>Math.Tan</c>.</summary>
    public static T Tan(T x) => x is float f ? (T)(object)VectorMath.Fast.Tan(f) : (T)(object)VectorMath.Fast.Tan((double)(object)x);

    /// <summary>As <c>Math.Asin</c>.</summary>
    public static T Asin(T x) => x is float f ? (T)(object)VectorMath.Fast.Asin(f) : (T)(object)VectorMath.Fast.Asin((double)(object)x);

    /// <summary>As <c>Math.Acos</c>.</summary>
    public static T Acos(T x) => x is float f ? (T)(object)VectorMath.Fast.Acos(f) : (T)(object)VectorMath.Fast.Acos((double)(object)x);

    /// <summary>As <c>Math.Atan</c>.</summary>
    public static T Atan(T x) => x is float f ? (T)(object)VectorMath.Fast.Atan(f) : (T)(object)VectorMath.Fast.Atan((double)(object)x);

    /// <summary>As <c>Math.Sinh</c>.</summary>
    public static T Sinh(T x) => x is float f ? (T)(object)VectorMath.Fast.Sinh(f) : (T)(object)VectorMath.Fast.Sinh((double)(object)x);

    /// <summary>As <c>Math.Cosh</c>.</summary>
    public static T Cosh(T x) => x is float f ? (T)(object)VectorMath.Fast.Cosh(f) : (T)(object)VectorMath.Fast.Cosh((double)(object)x);

    /// <summary>As <c>Math.Tanh</c>.</summary>
    public static T Tanh(T x) => x is float f ? (T)(object)VectorMath.Fast.Tanh(f) : (T)(object)VectorMath.Fast.Tanh((double)(object)x);

    /// <summary>As <c>double.Asinh</c>.</summary>
    public static T Asinh(T x) => x is float f ? (T)(object)VectorMath.Fast.Asinh(f) : (T)(object)VectorMath.Fast.Asinh((double)(object)x);

    /// <summary>As <c>double.Acosh</c>.</summary>
    public static T Acosh(T x) => x is float f ? (T)(object)VectorMath.Fast.Acosh(f) : (T)(object)VectorMath.Fast.Acosh((double)(object)x);

    /// <summary>As <c>double.Atanh</c>.</summary>
    public static T Atanh(T x) => x is float f ? (T)(object)VectorMath.Fast.Atanh(f) : (T)(object)VectorMath.Fast.Atanh((double)(object)x);

    /// <summary>As <c>double.Exp2</c>.</summary>
    public static T Exp2(T x) => x is float f ? (T)(object)VectorMath.Fast.Exp2(f) : (T)(object)VectorMath.Fast.Exp2((double)(object)x);

    /// <summary>As <c>double.Exp10</c>.</summary>
    public static T Exp10(T x) => x is float f ? (T)(object)VectorMath.Fast.Exp10(f) : (T)(object)VectorMath.Fast.Exp10((double)(object)x);

    /// <summary>As <c>double.ExpM1</c>.</summary>
    public static T ExpM1(T x) => x is float f ? (T)(object)VectorMath.Fast.ExpM1(f) : (T)(object)VectorMath.Fast.ExpM1((double)(object)x);

    /// <summary>As <c>double.LogP1</c>.</summary>
    public static T LogP1(T x) => x is float f ? (T)(object)VectorMath.Fast.LogP1(f) : (T)(object)VectorMath.Fast.LogP1((double)(object)x);

    /// <summary>As <c>double.SinPi</c>.</summary>
    public static T SinPi(T x) => x is float f ? (T)(object)VectorMath.Fast.SinPi(f) : (T)(object)VectorMath.Fast.SinPi((double)(object)x);

    /// <summary>As <c>double.CosPi</c>.</summary>
    public static T CosPi(T x) => x is float f ? (T)(object)VectorMath.Fast.CosPi(f) : (T)(object)VectorMath.Fast.CosPi((double)(object)x);

    /// <summary>As <c>double.Hypot</c>.</summary>
    public static T Hypot(T x, T y) =>
        x is float f ? (T)(object)VectorMath.Fast.Hypot(f, (float)(object)y) : (T)(object)VectorMath.Fast.Hypot((double)(object)x, (double)(object)y);

    /// <summary>As <c>Math.Atan2</c>.</summary>
    public static T Atan2(T y, T x) =>
        y is float f ? (T)(object)VectorMath.Fast.Atan2(f, (float)(object)x) : (T)(object)VectorMath.Fast.Atan2((double)(object)y, (double)(object)x);
}
