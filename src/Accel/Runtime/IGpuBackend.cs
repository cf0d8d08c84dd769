using System.ComponentModel;

namespace Accel.Runtime;

/// <summary>A GPU as the dispatcher sees it; implemented by the package Accel.Gpu.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGpuBackend
{
    /// <summary>The device's name, for messages.</summary>
    string Name { get; }

    /// <summary>Why no kernel can run, as a sentence, or <see langword="null"/> where kernels can. May look for devices when first asked; cheap afterwards.</summary>
    string? Refusal { get; }

    /// <summary>What the device is good for, measured or from its data sheet. Asked for only where <see cref="Refusal"/> is null; cheap after the first time.</summary>
    GpuRates Rates { get; }
}
