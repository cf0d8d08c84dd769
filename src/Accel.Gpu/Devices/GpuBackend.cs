using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Accel.Runtime;

namespace Accel.Gpu;

/// <summary>The GPU as the dispatcher sees it.</summary>
internal sealed class GpuBackend : IGpuBackend
{
    private readonly Lazy<GpuRates> _rates = new(Measure);

    public string Name => GpuDevices.TryGet(out GpuDevice? device, out _) ? device.Name : "no device";

    public string? Refusal => GpuDevices.TryGet(out _, out string refusal) ? null : refusal + ".";

    public GpuRates Rates => _rates.Value;

    /// <summary>Announces the GPU to the dispatcher; again after the choice of the device has changed.</summary>
    public static void Register() => GpuBackendRegistration.Register(new GpuBackend());

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Referencing the package is all that a user does.")]
    internal static void Initialize() => Register();

    private static GpuRates Measure()
    {
        if (!GpuDevices.TryGet(out GpuDevice? device, out string refusal))
        {
            throw new BackendUnavailableException(Backend.Gpu, null, refusal);
        }

        lock (device.Gate)
        {
            return GpuRatesMeasurement.Measure(device);
        }
    }
}
