using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The inverse hyperbolic sine, with the bits of <c>Math.Asinh</c> and <c>MathF.Asinh</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsinhFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Asinh(operand);
}
