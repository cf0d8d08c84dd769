using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>e raised to a power less 1, with the bits of <c>double.ExpM1</c> and <c>float.ExpM1</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExpM1Function<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.ExpM1(operand);
}
