using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>Logical exclusive or.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanXor : IReductionOperator<bool>
{
    /// <inheritdoc/>
    public static bool Combine(bool left, bool right) => left ^ right;
}
