using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>One opened device: its kernels, its memory, and whether it still works.</summary>
internal sealed class GpuDevice
{
    private readonly Dictionary<Type, object> _kernels = [];
    private string? _failure;

    public GpuDevice(Accelerator accelerator)
    {
        Accelerator = accelerator;
        Memory = new GpuMemoryPool(accelerator);
        Transfers = new GpuTransfers(accelerator);
        Launch = new GpuLaunch(this);
    }

    public Accelerator Accelerator { get; }

    public GpuMemoryPool Memory { get; }

    public GpuTransfers Transfers { get; }

    /// <summary>The one launch object; whoever holds <see cref="Gate"/> uses it.</summary>
    public GpuLaunch Launch { get; }

    /// <summary>
    /// Held for a whole launch. Inside it the lock of a <see cref="DeviceMemory"/> may be taken, and inside that <see cref="GpuTransfers"/>'s.
    /// </summary>
    public object Gate { get; } = new();

    public string Name => Accelerator.Name;

    /// <summary>Why the device is not to be used any more, as a sentence, or <see langword="null"/>.</summary>
    public string? Failure => Volatile.Read(ref _failure);

    /// <summary>How many kernels ran.</summary>
    public long Launches { get; private set; }

    /// <summary>Compiles a kernel, where that was not done before.</summary>
    public void Prepare<TBody>()
        where TBody : struct, IGpuKernel => Kernel<TBody>();

    /// <summary>Runs <paramref name="count"/> threads and waits for them.</summary>
    public void Run<TBody>(in TBody body, long count)
        where TBody : struct, IGpuKernel
    {
        // Within the limits of every backend for one launch, and a whole number of groups.
        const long MostThreads = 1 << 30;
        Action<AcceleratorStream, Index1D, long, TBody> kernel = Kernel<TBody>();
        AcceleratorStream stream = Accelerator.DefaultStream;
        for (long start = 0; start < count; start += MostThreads)
        {
            kernel(stream, (int)Math.Min(MostThreads, count - start), start, body);
        }

        stream.Synchronize();
        Launches++;
    }

    /// <summary>Turns an error of ILGPU or of a driver into one that names the device, and remembers whether the device is usable.</summary>
    public GpuDeviceException Explain(Exception error)
    {
        if (error is GpuDeviceException explained)
        {
            return explained;
        }

        if (GpuErrors.IsOutOfMemory(error))
        {
            return new GpuDeviceException(Name, "there is not enough device memory. Use smaller buffers, or dispose device buffers that are not needed.", error);
        }

        if (error is not AcceleratorException)
        {
            return new GpuDeviceException(Name, $"the kernel could not be compiled for it ({error.Message}).", error);
        }

        GpuDeviceException lost = new(Name, $"{error.Message} It is not used again in this process.", error);
        Volatile.Write(ref _failure, lost.Message.TrimEnd('.'));
        Trace.TraceWarning(lost.Message);

        // Registered again, so that the dispatcher forgets what it knew of the device.
        GpuBackend.Register();
        return lost;
    }

    private Action<AcceleratorStream, Index1D, long, TBody> Kernel<TBody>()
        where TBody : struct, IGpuKernel
    {
        ref object? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_kernels, typeof(TBody), out _);
        if (entry is null)
        {
            try
            {
                entry = KernelCompiler.Compile<TBody>(Accelerator);
            }
            catch (Exception error) when (!GpuErrors.IsOutOfMemory(error))
            {
                // Once is enough: a kernel that one driver refuses, it refuses again.
                entry = new GpuDeviceException(Name, $"the kernel could not be compiled for it ({error.Message}).", error);
            }
        }

        return entry is GpuDeviceException failure ? throw failure : Unsafe.As<Action<AcceleratorStream, Index1D, long, TBody>>(entry);
    }
}
