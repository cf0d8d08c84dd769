using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The hyperbolic sine, with the bits of <c>Math.Sinh</c> and <c>MathF.Sinh</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SinhFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Sinh(operand);
}
