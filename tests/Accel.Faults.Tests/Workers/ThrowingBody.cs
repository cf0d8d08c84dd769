using Accel.Runtime;

namespace Accel.Faults.Tests.Workers;

/// <summary>A body some of whose iterations throw: each chunk goes through its iterations in order, as compiled code does.</summary>
/// <param name="throwing">Whether an iteration throws.</param>
/// <param name="done">Marks the iterations that were run.</param>
internal readonly struct ThrowingBody(Func<long, bool> throwing, byte[] done) : IRangeBody
{
    public void Run(nint begin, nint end)
    {
        for (nint i = begin; i < end; i++)
        {
            if (throwing(i))
            {
                throw new IterationException(i);
            }

            done[i]++;
        }
    }
}

/// <summary>Tells which iteration threw it.</summary>
internal sealed class IterationException(long iteration) : Exception($"iteration {iteration}")
{
    public long Iteration => iteration;
}
