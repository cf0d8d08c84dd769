using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The natural logarithm, with the bits of <c>Math.Log</c> and <c>MathF.Log</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Log(operand);
}
