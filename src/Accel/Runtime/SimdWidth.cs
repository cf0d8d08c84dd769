using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Accel.Runtime;

/// <summary>The vector width that generated code uses.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SimdWidth
{
    /// <summary>Bits of a vector: 128, 256 or 512. The widest that the hardware has, unless <see cref="AccelOptions.VectorBits"/> says otherwise.</summary>
    /// <exception cref="InvalidOperationException">The environment variable <c>ACCEL_VECTOR_BITS</c> has an unknown value.</exception>
    public static int Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ProcessOptions.VectorBits;
    }
}
