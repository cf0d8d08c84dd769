using System.ComponentModel;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <summary><c>right &gt; left ? right : left</c>: a NaN on the right is passed over.</summary>
/// <typeparam name="T">The type of the accumulator.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Larger<T> : ILaneOperator<T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public static T Combine(T left, T right) => right > left ? right : left;

    /// <inheritdoc/>
    public static Vector128<T> Combine(Vector128<T> left, Vector128<T> right) => Lanes.Larger(left, right);

    /// <inheritdoc/>
    public static Vector256<T> Combine(Vector256<T> left, Vector256<T> right) => Lanes.Larger(left, right);
}
