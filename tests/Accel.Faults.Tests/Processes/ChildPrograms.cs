namespace Accel.Faults.Tests.Processes;

/// <summary>What the child processes of the tests do, by name.</summary>
internal static class ChildPrograms
{
    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["exit", string backend, string how]:
                return ExitProgram.Run(Enum.Parse<Backend>(backend), Enum.Parse<ExitKind>(how));
            case ["starved"]:
                return StarvedProgram.Run();
            case ["small-heap"]:
                return SmallHeapProgram.Run();
            case ["load"]:
                return LoadProgram.Run();
            case ["memory", string scenario, string calls]:
                return MemoryProgram.Run(scenario, int.Parse(calls, System.Globalization.CultureInfo.InvariantCulture));
            default:
                Console.Error.WriteLine($"There is no program '{string.Join(' ', arguments)}'. This assembly is for a test runner.");
                return 2;
        }
    }
}
