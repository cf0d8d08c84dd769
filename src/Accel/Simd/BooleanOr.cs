using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>Logical or.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanOr : IReductionOperator<bool>
{
    /// <inheritdoc/>
    public static bool Combine(bool left, bool right) => left | right;
}
