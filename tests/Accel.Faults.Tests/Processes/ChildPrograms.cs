namespace Accel.Faults.Tests.Processes;

/// <summary>What the child processes of the tests do.</summary>
internal static class ChildPrograms
{
    public static int Run(string[] arguments) => arguments.Length;
}
