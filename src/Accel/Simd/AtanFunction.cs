using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The inverse tangent, with the bits of <c>Math.Atan</c> and <c>MathF.Atan</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AtanFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Atan(operand);
}
