namespace Accel.Gpu;

/// <summary>The device kind that was asked for, in code or by the environment.</summary>
internal static class GpuDeviceChoice
{
    private const string Variable = "ACCEL_GPU_DEVICE";
    private static readonly Lock Gate = new();
    private static GpuDeviceKind? s_current;

    public static GpuDeviceKind Current
    {
        get
        {
            lock (Gate)
            {
                return s_current ??= Parse(Environment.GetEnvironmentVariable(Variable));
            }
        }

        set
        {
            lock (Gate)
            {
                s_current = value;
            }
        }
    }

    /// <summary>Reads the variable's value; unset or empty is <see cref="GpuDeviceKind.Auto"/>.</summary>
    public static GpuDeviceKind Parse(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" or "auto" => GpuDeviceKind.Auto,
        "cuda" => GpuDeviceKind.Cuda,
        "opencl" => GpuDeviceKind.OpenCl,
        "cpu" => GpuDeviceKind.Cpu,
        _ => throw new InvalidOperationException(
            $"The environment variable {Variable} has the unknown value '{text}'. Valid are auto, cuda, opencl, cpu. Correct it, or unset it for the default."),
    };
}
