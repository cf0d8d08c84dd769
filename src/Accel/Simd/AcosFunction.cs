using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The inverse cosine, with the bits of <c>Math.Acos</c> and <c>MathF.Acos</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AcosFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Acos(operand);
}
