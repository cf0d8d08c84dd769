using System.Runtime.ExceptionServices;

namespace Accel.Gpu;

/// <summary>
/// Work for one thread of the pool, whichever comes first. Opening a device and compiling a kernel are such work: ILGPU uses <see cref="Parallel"/> for them,
/// which on a thread of the pool gets along alone, but on any other waits until one of the pool is free. That may be never, if they all wait for the device.
/// </summary>
internal sealed class PoolWork(Action work) : IThreadPoolWorkItem
{
    private readonly ManualResetEventSlim _isDone = new();
    private int _isTaken;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Does the work, unless another thread got to it first.</summary>
    public void Execute()
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
        {
            return;
        }

        try
        {
            work();
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }

        _isDone.Set();
    }

    /// <summary>Waits until the work is done, and throws its exception.</summary>
    public void Wait()
    {
        _isDone.Wait();
        _failure?.Throw();
    }
}
