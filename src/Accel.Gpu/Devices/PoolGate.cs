namespace Accel.Gpu;

/// <summary>
/// A lock whose holder may need a thread of the pool (see <see cref="PoolWork"/>): threads of the pool that wait for the lock are such threads.
/// </summary>
internal sealed class PoolGate
{
    // Longer than the 100 ms after which a monitor lets no newcomer overtake its waiters: whoever gives up earlier, again and again, starves.
    private static readonly TimeSpan HelpInterval = TimeSpan.FromMilliseconds(250);

    private readonly object _monitor = new();
    private PoolWork? _work;

    /// <summary>Takes the lock. A thread of the pool does for the holder, while it waits, what needs such a thread.</summary>
    public void Enter()
    {
        if (!Thread.CurrentThread.IsThreadPoolThread)
        {
            Monitor.Enter(_monitor);
            return;
        }

        do
        {
            Volatile.Read(ref _work)?.Execute();
        }
        while (!Monitor.TryEnter(_monitor, HelpInterval));
    }

    /// <summary>Takes the lock, if that is possible within a time.</summary>
    public bool TryEnter(TimeSpan time) => Monitor.TryEnter(_monitor, time);

    /// <summary>Gives the lock free.</summary>
    public void Exit() => Monitor.Exit(_monitor);

    /// <summary>Has <paramref name="work"/> done on a thread of the pool, while this thread holds the lock.</summary>
    public T OnPoolThread<T>(Func<T> work)
    {
        if (Thread.CurrentThread.IsThreadPoolThread)
        {
            return work();
        }

        T? result = default;
        var poolWork = new PoolWork(() => result = work());
        Volatile.Write(ref _work, poolWork);
        ThreadPool.UnsafeQueueUserWorkItem(poolWork, preferLocal: false);
        try
        {
            poolWork.Wait();
        }
        finally
        {
            Volatile.Write(ref _work, null);
        }

        return result!;
    }
}
