using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The exponential function, with the bits of <c>Math.Exp</c> and <c>MathF.Exp</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExpFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Exp(operand);
}
