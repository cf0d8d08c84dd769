using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>Powers, with the bits of <c>Math.Pow</c> and <c>MathF.Pow</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PowFunction<T> : IBinaryLaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T left, T right) => T.Pow(left, right);
}
