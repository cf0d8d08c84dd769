using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Accel.Runtime;

namespace Accel.Gpu;

/// <summary>The GPU as the dispatcher sees it.</summary>
internal sealed class GpuBackend : IGpuBackend
{
    /// <summary>Of a device that cannot be measured, or is just being measured by another thread: never the fastest.</summary>
    private static readonly GpuRates Unusable = new(double.PositiveInfinity, 1e9, 1e9, 1e9);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Measured<DeviceRates> _rates = new(Measure, PauseAfterFailure);

    public string Name => GpuDevices.TryGet(out GpuDevice? device, out _) ? device.Name : "no device";

    public string? Refusal => GpuDevices.TryGet(out _, out string refusal) ? null : refusal;

    public GpuRates Rates => _rates.TryGet()?.Value ?? Unusable;

    /// <summary>Announces the GPU to the dispatcher; again after the choice of the device has changed.</summary>
    public static void Register() => GpuBackendRegistration.Register(new GpuBackend());

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Referencing the package is all that a user does.")]
    internal static void Initialize() => Register();

    private static DeviceRates? Measure()
    {
        if (!GpuDevices.TryGet(out GpuDevice? device, out _))
        {
            return null;
        }

        ProfileFile? file = StoredGpuRates.FileOf(device);
        if (StoredGpuRates.TryRead(file) is GpuRates stored)
        {
            return new DeviceRates(stored);
        }

        device.Gate.Enter();
        try
        {
            GpuRates rates = GpuRatesMeasurement.Measure(device);
            StoredGpuRates.TryWrite(file, rates);
            return new DeviceRates(rates);
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error))
        {
            // Says so, and takes a lost device out of use.
            device.Explain(error);
            return null;
        }
        finally
        {
            device.Gate.Exit();
        }
    }

    private sealed record DeviceRates(GpuRates Value);
}
