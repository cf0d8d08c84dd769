namespace Accel;

/// <summary>Measures the machine when first asked, once.</summary>
internal sealed class MeasuredProfileSource(Func<MachineProfile?> measure, TimeSpan pauseAfterFailure) : IMachineProfileSource
{
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(1);

    private readonly Measured<MachineProfile> _profile = new(measure, pauseAfterFailure);

    public MeasuredProfileSource()
        : this(MachineMeasurement.Run, DefaultPause)
    {
    }

    public MachineProfile? TryGet() => _profile.TryGet();
}
