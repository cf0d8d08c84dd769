using Accel.Testing.Snapshots;

namespace Accel.Loops.Tests;

/// <summary>The expected state of every loop: vectorised how, or scalar for which reason.</summary>
public class StateTests
{
    [Fact]
    public void Tsvc() => Snapshot.Verify(LoopStates.Of("Tsvc"));

    [Fact]
    public void PolyBench() => Snapshot.Verify(LoopStates.Of("PolyBench"));

    [Fact]
    public void Spans() => Snapshot.Verify(LoopStates.Of("Spans"));
}
