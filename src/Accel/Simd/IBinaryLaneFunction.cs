using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>A function of two operands that vectors take lane by lane, as a type argument.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBinaryLaneFunction<T>
{
    /// <summary>The value of one lane.</summary>
    static abstract T Invoke(T left, T right);
}
