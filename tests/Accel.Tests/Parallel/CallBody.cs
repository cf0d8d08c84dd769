using Accel.Runtime;

namespace Accel.Tests.Parallel;

/// <summary>A chunk that calls a delegate.</summary>
internal readonly struct CallBody(Action<int, int> run) : IRangeBody
{
    public void Run(nint begin, nint end) => run((int)begin, (int)end);
}
