namespace Accel.Tests.Dispatch;

/// <summary>A profile with round figures: four cores at 1 G vector operations/s, 10 GB/s alone and 20 GB/s together, 10 µs to start a job with helpers awake.</summary>
internal sealed class FixedProfile(double coldStartSeconds = 10e-6) : IMachineProfileSource
{
    private readonly MachineProfile _profile =
        new(4, 1e9, new BandwidthCurve((1e6, 10e9)), new BandwidthCurve((1e6, 20e9)), WarmStartSeconds: 10e-6, coldStartSeconds);

    public int Asked { get; private set; }

    public bool IsBusy { get; init; }

    public MachineProfile? TryGet()
    {
        Asked++;
        return IsBusy ? null : _profile;
    }
}
