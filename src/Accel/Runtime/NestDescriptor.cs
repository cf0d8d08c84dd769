using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Accel.Runtime;

/// <summary>What the compiler knows about one loop nest of a kernel, and the thresholds that the dispatcher derived from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestDescriptor
{
    /// <summary>Creates the descriptor; called by generated code.</summary>
    public NestDescriptor(string loop)
    {
        Loop = loop;
    }

    /// <summary>The nest's outermost loop as the user wrote its header, for messages.</summary>
    public string Loop { get; }

    /// <summary>Arithmetic operations of one innermost iteration, in units of one simple vector operation's share of a lane.</summary>
    public double OperationsPerIteration { get; init; }

    /// <summary>Bytes read and written by one innermost iteration.</summary>
    public double BytesPerIteration { get; init; }

    /// <summary>Lanes of a 256-bit vector for the nest's widest element type: 8 for float, 4 for double.</summary>
    public int LanesPer256Bits { get; init; } = 8;

    /// <summary>Why there is no SIMD code, or <see langword="null"/> where there is.</summary>
    public string? SimdRefusal { get; init; }

    /// <summary>Why the nest cannot run on several cores, or <see langword="null"/> where it can.</summary>
    public string? MulticoreRefusal { get; init; }

    /// <summary>Why there is no GPU code, or <see langword="null"/> where there is.</summary>
    public string? GpuRefusal { get; init; }
}
