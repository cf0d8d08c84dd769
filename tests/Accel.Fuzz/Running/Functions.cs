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

    /// <summary>As <c>Math.Pow</c>.</summary>
    public static T Pow(T x, T y) =>
        x is float f ? (T)(object)VectorMath.Pow(f, (float)(object)y) : (T)(object)VectorMath.Pow((double)(object)x, (double)(object)y);
}
