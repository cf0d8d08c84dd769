namespace Accel.Faults.Tests.Processes;

/// <summary>Ten thousand calls at once: right results, no deadlock, no threads without bound.</summary>
public class LoadTests
{
    [Fact]
    public void TenThousandCallsAtOnce()
    {
        using ChildProcess child = ChildProcess.Start(new Dictionary<string, string>(), "load");
        child.WaitForExit(120);
    }
}
