using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>C#'s <c>%</c>.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RemainderFunction<T> : IBinaryLaneFunction<T>
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public static T Invoke(T left, T right) => left % right;
}
