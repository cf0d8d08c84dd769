namespace Accel;

/// <summary>A GPU failed while it ran a kernel or copied data: it ran out of memory, was lost, or its driver refused the kernel.</summary>
public sealed class GpuDeviceException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="device">The device's name.</param>
    /// <param name="reason">What happened and what can be done, as a sentence.</param>
    /// <param name="cause">The error of the driver or of ILGPU.</param>
    public GpuDeviceException(string device, string reason, Exception? cause = null)
        : base($"The GPU device '{device}' failed: {reason}", cause)
    {
        Device = device;
        Reason = reason;
    }

    /// <summary>The device's name.</summary>
    public string Device { get; }

    /// <summary>What happened, as a sentence.</summary>
    public string Reason { get; }

    /// <summary>Whether the device refused a kernel, and is as good as before for others.</summary>
    internal bool IsOfKernel { get; init; }
}
