using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The root of the sum of two squares, with the bits of <c>double.Hypot</c> and <c>float.Hypot</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HypotFunction<T> : IBinaryLaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T left, T right) => T.Hypot(left, right);
}
