using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The cosine, with the bits of <c>Math.Cos</c> and <c>MathF.Cos</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CosFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Cos(operand);
}
