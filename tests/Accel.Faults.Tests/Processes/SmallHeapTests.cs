namespace Accel.Faults.Tests.Processes;

/// <summary>Without host memory a device buffer is an exception that names its size, and takes nothing.</summary>
public class SmallHeapTests
{
    [Fact]
    public void BuffersThatDoNotFit()
    {
        using ChildProcess child = ChildProcess.Start(new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x10000000" }, "small-heap");
        child.WaitForExit(60);
    }
}
