using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>The operator of a reduction, as a type argument.</summary>
/// <typeparam name="T">The type of the accumulator.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IReductionOperator<T>
{
    /// <summary>Combines two partial results.</summary>
    static abstract T Combine(T left, T right);
}
