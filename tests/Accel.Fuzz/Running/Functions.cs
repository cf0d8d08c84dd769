using System.Numerics;

namespace Accel.Fuzz.Running;

/// <summary>The elementary functions as <see cref="FloatMode.Reproducible"/> promises them: Accel's own, one value at a time.</summary>
/// <typeparam name="T">float or double.</typeparam>
public static class Functions<T>
    where T : struct, INumber<T>
{
    /// <summary>As <c>Math.Exp</c>.</summary>
    public static T Exp(T x) => x is float f ? (T)(object)VectorMath.Exp(f) : (T)(object)VectorMath.Exp((double)(object)x);

    /// <summary>As <c>Math.Log</c>.</summary>
    public static T Log(T x) => x is float f ? (T)(object)VectorMath.Log(f) : (T)(object)VectorMath.Log((double)(object)x);

    /// <summary>As <c>Math.Sin</c>.</summary>
    public static T Sin(T x) => x is float f ? (T)(object)VectorMath.Sin(f) : (T)(object)VectorMath.Sin((double)(object)x);

    /// <summary>As <c>Math.Cos</c>.</summary>
    public static T Cos(T x) => x is float f ? (T)(object)VectorMath.Cos(f) : (T)(object)VectorMath.Cos((double)(object)x);

    /// <summary>As <c>Math.SinCos</c>.</summary>
    public static (T Sin, T Cos) SinCos(T x) => (Sin(x), Cos(x));

    /// <summary>As <c>Math.Log2</c>.</summary>
    public static T Log2(T x) => x is float f ? (T)(object)VectorMath.Log2(f) : (T)(object)VectorMath.Log2((double)(object)x);

    /// <summary>As <c>Math.Log10</c>.</summary>
    public static T Log10(T x) => x is float f ? (T)(object)VectorMath.Log10(f) : (T)(object)VectorMath.Log10((double)(object)x);

    /// <summary>As <c>Math.Cbrt</c>.</summary>
    public static T Cbrt(T x) => x is float f ? (T)(object)VectorMath.Cbrt(f) : (T)(object)VectorMath.Cbrt((double)(object)x);

    /// <summary>As <c>Math.Tan</c>.</summary>
    public static T Tan(T x) => x is float f ? (T)(object)VectorMath.Tan(f) : (T)(object)VectorMath.Tan((double)(object)x);

    /// <summary>As <c>Math.Asin</c>.</summary>
    public static T Asin(T x) => x is float f ? (T)(object)VectorMath.Asin(f) : (T)(object)VectorMath.Asin((double)(object)x);

    /// <summary>As <c>Math.Acos</c>.</summary>
    public static T Acos(T x) => x is float f ? (T)(object)VectorMath.Acos(f) : (T)(object)VectorMath.Acos((double)(object)x);

    /// <summary>As <c>Math.Atan</c>.</summary>
    public static T Atan(T x) => x is float f ? (T)(object)VectorMath.Atan(f) : (T)(object)VectorMath.Atan((double)(object)x);

    /// <summary>As <c>Math.Sinh</c>.</summary>
    public static T Sinh(T x) => x is float f ? (T)(object)VectorMath.Sinh(f) : (T)(object)VectorMath.Sinh((double)(object)x);

    /// <summary>As <c>Math.Cosh</c>.</summary>
    public static T Cosh(T x) => x is float f ? (T)(object)VectorMath.Cosh(f) : (T)(object)VectorMath.Cosh((double)(object)x);

    /// <summary>As <c>Math.Tanh</c>.</summary>
    public static T Tanh(T x) => x is float f ? (T)(object)VectorMath.Tanh(f) : (T)(object)VectorMath.Tanh((double)(object)x);

    /// <summary>As <c>double.Asinh</c>.</summary>
    public static T Asinh(T x) => x is float f ? (T)(object)VectorMath.Asinh(f) : (T)(object)VectorMath.Asinh((double)(object)x);

    /// <summary>As <c>double.Acosh</c>.</summary>
    public static T Acosh(T x) => x is float f ? (T)(object)VectorMath.Acosh(f) : (T)(object)VectorMath.Acosh((double)(object)x);

    /// <summary>As <c>double.Atanh</c>.</summary>
    public static T Atanh(T x) => x is float f ? (T)(object)VectorMath.Atanh(f) : (T)(object)VectorMath.Atanh((double)(object)x);

    /// <summary>As <c>double.Exp2</c>.</summary>
    public static T Exp2(T x) => x is float f ? (T)(object)VectorMath.Exp2(f) : (T)(object)VectorMath.Exp2((double)(object)x);

    /// <summary>As <c>double.Exp10</c>.</summary>
    public static T Exp10(T x) => x is float f ? (T)(object)VectorMath.Exp10(f) : (T)(object)VectorMath.Exp10((double)(object)x);

    /// <summary>As <c>double.ExpM1</c>.</summary>
    public static T ExpM1(T x) => x is float f ? (T)(object)VectorMath.ExpM1(f) : (T)(object)VectorMath.ExpM1((double)(object)x);

    /// <summary>As <c>double.LogP1</c>.</summary>
    public static T LogP1(T x) => x is float f ? (T)(object)VectorMath.LogP1(f) : (T)(object)VectorMath.LogP1((double)(object)x);

    /// <summary>As <c>double.SinPi</c>.</summary>
    public static T SinPi(T x) => x is float f ? (T)(object)VectorMath.SinPi(f) : (T)(object)VectorMath.SinPi((double)(object)x);

    /// <summary>As <c>double.CosPi</c>.</summary>
    public static T CosPi(T x) => x is float f ? (T)(object)VectorMath.CosPi(f) : (T)(object)VectorMath.CosPi((double)(object)x);

    /// <summary>As <c>double.Hypot</c>.</summary>
    public static T Hypot(T x, T y) =>
        x is float f ? (T)(object)VectorMath.Hypot(f, (float)(object)y) : (T)(object)VectorMath.Hypot((double)(object)x, (double)(object)y);

    /// <summary>As <c>Math.Pow</c>.</summary>
    public static T Pow(T x, T y) =>
        x is float f ? (T)(object)VectorMath.Pow(f, (float)(object)y) : (T)(object)VectorMath.Pow((double)(object)x, (double)(object)y);

    /// <summary>As <c>Math.Atan2</c>.</summary>
    public static T Atan2(T y, T x) =>
        y is float f ? (T)(object)VectorMath.Atan2(f, (float)(object)x) : (T)(object)VectorMath.Atan2((double)(object)y, (double)(object)x);
}
