using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The inverse hyperbolic cosine, with the bits of <c>Math.Acosh</c> and <c>MathF.Acosh</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AcoshFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Acosh(operand);
}
