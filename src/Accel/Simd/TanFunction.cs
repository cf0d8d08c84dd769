using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The tangent, with the bits of <c>Math.Tan</c> and <c>MathF.Tan</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TanFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Tan(operand);
}
