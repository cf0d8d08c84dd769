using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace Accel.Runtime;

/// <summary>The operator of a reduction of numbers, also lane by lane.</summary>
/// <typeparam name="T">The type of the accumulator.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILaneOperator<T> : IReductionOperator<T>
    where T : struct
{
    /// <summary>Combines the lanes of two vectors.</summary>
    static abstract Vector128<T> Combine(Vector128<T> left, Vector128<T> right);

    /// <summary>Combines the lanes of two vectors.</summary>
    static abstract Vector256<T> Combine(Vector256<T> left, Vector256<T> right);
}
