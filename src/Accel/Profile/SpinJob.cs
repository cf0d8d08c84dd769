using System.Runtime.CompilerServices;
using Accel.Runtime;

namespace Accel;

/// <summary>Work of a known length that touches no memory.</summary>
internal struct SpinJob : IRangeBody
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly void Run(nint begin, nint end) => MeasuredLoops.Chain(end - begin);
}
