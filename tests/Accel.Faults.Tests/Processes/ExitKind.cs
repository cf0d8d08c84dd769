namespace Accel.Faults.Tests.Processes;

/// <summary>How a process ends.</summary>
public enum ExitKind
{
    /// <summary>A call of <see cref="Environment.Exit"/>.</summary>
    Exit,

    /// <summary>The main method returns.</summary>
    Return,

    /// <summary>From outside, by SIGTERM.</summary>
    Terminate,

    /// <summary>An exception that nobody catches.</summary>
    Crash,
}
