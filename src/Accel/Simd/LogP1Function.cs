using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The logarithm of 1 plus a number, with the bits of <c>double.LogP1</c> and <c>float.LogP1</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogP1Function<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.LogP1(operand);
}
