using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The hyperbolic cosine, with the bits of <c>Math.Cosh</c> and <c>MathF.Cosh</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CoshFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Cosh(operand);
}
