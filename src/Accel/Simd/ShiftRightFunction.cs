using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Accel.Runtime;

/// <summary>Shift to the right, arithmetic for signed types, the count of each lane masked by the width of the type.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ShiftRightFunction<T> : IBinaryLaneFunction<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static T Invoke(T left, T right) => left >> (int.CreateTruncating(right) & ((8 * Unsafe.SizeOf<T>()) - 1));
}
