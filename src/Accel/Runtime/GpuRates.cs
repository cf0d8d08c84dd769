using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>The rates that predict the time of a nest on a GPU.</summary>
/// <param name="LaunchSeconds">From the call to the return of an empty launch that is waited for.</param>
/// <param name="TransferBytesPerSecond">Between host and device memory, the slower direction.</param>
/// <param name="OperationsPerSecond">Simple 32-bit operations, all lanes together.</param>
/// <param name="BytesPerSecond">Of device memory.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct GpuRates(double LaunchSeconds, double TransferBytesPerSecond, double OperationsPerSecond, double BytesPerSecond);
