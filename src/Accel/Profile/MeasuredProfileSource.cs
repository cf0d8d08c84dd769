namespace Accel;

/// <summary>Measures the machine when first asked, once.</summary>
internal sealed class MeasuredProfileSource : IMachineProfileSource
{
    private readonly Lock _gate = new();
    private volatile MachineProfile? _profile;

    public MachineProfile? TryGet()
    {
        if (_profile is MachineProfile profile)
        {
            return profile;
        }

        if (!_gate.TryEnter())
        {
            return null;
        }

        try
        {
            return _profile ??= MachineMeasurement.Run();
        }
        finally
        {
            _gate.Exit();
        }
    }
}
