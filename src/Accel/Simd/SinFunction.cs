using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The sine, with the bits of <c>Math.Sin</c> and <c>MathF.Sin</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SinFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Sin(operand);
}
