namespace Accel;

/// <summary>The rates of this machine's CPU that predict the time of a nest.</summary>
/// <param name="Processors">Logical processors that the rates of all cores were measured with.</param>
/// <param name="VectorOperationsPerSecond">Simple operations on one 256-bit vector, on one core, data in the first-level cache.</param>
/// <param name="OneCoreBandwidth">Of a loop on one core.</param>
/// <param name="AllCoreBandwidth">Of a loop on all cores, by the bytes of all together.</param>
/// <param name="WarmStartSeconds">What starting and joining a parallel job adds to the time of its work, where its helpers are still awake.</param>
/// <param name="ColdStartSeconds">The same where they sleep.</param>
internal sealed record MachineProfile(
    int Processors,
    double VectorOperationsPerSecond,
    BandwidthCurve OneCoreBandwidth,
    BandwidthCurve AllCoreBandwidth,
    double WarmStartSeconds,
    double ColdStartSeconds)
{
    private static IMachineProfileSource s_source = new MeasuredProfileSource();

    /// <summary>The profile of this machine, or null while there is none: another thread measures it, or measuring failed a moment ago.</summary>
    public static MachineProfile? Current => s_source.TryGet();

    /// <summary>Where profiles come from; setting it drops the thresholds derived from the last one.</summary>
    public static IMachineProfileSource Source
    {
        get => s_source;
        set
        {
            s_source = value;
            ProcessOptions.NextGeneration();
        }
    }
}
