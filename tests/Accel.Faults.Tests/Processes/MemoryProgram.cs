namespace Accel.Faults.Tests.Processes;

internal static class MemoryProgram
{
    public static int Run(string scenario, int calls) => 0;
}
