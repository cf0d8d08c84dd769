namespace Accel;

/// <summary>Provides the machine's profile: by measuring it, from an earlier measurement, or for a test.</summary>
internal interface IMachineProfileSource
{
    /// <summary>The profile, the same object each time, or null where it is still to come: another thread is at it, or a measurement failed.</summary>
    MachineProfile? TryGet();
}
