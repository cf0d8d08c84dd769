using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The inverse sine, with the bits of <c>Math.Asin</c> and <c>MathF.Asin</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsinFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Asin(operand);
}
