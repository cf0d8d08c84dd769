using Accel.Runtime;

namespace Accel.Tests.Dispatch;

internal sealed class FakeGpu : IGpuBackend
{
    public string Name => "fake";

    public string? Refusal { get; init; }

    /// <summary>20 µs to launch, 10 GB/s to transfer, 10 T operations/s, 1 TB/s.</summary>
    public GpuRates Rates { get; init; } = new(20e-6, 10e9, 10e12, 1e12);
}
