using Accel.Runtime;

namespace Accel;

/// <summary>Streams through a piece of memory: its first half is read, its second half read and written.</summary>
internal unsafe struct BandwidthJob : IRangeBody
{
    /// <summary>Pieces this large are even pages and have room for two vectors in each half.</summary>
    public const int Multiple = 8 << 10;

    /// <summary>One half is read once, the other read and written.</summary>
    public const double TrafficPerByte = 1.5;

    public byte* Memory;
    public int Passes;

    public readonly void Run(nint begin, nint end)
    {
        nint half = (end - begin) / 2;
        for (int pass = 0; pass < Passes; pass++)
        {
            MeasuredLoops.MultiplyAdd(Memory + begin, Memory + begin + half, half);
        }
    }
}
