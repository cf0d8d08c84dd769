using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Accel.Runtime;
using ILGPU;
using ILGPU.Runtime;

namespace Accel.Gpu;

/// <summary>
/// One run of a nest on the device, for generated code: maps the spans, runs kernels, copies back what they wrote. If there is no device, or it fails
/// before the caller's data has changed, the rest does nothing and <see cref="Complete"/> returns <see langword="false"/>: the caller may run the
/// nest elsewhere. A failure after that is a <see cref="GpuDeviceException"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GpuLaunch : IDisposable
{
    [ThreadStatic]
    private static InvalidOperationException? t_lastFailure;

    private readonly GpuDevice? _device;
    private readonly List<MemoryBuffer1D<byte, Stride1D.Dense>> _temporaries = [];

    /// <summary>What kernels are to write on the device, while none has run.</summary>
    private readonly List<DeviceMemory> _written = [];

    /// <summary>What kernels may have written on the device, while the host copy is as good as before.</summary>
    private readonly List<DeviceMemory> _restorable = [];

    private InvalidOperationException? _failure;
    private bool _hasRun;

    /// <summary>Whether kernels were to write to what is current on the device only.</summary>
    private bool _hasUniqueData;

    private bool _hasChangedData;

    internal GpuLaunch(GpuDevice device) => _device = device;

    private GpuLaunch(BackendUnavailableException refusal) => _failure = refusal;

    /// <summary>
    /// How the device failed in the last run on this thread for which <see cref="Complete"/> returned <see langword="false"/>; <see langword="null"/>
    /// where there was no device.
    /// </summary>
    public static GpuDeviceException? LastFailure => t_lastFailure as GpuDeviceException;

    /// <summary>Throws what kept the last run from completing where the GPU was asked for by name; with <see cref="Backend.Auto"/> another backend takes over.</summary>
    /// <exception cref="GpuDeviceException">The device failed.</exception>
    /// <exception cref="BackendUnavailableException">There is no device, or it failed before.</exception>
    public static void ThrowIfNamed(Backend backend)
    {
        // Not kept any longer: the stack trace of an error would keep the kernel's assembly from being unloaded.
        InvalidOperationException? failure = t_lastFailure;
        t_lastFailure = null;
        NestDescriptor? nest = NestChoice.TakeLastOnGpu();
        if (failure is null)
        {
            return;
        }

        if (backend == Backend.Gpu)
        {
            throw failure;
        }

        nest?.FallBackFromGpu(failure.Message, isForGood: failure is GpuDeviceException { IsOfKernel: true });
    }

    /// <summary>Takes the device for this thread, until <see cref="Dispose"/>. Where there is none, or it failed before, nothing will run.</summary>
    public static GpuLaunch Begin()
    {
        if (!GpuDevices.TryGet(out GpuDevice? device, out string refusal))
        {
            return Refused(refusal);
        }

        device.Gate.Enter();

        // Another thread may have lost the device since.
        if (device.Failure is string failure)
        {
            device.Gate.Exit();
            return Refused(failure);
        }

        return device.Launch;
    }

    /// <summary>Whether two buffers are the same elements, so that one mapping serves both.</summary>
    public static bool AreSame<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) =>
        left.Length == right.Length && Unsafe.AreSame(ref MemoryMarshal.GetReference(left), ref MemoryMarshal.GetReference(right));

    /// <summary>All elements of a two-dimensional array, row by row.</summary>
    public static Span<T> Flatten<T>(T[,] array) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <inheritdoc cref="Flatten{T}(T[,])"/>
    public static Span<T> Flatten<T>(T[,,] array) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    /// <summary>The values of an element kernel's argument, one for a scalar.</summary>
    public static ReadOnlySpan<T> Values<T>(in Elements<T> elements)
        where T : unmanaged => MemoryMarshal.CreateReadOnlySpan(in elements.Reference, elements.Length);

    /// <summary>Maps a buffer that the kernels only read.</summary>
    public GpuView<T> Read<T>(ReadOnlySpan<T> host)
        where T : unmanaged => Map(host, isWritten: false);

    /// <summary>Maps a buffer that the kernels write; <see cref="CopyBack"/> it afterwards.</summary>
    public GpuView<T> ReadWrite<T>(Span<T> host)
        where T : unmanaged => Map(host, isWritten: true);

    /// <summary>Memory for the length of the launch, with undefined contents.</summary>
    public GpuView<T> Temporary<T>(long length)
        where T : unmanaged
    {
        if (_failure is not null)
        {
            return default;
        }

        try
        {
            return new GpuView<T>(Rent<T>(length));
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error))
        {
            Fail(error);
            return default;
        }
    }

    /// <summary>Runs <paramref name="count"/> threads of a kernel and waits for them.</summary>
    public void Run<TBody>(in TBody body, long count)
        where TBody : struct, IGpuKernel
    {
        if (_failure is not null || count <= 0)
        {
            return;
        }

        try
        {
            _device!.Prepare<TBody>();
            MarkWritten();
            _device.Run(body, count);
            _hasRun = true;
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error))
        {
            Fail(error);
        }
    }

    /// <summary>Copies what kernels wrote to where the caller has it, unless that is on the device.</summary>
    public void CopyBack<T>(GpuView<T> view, Span<T> host)
        where T : unmanaged
    {
        if (_failure is not null || IsResident<T>(host))
        {
            return;
        }

        try
        {
            // Also where this fails: a part may have arrived.
            _hasChangedData = true;
            _device!.Transfers.ToHost(view.View, host);
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error))
        {
            Fail(error);
        }
    }

    /// <summary>Whether everything ran; if not, nothing of the caller's data has changed, and <see cref="LastFailure"/> says why.</summary>
    public bool Complete()
    {
        t_lastFailure = _failure;
        return _failure is null;
    }

    /// <summary>Gives the device free for other threads.</summary>
    public void Dispose()
    {
        if (_device is null)
        {
            return;
        }

        try
        {
            foreach (MemoryBuffer1D<byte, Stride1D.Dense> buffer in _temporaries)
            {
                _device.Memory.Return(buffer);
            }

            if (_device.Failure is not null)
            {
                _device.Memory.Clear();
            }
        }
        finally
        {
            _temporaries.Clear();
            _written.Clear();
            _restorable.Clear();
            _failure = null;
            _hasRun = false;
            _hasUniqueData = false;
            _hasChangedData = false;
            _device.Gate.Exit();
        }
    }

    private static GpuLaunch Refused(string refusal) => new(new BackendUnavailableException(Backend.Gpu, null, refusal));

    private static bool IsResident<T>(ReadOnlySpan<T> host)
        where T : unmanaged =>
        DeviceResidency.TryFind(ref MemoryMarshal.GetReference(host), host.Length, out _, out nint offset) && offset % Unsafe.SizeOf<T>() == 0;

    private GpuView<T> Map<T>(ReadOnlySpan<T> host, bool isWritten)
        where T : unmanaged
    {
        if (_failure is not null)
        {
            return default;
        }

        try
        {
            return new GpuView<T>(MapResident(host, isWritten) ?? MapTemporary(host));
        }
        catch (Exception error) when (GpuErrors.IsOfDevice(error))
        {
            Fail(error);
            return default;
        }
    }

    private ArrayView<T>? MapResident<T>(ReadOnlySpan<T> host, bool isWritten)
        where T : unmanaged
    {
        if (!DeviceResidency.TryFind(ref MemoryMarshal.GetReference(host), host.Length, out DeviceMemory? memory, out nint offset))
        {
            return null;
        }

        // A part that begins within an element: the device cannot address it, so it is treated as any other memory.
        if (offset % Unsafe.SizeOf<T>() != 0)
        {
            memory!.EnsureHost(isWritten);
            return null;
        }

        // Marked as written only when a kernel is about to run: until then the host copy is good.
        GpuMirror mirror = (GpuMirror)memory!.EnsureDevice(CreateMirror, IsUsable, willWrite: false);
        if (isWritten)
        {
            _written.Add(memory);
        }

        return mirror.View.SubView(offset, (long)host.Length * Unsafe.SizeOf<T>()).Cast<T>();
    }

    private ArrayView<T> MapTemporary<T>(ReadOnlySpan<T> host)
        where T : unmanaged
    {
        ArrayView<T> view = Rent<T>(host.Length);
        _device!.Transfers.ToDevice(host, view);
        return view;
    }

    private ArrayView<T> Rent<T>(long length)
        where T : unmanaged
    {
        // More than any device has stays more than any device has.
        long byteLength = length <= long.MaxValue / Unsafe.SizeOf<T>() ? length * Unsafe.SizeOf<T>() : long.MaxValue;
        MemoryBuffer1D<byte, Stride1D.Dense> buffer = _device!.Memory.Rent(byteLength);
        _temporaries.Add(buffer);
        return buffer.View.BaseView.SubView(0, byteLength).Cast<T>();
    }

    private DeviceMirror CreateMirror(DeviceMemory memory) => new GpuMirror(_device!, memory.ByteLength);

    private bool IsUsable(DeviceMirror mirror) => mirror is GpuMirror own && own.Device == _device;

    /// <summary>A kernel is about to run: what it writes will be current on the device only.</summary>
    private void MarkWritten()
    {
        foreach (DeviceMemory memory in _written)
        {
            bool isRestorable = memory.IsHostCurrent;
            memory.EnsureDevice(CreateMirror, IsUsable, willWrite: true);
            if (isRestorable)
            {
                _restorable.Add(memory);
            }
            else
            {
                _hasUniqueData = true;
            }
        }

        _written.Clear();
    }

    private void Fail(Exception error)
    {
        GpuDeviceException failure = _device!.Explain(error);
        _failure = failure;

        // A kernel that was refused has written nothing; one that failed may have written to data of which there is no other copy.
        bool isUntouched = !_hasRun && failure.IsOfKernel;
        if (_hasChangedData || (_hasUniqueData && !isUntouched))
        {
            throw failure;
        }

        foreach (DeviceMemory memory in _restorable)
        {
            memory.ReturnToHost();
        }
    }
}
