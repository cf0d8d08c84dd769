using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>One opened device: its kernels, its memory, and whether it still works.</summary>
internal sealed class GpuDevice
{
    private readonly GpuAdapter _adapter;
    private readonly Dictionary<Type, object> _kernels = [];
    private readonly ConditionalWeakTable<AssemblyLoadContext, GpuDevice> _collectible = [];
    private string? _failure;
    private int _hasSaidFull;

    public GpuDevice(GpuAdapter adapter)
    {
        _adapter = adapter;
        Memory = new GpuMemoryPool(adapter);
        Transfers = new GpuTransfers(adapter);
        Launch = new GpuLaunch(this);
    }

    public Accelerator Accelerator => _adapter.Accelerator;

    public GpuMemoryPool Memory { get; }

    public GpuTransfers Transfers { get; }

    /// <summary>The one launch object; whoever holds <see cref="Gate"/> uses it.</summary>
    public GpuLaunch Launch { get; }

    /// <summary>
    /// Held for a whole launch. Inside it the lock of a <see cref="DeviceMemory"/> may be taken, and inside that <see cref="GpuTransfers"/>'s.
    /// </summary>
    public PoolGate Gate { get; } = new();

    public string Name => _adapter.Name;

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
        object kernel = Kernel<TBody>();
        for (long start = 0; start < count; start += MostThreads)
        {
            _adapter.Launch(kernel, (int)Math.Min(MostThreads, count - start), start, body);
        }

        _adapter.Synchronize();
        Launches++;
    }

    /// <summary>Turns an error of ILGPU or of a driver into one that names the device, and remembers whether the device is usable.</summary>
    public GpuDeviceException Explain(Exception error)
    {
        if (error is GpuDeviceException explained)
        {
            if (error.InnerException is Exception cause && GpuErrors.IsOutOfMemory(cause))
            {
                SayOnceThatMemoryIsFull(explained);
            }

            return explained;
        }

        if (GpuErrors.IsOutOfMemory(error))
        {
            GpuDeviceException full = new(
                Name, "there is not enough device memory. Use smaller buffers, or dispose device buffers that are not needed.", error);
            SayOnceThatMemoryIsFull(full);
            return full;
        }

        return GpuErrors.IsOfKernel(error) ? RefuseKernel(error) : Lose(error);
    }

    private void SayOnceThatMemoryIsFull(GpuDeviceException full)
    {
        if (Interlocked.Exchange(ref _hasSaidFull, 1) == 0)
        {
            Trace.TraceWarning(full.Message);
        }
    }

    private GpuDeviceException RefuseKernel(Exception error) =>
        new(Name, $"the kernel could not be compiled for it ({GpuErrors.Describe(error)}). The other backends run it.", error) { IsOfKernel = true };

    private GpuDeviceException Lose(Exception error)
    {
        GpuDeviceException lost = new(Name, $"{GpuErrors.Describe(error)}. It is not used again in this process.", error);
        if (Interlocked.CompareExchange(ref _failure, lost.Message, null) is null)
        {
            Trace.TraceWarning(lost.Message);

            // Registered again, so that the dispatcher forgets what it knew of the device.
            GpuBackend.Register();
        }

        return lost;
    }

    private void ForgetWhenUnloaded(Type body)
    {
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(body.Assembly)!;
        if (_collectible.TryAdd(context, this))
        {
            // Later, on another thread: contexts are unloaded by finalizers and at the end of the process, too.
            context.Unloading += unloaded => ThreadPool.UnsafeQueueUserWorkItem(Forget, unloaded, preferLocal: false);
        }
    }

    /// <summary>Drops all that keeps the kernels of a context, and so the context itself.</summary>
    private void Forget(AssemblyLoadContext context)
    {
        Gate.Enter();
        try
        {
            foreach (Type body in _kernels.Keys.Where(body => AssemblyLoadContext.GetLoadContext(body.Assembly) == context).ToList())
            {
                _kernels.Remove(body);
            }

            _adapter.Forget();
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error))
        {
            Explain(error);
        }
        finally
        {
            Gate.Exit();
        }
    }

    private object Kernel<TBody>()
        where TBody : struct, IGpuKernel
    {
        ref object? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_kernels, typeof(TBody), out _);
        if (entry is null)
        {
            if (typeof(TBody).IsCollectible)
            {
                ForgetWhenUnloaded(typeof(TBody));
            }

            try
            {
                entry = Gate.OnPoolThread(_adapter.Compile<TBody>);
            }
            catch (Exception error) when (!GpuErrors.IsOutOfMemory(error) && !GpuErrors.IsLoss(error))
            {
                // Once is enough: a kernel that one driver refuses, it refuses again.
                entry = RefuseKernel(error);
            }
        }

        return entry is GpuDeviceException failure ? throw failure : entry;
    }
}
