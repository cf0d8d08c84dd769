using Accel.Gpu;
using Accel.Runtime;

namespace Accel.Faults.Tests.Gpu;

/// <summary>
/// Until disposed, the process's GPU is one over a <see cref="FaultyAdapter"/>, predicted to be faster than any CPU, so that <c>Auto</c> runs on it
/// all that is not small.
/// </summary>
internal sealed class FaultyGpu : IDisposable
{
    private readonly IMachineProfileSource _source = MachineProfile.Source;

    public FaultyGpu(bool isMeasured = false)
    {
        Device = new GpuDevice(Adapter);
        MachineProfile.Source = new SlowMachine();
        GpuDevices.Replace(GpuDeviceKind.Cpu, Device);
        if (!isMeasured)
        {
            GpuBackendRegistration.Register(new FastBackend());
        }
    }

    public FaultyAdapter Adapter { get; } = new();

    public GpuDevice Device { get; }

    public void Dispose()
    {
        MachineProfile.Source = _source;
        GpuDevices.Replace(GpuDeviceKind.Cpu, null);
    }

    /// <summary>Fails unless the device is free for other threads, and has got back all memory but for what live buffers hold.</summary>
    public void AssertNothingIsHeld()
    {
        bool isFree = false;
        var other = new Thread(() =>
        {
            isFree = Device.Gate.TryEnter(TimeSpan.FromSeconds(10));
            if (isFree)
            {
                Device.Memory.Clear();
                Device.Gate.Exit();
            }
        });
        other.Start();
        other.Join();
        Assert.True(isFree, "the device is still taken");
        Assert.Equal(0, Adapter.Lent);
    }

    internal sealed class FastBackend : IGpuBackend
    {
        public string Name => "fast";

        public string? Refusal => GpuDevices.TryGet(out _, out string refusal) ? null : refusal;

        public GpuRates Rates { get; } = new(1e-9, 1e15, 1e15, 1e15);
    }

    private sealed class SlowMachine : IMachineProfileSource
    {
        private static readonly BandwidthCurve Slow = new((1e6, 1e6));

        private readonly MachineProfile _profile = new(2, 1e3, Slow, Slow, WarmStartSeconds: 1, ColdStartSeconds: 1);

        public MachineProfile? TryGet() => _profile;
    }
}
