using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>2 raised to a power, with the bits of <c>double.Exp2</c> and <c>float.Exp2</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Exp2Function<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Exp2(operand);
}
