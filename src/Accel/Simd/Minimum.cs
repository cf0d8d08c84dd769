using System.ComponentModel;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <summary>The smaller value, as <c>Math.Min</c>: NaN wins, and -0 is below +0.</summary>
/// <typeparam name="T">The type of the accumulator.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Minimum<T> : ILaneOperator<T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public static T Combine(T left, T right) => T.Min(left, right);

    /// <inheritdoc/>
    public static Vector128<T> Combine(Vector128<T> left, Vector128<T> right) => Vector128.Min(left, right);

    /// <inheritdoc/>
    public static Vector256<T> Combine(Vector256<T> left, Vector256<T> right) => Vector256.Min(left, right);
}
