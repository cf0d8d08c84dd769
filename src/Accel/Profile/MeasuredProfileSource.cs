namespace Accel;

/// <summary>Takes the machine's profile when first asked, once: from an earlier process, or by measuring.</summary>
internal sealed class MeasuredProfileSource(Func<MachineProfile?> measure, TimeSpan pauseAfterFailure) : IMachineProfileSource
{
    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(1);

    private readonly Measured<MachineProfile> _profile = new(measure, pauseAfterFailure);

    public MeasuredProfileSource()
        : this(() => StoredMachineProfile.ReadOrMeasure(ProfilePlace.OfMachine, MachineMeasurement.Run), DefaultPause)
    {
    }

    public MachineProfile? TryGet() => _profile.TryGet();
}
