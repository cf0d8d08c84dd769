using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>
/// What is asked of a device, one operation each. Any of them may fail, and everything above has to live with that: tests put a failure
/// in place of each operation.
/// </summary>
internal class GpuAdapter(Accelerator accelerator)
{
    public Accelerator Accelerator => accelerator;

    public string Name => accelerator.Name;

    public long MemorySize => accelerator.MemorySize;

    /// <summary>Takes memory, with undefined contents.</summary>
    public virtual MemoryBuffer1D<byte, Stride1D.Dense> Allocate(long byteLength) => accelerator.Allocate1D<byte>(byteLength);

    /// <summary>Gives memory back.</summary>
    public virtual void Free(MemoryBuffer1D<byte, Stride1D.Dense> buffer) => buffer.Dispose();

    /// <summary>Begins to copy to the device. <paramref name="host"/> stays where it is until <see cref="Synchronize"/> returns.</summary>
    public virtual void CopyToDevice(ref byte host, ArrayView<byte> device) =>
        device.CopyFromCPUUnsafeAsync(accelerator.DefaultStream, ref host, device.Length);

    /// <summary>Begins to copy to the host. <paramref name="host"/> stays where it is until <see cref="Synchronize"/> returns.</summary>
    public virtual void CopyToHost(ArrayView<byte> device, ref byte host) =>
        device.CopyToCPUUnsafeAsync(accelerator.DefaultStream, ref host, device.Length);

    /// <summary>Compiles a kernel; what is returned goes to <see cref="Launch{TBody}"/>.</summary>
    public virtual object Compile<TBody>()
        where TBody : struct, IGpuKernel
    {
        if (!typeof(TBody).IsCollectible)
        {
            return KernelCompiler.Compile<TBody>(accelerator);
        }

        // ILGPU writes kernels into one assembly until its caches are cleared. In an assembly of its own this one is not kept by those of other contexts.
        ClearCaches();
        try
        {
            return KernelCompiler.Compile<TBody>(accelerator);
        }
        finally
        {
            ClearCaches();
        }
    }

    /// <summary>Forgets what compiling and running kernels left behind in ILGPU; kernels that are still in use stay.</summary>
    public virtual void Forget()
    {
        ClearCaches();

        // The threads of ILGPU's compiler and of its CPU accelerator hold on to the last thing that they did, until there is another: one for each.
        const int Threads = 1024;
        KernelCompiler.Compile<NothingBody>(accelerator)(accelerator.DefaultStream, Threads, 0, default);
        accelerator.DefaultStream.Synchronize();
    }

    /// <summary>Begins to run the threads <paramref name="start"/> and on.</summary>
    public virtual void Launch<TBody>(object kernel, int count, long start, in TBody body)
        where TBody : struct, IGpuKernel =>
        Unsafe.As<Action<AcceleratorStream, Index1D, long, TBody>>(kernel)(accelerator.DefaultStream, count, start, body);

    /// <summary>Waits until everything that was begun is done.</summary>
    public virtual void Synchronize() => accelerator.DefaultStream.Synchronize();

    private void ClearCaches()
    {
        accelerator.ClearCache(ClearCacheMode.Everything);
        accelerator.Context.ClearCache(ClearCacheMode.Everything);
    }

    internal struct NothingBody : IGpuKernel
    {
        public readonly void Run(long index)
        {
        }
    }
}
