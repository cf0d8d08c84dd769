using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The sine of half turns, with the bits of <c>double.SinPi</c> and <c>float.SinPi</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SinPiFunction<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.SinPi(operand);
}
