using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The angle of a point (y, x), with the bits of <c>Math.Atan2</c> and <c>MathF.Atan2</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Atan2Function<T> : IBinaryLaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T left, T right) => T.Atan2(left, right);
}
