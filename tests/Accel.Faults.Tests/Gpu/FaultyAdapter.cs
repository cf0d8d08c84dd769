using System.Collections.Concurrent;
using Accel.Gpu;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Faults.Tests.Gpu;

/// <summary>
/// ILGPU's CPU accelerator as a device that works until the operation that is to fail, and keeps account of the memory that it has lent.
/// </summary>
internal sealed class FaultyAdapter() : GpuAdapter(SharedAccelerator.Value)
{
    private static readonly Lazy<Accelerator> SharedAccelerator = new(() =>
    {
        Context context = GpuContext.Create(builder => ILGPU.Runtime.CPU.CPUContextExtensions.CPU(builder));
        return context.Devices.First().CreateAccelerator(context);
    });

    // A kernel is the same for all adapters, as they share the accelerator; compiling it takes longer than all else.
    private static readonly ConcurrentDictionary<Type, object> Kernels = new();

    private readonly Lock _gate = new();
    private readonly List<GpuOperation> _log = [];
    private readonly HashSet<MemoryBuffer1D<byte, Stride1D.Dense>> _lent = [];
    private GpuFault _fault;
    private int _countdown = int.MaxValue;
    private GpuOperation? _failing;
    private bool _isLost;

    /// <summary>The operations that were begun, in order.</summary>
    public IReadOnlyList<GpuOperation> Log
    {
        get
        {
            lock (_gate)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>How many buffers were allocated and not freed.</summary>
    public int Lent
    {
        get
        {
            lock (_gate)
            {
                return _lent.Count;
            }
        }
    }

    /// <summary>Whether the operation that was to fail has.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>How often the device was asked for something after it was lost, but for memory to be given back.</summary>
    public int UsesAfterLoss { get; private set; }

    /// <summary>The operation with this number from now, 0 for the next one, fails.</summary>
    public void FailAfter(int operations, GpuFault fault)
    {
        lock (_gate)
        {
            _countdown = operations;
            _fault = fault;
        }
    }

    /// <summary>The next operation of a kind fails.</summary>
    public void FailNext(GpuOperation operation, GpuFault fault)
    {
        lock (_gate)
        {
            _failing = operation;
            _fault = fault;
        }
    }

    public void ClearLog()
    {
        lock (_gate)
        {
            _log.Clear();
        }
    }

    public override MemoryBuffer1D<byte, Stride1D.Dense> Allocate(long byteLength)
    {
        Begin(GpuOperation.Allocate);
        MemoryBuffer1D<byte, Stride1D.Dense> buffer = base.Allocate(byteLength);
        lock (_gate)
        {
            _lent.Add(buffer);
        }

        return buffer;
    }

    public override void Free(MemoryBuffer1D<byte, Stride1D.Dense> buffer)
    {
        lock (_gate)
        {
            Assert.True(_lent.Remove(buffer), "a buffer was freed twice");
        }

        // Whatever the simulated device says, the memory is real.
        base.Free(buffer);
        Begin(GpuOperation.Free);
    }

    public override void CopyToDevice(ref byte host, ArrayView<byte> device)
    {
        bool failsAfterwards = Begin(GpuOperation.CopyToDevice);
        base.CopyToDevice(ref host, device);
        End(failsAfterwards, GpuOperation.CopyToDevice);
    }

    public override void CopyToHost(ArrayView<byte> device, ref byte host)
    {
        bool failsAfterwards = Begin(GpuOperation.CopyToHost);
        base.CopyToHost(failsAfterwards ? device.SubView(0, device.Length / 2) : device, ref host);
        End(failsAfterwards, GpuOperation.CopyToHost);
    }

    public override object Compile<TBody>()
    {
        Begin(GpuOperation.Compile);
        return typeof(TBody).IsCollectible ? base.Compile<TBody>() : Kernels.GetOrAdd(typeof(TBody), _ => base.Compile<TBody>());
    }

    public override void Launch<TBody>(object kernel, int count, long start, in TBody body)
    {
        bool failsAfterwards = Begin(GpuOperation.Launch);
        base.Launch(kernel, count, start, body);
        End(failsAfterwards, GpuOperation.Launch);
    }

    public override void Synchronize()
    {
        bool failsAfterwards = Begin(GpuOperation.Synchronize);
        base.Synchronize();
        End(failsAfterwards, GpuOperation.Synchronize);
    }

    /// <returns>Whether the operation is to do its work, and then to fail.</returns>
    private bool Begin(GpuOperation operation)
    {
        lock (_gate)
        {
            _log.Add(operation);
            if (_isLost)
            {
                UsesAfterLoss += operation == GpuOperation.Free ? 0 : 1;
                throw GpuFault.Lost.ToException(operation);
            }

            if (_countdown-- != 0 && _failing != operation)
            {
                return false;
            }

            _failing = null;
            HasFailed = true;
            _isLost = _fault.IsLasting(operation);
            return _fault == GpuFault.LostAfterwards ? true : throw _fault.ToException(operation);
        }
    }

    private void End(bool fails, GpuOperation operation)
    {
        if (fails)
        {
            // ILGPU's streams are asynchronous; what is simulated is an error of the operation itself.
            base.Synchronize();
            throw GpuFault.Lost.ToException(operation);
        }
    }
}
