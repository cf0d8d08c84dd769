using System.ComponentModel;
using System.Numerics;

namespace Accel.Runtime;

/// <summary>Addition of sums that keep their rounding errors.</summary>
/// <typeparam name="T">The type of the accumulator.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CompensatedSum<T> : IReductionOperator<Compensated<T>>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static Compensated<T> Combine(Compensated<T> left, Compensated<T> right) => left + right;
}
