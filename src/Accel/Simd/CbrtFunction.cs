using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The cube root, with the bits of <c>Math.Cbrt</c> and <c>MathF.Cbrt</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CbrtFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Cbrt(operand);
}
