using System.Diagnostics;

namespace Accel.Faults.Tests.Processes;

/// <summary>A process that ends while kernels run ends promptly, with its own code, and without a crash.</summary>
public class ExitTests
{
    private const int SecondsToStart = 60;

    // A busy machine is slow; a process that hangs would take forever.
    private const int SecondsToEnd = 15;

    [Theory]
    [InlineData(Backend.Multicore, ExitKind.Exit)]
    [InlineData(Backend.Multicore, ExitKind.Return)]
    [InlineData(Backend.Multicore, ExitKind.Terminate)]
    [InlineData(Backend.Gpu, ExitKind.Exit)]
    [InlineData(Backend.Gpu, ExitKind.Return)]
    [InlineData(Backend.Gpu, ExitKind.Terminate)]
    public void KernelsDoNotHoldTheProcess(Backend backend, ExitKind how)
    {
        if (how == ExitKind.Terminate && OperatingSystem.IsWindows())
        {
            return;
        }

        using ChildProcess child = ChildProcess.Start(new Dictionary<string, string> { ["ACCEL_THREADS"] = "4" }, "exit", backend.ToString(), how.ToString());
        child.WaitFor(ExitProgram.Ready, SecondsToStart);
        if (how == ExitKind.Terminate)
        {
            using Process kill = Process.Start("kill", ["-TERM", child.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }

        // 128 + SIGTERM is what the runtime gives for a process that was terminated and set no code.
        child.WaitForExit(SecondsToEnd, how == ExitKind.Terminate ? 128 + 15 : ExitProgram.Code);
    }

    [Fact]
    public void AnExceptionThatNobodyCatchesIsTheOneThatIsReported()
    {
        using ChildProcess child = ChildProcess.Start(
            new Dictionary<string, string> { ["ACCEL_THREADS"] = "4", ["DOTNET_DbgEnableMiniDump"] = "0" }, "exit", "Multicore", nameof(ExitKind.Crash));
        child.WaitFor(ExitProgram.Ready, SecondsToStart);
        child.WaitForExit(SecondsToEnd, OperatingSystem.IsWindows() ? unchecked((int)0xE0434352) : 128 + 6);
        Assert.Contains("nobody catches this", child.Errors);
    }
}
