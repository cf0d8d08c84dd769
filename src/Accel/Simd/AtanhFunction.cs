using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The inverse hyperbolic tangent, with the bits of <c>Math.Atanh</c> and <c>MathF.Atanh</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AtanhFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Atanh(operand);
}
