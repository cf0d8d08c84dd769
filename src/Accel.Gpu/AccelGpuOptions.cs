using Accel.Gpu;

namespace Accel;

/// <summary>Options of the GPU backend for the whole process.</summary>
public static class AccelGpuOptions
{
    /// <summary>
    /// The device to use. Unless set in code it comes from the environment variable <c>ACCEL_GPU_DEVICE</c> (<c>auto</c>, <c>cuda</c>,
    /// <c>opencl</c> or <c>cpu</c>). A change takes effect at the next kernel call.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a member of <see cref="GpuDeviceKind"/>.</exception>
    /// <exception cref="InvalidOperationException">The environment variable has an unknown value.</exception>
    public static GpuDeviceKind Device
    {
        get => GpuDeviceChoice.Current;
        set
        {
            if (!Enum.IsDefined(value))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(value), value, $"Not a device kind. Valid are {string.Join(", ", Enum.GetNames<GpuDeviceKind>())}.");
            }

            GpuDeviceChoice.Current = value;
            GpuBackend.Register();
        }
    }
}
