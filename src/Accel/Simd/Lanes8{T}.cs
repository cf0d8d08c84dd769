using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Accel.Runtime;

/// <summary>Memory on the stack for 8 lanes.</summary>
/// <typeparam name="T">The type of a lane.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(Length)]
public struct Lanes8<T>
    where T : struct
{
    private const int Length = 8;
    private T _first;
}
