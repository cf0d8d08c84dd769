using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>Logical and.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanAnd : IReductionOperator<bool>
{
    /// <inheritdoc/>
    public static bool Combine(bool left, bool right) => left & right;
}
