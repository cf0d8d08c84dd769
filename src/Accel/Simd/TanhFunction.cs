using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The hyperbolic tangent, with the bits of <c>Math.Tanh</c> and <c>MathF.Tanh</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TanhFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Tanh(operand);
}
