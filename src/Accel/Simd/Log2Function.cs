using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The logarithm to the base 2, with the bits of <c>Math.Log2</c> and <c>MathF.Log2</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Log2Function<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Log2(operand);
}
