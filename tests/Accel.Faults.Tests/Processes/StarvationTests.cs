namespace Accel.Faults.Tests.Processes;

/// <summary>A pool that cannot help holds nobody up: the calling thread does the work.</summary>
public class StarvationTests
{
    [Fact]
    public void APoolOfOneThreadWhichIsBlocked()
    {
        using ChildProcess child = ChildProcess.Start(
            new Dictionary<string, string>
            {
                ["DOTNET_ThreadPool_ForceMinWorkerThreads"] = "1",
                ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1",
                ["ACCEL_THREADS"] = "4",
            },
            "starved");
        child.WaitFor("1 threads at most", 60);
        child.WaitFor(StarvedProgram.Done, 60);
        child.WaitForExit(15);
    }
}
