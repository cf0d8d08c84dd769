using System.Runtime.InteropServices;

namespace Accel;

/// <summary>A counter that shares its cache lines (pairs of them, as they are fetched) with nothing else that is written.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct PaddedCounter
{
    [FieldOffset(128)]
    public long Value;
}
