using System.Runtime.ExceptionServices;

namespace Accel.Gpu;

/// <summary>
/// Work for one thread of the pool, whichever comes first. ILGPU's compiler is such work: it uses <see cref="Parallel"/>, which on a thread of the pool
/// gets along alone, but on any other waits until one of the pool is free. That may be never, if they all wait for the device meanwhile.
/// </summary>
internal sealed class PoolWork(Func<object> work) : IThreadPoolWorkItem
{
    private readonly ManualResetEventSlim _isDone = new();
    private int _isTaken;
    private object? _result;
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
            _result = work();
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }

        _isDone.Set();
    }

    /// <summary>Waits for the result of the work, or throws its exception.</summary>
    public object Result()
    {
        _isDone.Wait();
        _failure?.Throw();
        return _result!;
    }
}
