using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The cosine of half turns, with the bits of <c>double.CosPi</c> and <c>float.CosPi</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CosPiFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.CosPi(operand);
}
