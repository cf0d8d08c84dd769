using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Accel.Gpu;

/// <summary>Finds the device to use: once for each kind that is asked for, and keeps it for the life of the process.</summary>
internal static class GpuDevices
{
    // CL_FP_DENORM, CL_FP_INF_NAN, CL_FP_ROUND_TO_NEAREST.
    private const long NeededFloats = 1 | 2 | 4;

    private const string Advice = "Check the driver, or choose another device with ACCEL_GPU_DEVICE.";

    private static readonly PoolGate Gate = new();
    private static readonly ConcurrentDictionary<GpuDeviceKind, (GpuDevice? Device, string Refusal)> Found = [];

    /// <summary>The device of the kind that is asked for now, or why there is none, as a sentence.</summary>
    public static bool TryGet([NotNullWhen(true)] out GpuDevice? device, out string refusal) => TryGet(GpuDeviceChoice.Current, out device, out refusal);

    /// <summary>The device of a kind, or why there is none, as a sentence.</summary>
    public static bool TryGet(GpuDeviceKind kind, [NotNullWhen(true)] out GpuDevice? device, out string refusal)
    {
        if (!Found.TryGetValue(kind, out (GpuDevice? Device, string Refusal) entry))
        {
            entry = FindOnce(kind);
        }

        (device, refusal) = entry;
        if (device?.Failure is string failure)
        {
            (device, refusal) = (null, failure);
        }

        return device is not null;
    }

    /// <summary>Puts <paramref name="device"/> in place of what was found, so that tests can use one whose operations fail; null looks for devices again.</summary>
    internal static void Replace(GpuDeviceKind kind, GpuDevice? device)
    {
        if (device is null)
        {
            Found.TryRemove(kind, out _);
        }
        else
        {
            Found[kind] = (device, "");
        }

        GpuBackend.Register();
    }

    /// <summary>As <see cref="Find(GpuDeviceKind)"/>, where even looking for devices may fail.</summary>
    internal static (GpuDevice? Device, string Refusal) FindOrRefuse(GpuDeviceKind kind, Func<GpuDeviceKind, (GpuDevice? Device, string Refusal)> find)
    {
        try
        {
            return find(kind);
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error) || error is DllNotFoundException or EntryPointNotFoundException or TypeInitializationException)
        {
            return (null, $"{Missing(kind)} (looking for devices failed: {GpuErrors.Describe(error)}). {Advice}");
        }
    }

    private static (GpuDevice? Device, string Refusal) FindOnce(GpuDeviceKind kind)
    {
        Gate.Enter();
        try
        {
            return Found.TryGetValue(kind, out (GpuDevice? Device, string Refusal) entry)
                ? entry
                : Found[kind] = Gate.OnPoolThread(() => FindOrRefuse(kind, Find));
        }
        finally
        {
            Gate.Exit();
        }
    }

    private static (GpuDevice? Device, string Refusal) Find(GpuDeviceKind kind)
    {
        Context context = GpuContext.Create(builder => Enable(builder, kind));
        List<string> refusals = [];

        // Where a context finds no device, ILGPU adds its CPU accelerator, which nobody asked for.
        IEnumerable<Device> candidates = context.Devices.Where(device => device is not CPUDevice || kind == GpuDeviceKind.Cpu);
        foreach (Device candidate in candidates.OrderBy(Rank).ThenByDescending(device => device.MemorySize))
        {
            if (Refusal(candidate, kind) is string refusal)
            {
                refusals.Add($"'{candidate.Name}' {refusal}");
                continue;
            }

            try
            {
                return (new GpuDevice(new GpuAdapter(candidate.CreateAccelerator(context))), "");
            }
            catch (Exception error) when (error is AcceleratorException or NotSupportedException)
            {
                refusals.Add($"'{candidate.Name}' could not be opened ({GpuErrors.Describe(error)})");
            }
        }

        context.Dispose();
        string reasons = refusals.Count == 0 ? "" : $" ({string.Join("; ", refusals)})";
        return (null, $"{Missing(kind)}{reasons}. {Advice}");
    }

    private static void Enable(Context.Builder builder, GpuDeviceKind kind)
    {
        if (kind == GpuDeviceKind.Cpu)
        {
            builder.CPU();
        }

        if (kind is GpuDeviceKind.Auto or GpuDeviceKind.Cuda)
        {
            builder.Cuda();
        }

        if (kind is GpuDeviceKind.Auto or GpuDeviceKind.OpenCl)
        {
            builder.OpenCL();
        }
    }

    private static int Rank(Device device) => device switch
    {
        CudaDevice => 0,
        CLDevice { DeviceType: CLDeviceType.CL_DEVICE_TYPE_GPU } => 1,
        _ => 2,
    };

    private static string? Refusal(Device device, GpuDeviceKind kind)
    {
        if (device is not CLDevice openCl)
        {
            return null;
        }

        if (kind == GpuDeviceKind.Auto && openCl.DeviceType != CLDeviceType.CL_DEVICE_TYPE_GPU)
        {
            return "is no GPU";
        }

        if (!openCl.Capabilities.Float64)
        {
            return "has no double precision, which quotients and square roots need to be rounded as in C#";
        }

        long floats = CLAPI.CurrentAPI.GetDeviceInfo<long>(openCl.DeviceId, CLDeviceInfoType.CL_DEVICE_SINGLE_FP_CONFIG);
        return (floats & NeededFloats) == NeededFloats ? null : "does not compute with subnormal numbers, so that results would differ from those of C#";
    }

    private static string Missing(GpuDeviceKind kind) => kind switch
    {
        GpuDeviceKind.Cuda => "no CUDA device was found",
        GpuDeviceKind.OpenCl => "no usable OpenCL device was found",
        GpuDeviceKind.Cpu => "ILGPU's CPU accelerator could not be opened",
        _ => "neither a CUDA device nor a usable GPU with OpenCL was found",
    };
}
