using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>10 raised to a power, with the bits of <c>double.Exp10</c> and <c>float.Exp10</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Exp10Function<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Exp10(operand);
}
