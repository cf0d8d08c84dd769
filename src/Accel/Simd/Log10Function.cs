using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>The logarithm to the base 10, with the bits of <c>Math.Log10</c> and <c>MathF.Log10</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Log10Function<T> : ILaneFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static T Invoke(T operand) => T.Log10(operand);
}
