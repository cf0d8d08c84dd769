using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>A value of a struct whose fields can be pointed at, to see where they stand; called by generated code.</summary>
/// <typeparam name="T">The struct.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sample<T>
    where T : unmanaged
{
    /// <summary>The value.</summary>
    public static readonly T Value;
}
