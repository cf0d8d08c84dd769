namespace Accel;

/// <summary>
/// The memory of one <see cref="DeviceBuffer{T}"/>: where its host copy lies, its copy on the device if there is one, and which of them is
/// current (at least one always is). Lives as long as the host copy, that is as long as any span over it.
/// </summary>
internal sealed class DeviceMemory
{
    private readonly Lock _gate = new();
    private DeviceMirror? _mirror;
    private bool _isHostCurrent = true;
    private bool _isDeviceCurrent;
    private bool _isReleased;

    public DeviceMemory(nint address, nint byteLength)
    {
        Address = address;
        ByteLength = byteLength;
    }

    ~DeviceMemory() => Release();

    /// <summary>Of the host copy; it never moves.</summary>
    public nint Address { get; }

    public nint ByteLength { get; }

    public bool IsHostCurrent
    {
        get
        {
            lock (_gate)
            {
                return _isHostCurrent;
            }
        }
    }

    public bool IsDeviceCurrent
    {
        get
        {
            lock (_gate)
            {
                return _isDeviceCurrent;
            }
        }
    }

    /// <summary>The copy on the device, or null where none was made yet.</summary>
    public DeviceMirror? Mirror
    {
        get
        {
            lock (_gate)
            {
                return _mirror;
            }
        }
    }

    /// <summary>Makes the host copy current and, if <paramref name="willWrite"/>, the device copy stale.</summary>
    public void EnsureHost(bool willWrite)
    {
        lock (_gate)
        {
            if (!_isHostCurrent)
            {
                _mirror!.CopyToHost(Address, ByteLength);
                _isHostCurrent = true;
            }

            if (willWrite)
            {
                SetDeviceCurrent(false);
            }
        }
    }

    /// <summary>
    /// Makes the device copy current and, if <paramref name="willWrite"/>, the host copy stale. Creates the device copy with
    /// <paramref name="create"/> if there is none, or if <paramref name="isUsable"/> refuses the one there is (it lies on another device).
    /// </summary>
    /// <param name="create">Allocates on the device.</param>
    /// <param name="isUsable">Whether an earlier mirror serves, or null where all do.</param>
    /// <param name="willWrite">Whether a kernel writes elements.</param>
    /// <param name="overwritesAll">Whether it writes every element and reads none, so that nothing needs to be copied.</param>
    public DeviceMirror EnsureDevice(Func<DeviceMemory, DeviceMirror> create, Func<DeviceMirror, bool>? isUsable, bool willWrite, bool overwritesAll = false)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isReleased, typeof(DeviceBuffer<>));
            if (_mirror is not null && isUsable?.Invoke(_mirror) == false)
            {
                DropMirror();
            }

            DeviceMirror mirror = _mirror ??= create(this);
            if (!_isDeviceCurrent)
            {
                if (!overwritesAll)
                {
                    mirror.CopyToDevice(Address, ByteLength);
                }

                SetDeviceCurrent(true);
            }

            _isHostCurrent &= !willWrite;
            return mirror;
        }
    }

    /// <summary>After a kernel that was to write the device copy has failed: the host copy, which was current before and is as it was, is the data.</summary>
    public void ReturnToHost()
    {
        lock (_gate)
        {
            _isHostCurrent = true;
            SetDeviceCurrent(false);
        }
    }

    /// <summary>Frees the device copy; what is current only there is lost. The host copy stays until its last span is gone.</summary>
    public void Release()
    {
        lock (_gate)
        {
            if (_isReleased)
            {
                return;
            }

            _isReleased = true;
            SetDeviceCurrent(false);
            _isHostCurrent = true;
            DeviceMirror? mirror = _mirror;
            _mirror = null;
            LiveDeviceMemory.Remove(this);
            mirror?.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private void DropMirror()
    {
        if (!_isHostCurrent)
        {
            _mirror!.CopyToHost(Address, ByteLength);
            _isHostCurrent = true;
        }

        SetDeviceCurrent(false);
        _mirror!.Dispose();
        _mirror = null;
    }

    private void SetDeviceCurrent(bool isCurrent)
    {
        if (_isDeviceCurrent != isCurrent)
        {
            _isDeviceCurrent = isCurrent;
            LiveDeviceMemory.CountOnDevice(isCurrent ? 1 : -1);
        }
    }
}
