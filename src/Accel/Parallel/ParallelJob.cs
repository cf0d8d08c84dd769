using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Accel.Runtime;

namespace Accel;

/// <summary>
/// One parallel loop at a time of one calling thread, used again for the next. It is queued on the thread pool once per helper that is
/// wanted; an entry that only runs when the loop is over finds it closed, and until then counts as a helper of the loop that comes next,
/// so a starved pool neither blocks a caller nor fills up.
/// </summary>
internal unsafe class ParallelJob : IThreadPoolWorkItem
{
    private const long Closed = long.MinValue;
    private const long NoLoop = -1;

    // A blocked thread takes about as long to wake as this many rounds of spinning.
    private const int SpinsBeforeBlocking = 35;

    /// <summary>How long a helper stays awake for the next loop: about as long as it takes to wake one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(50);

    [ThreadStatic]
    private static ParallelJob? t_job;

    private readonly ManualResetEventSlim _allLeft = new(false, spinCount: 0);

    private ChunkPartition _chunks;
    private int _helpers;
    private void* _body;
    private delegate*<void*, nint, nint, void> _run;
    private ChunkFailure? _failure;

    private PaddedCounter _next;

    /// <summary>The number of helpers inside, and <see cref="Closed"/> while none may enter.</summary>
    private PaddedCounter _state = new() { Value = Closed };

    /// <summary>How many entries are in the pool's queue, and helpers awake between two loops.</summary>
    private int _queued;

    /// <summary>The number of the loop.</summary>
    private long _loop;

    public static ParallelJob OfThisThread => t_job ??= new ParallelJob();

    public void Run(in ChunkPartition chunks, int threads, void* body, delegate*<void*, nint, nint, void> run)
    {
        _chunks = chunks;
        _helpers = (int)Math.Min(threads - 1, chunks.Count - 1);
        _body = body;
        _run = run;
        _failure = null;
        _next.Value = 0;

        // Opened before the queue is looked at: an entry that leaves the queue after that look finds the job open, and knows the loop for a new one.
        Interlocked.Exchange(ref _state.Value, 0);
        Interlocked.Increment(ref _loop);
        try
        {
            Enqueue();
            TakeChunks();
        }
        finally
        {
            Close();
            _body = null;
        }

        if (_failure is ChunkFailure failure)
        {
            _failure = null;
            ExceptionDispatchInfo.Throw(failure.Exception);
        }
    }

    /// <summary>A thread of the pool got to an entry. It stays for the next loop if that comes soon.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        long last = NoLoop;
        while (true)
        {
            Interlocked.Decrement(ref _queued);
            long loop = Volatile.Read(ref _loop);
            if (loop == last || !TryEnter())
            {
                return;
            }

            last = loop;
            TakeChunks();
            if (Interlocked.Decrement(ref _state.Value) == Closed)
            {
                _allLeft.Set();
            }

            // Waiting here is as good as being in the queue with the turn about to come.
            Interlocked.Increment(ref _queued);
            AwaitLoopAfter(last);
        }
    }

    /// <summary>Spins until another loop is open, but not for long. With more threads than processors, one that spins keeps another from working.</summary>
    private void AwaitLoopAfter(long last)
    {
        if (_helpers >= Environment.ProcessorCount)
        {
            return;
        }

        long begun = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _loop) == last && Stopwatch.GetElapsedTime(begun) < Patience)
        {
            Thread.SpinWait(10);
        }
    }

    private void Enqueue()
    {
        for (int missing = _helpers - Volatile.Read(ref _queued); missing > 0; missing--)
        {
            Interlocked.Increment(ref _queued);
            try
            {
                AddEntry();
            }
            catch (Exception error) when (error is OutOfMemoryException or ThreadInterruptedException)
            {
                // A loop without helpers is as good as one with: it goes on with those that it has, and an interrupt ends the next wait.
                Interlocked.Decrement(ref _queued);
                if (error is ThreadInterruptedException)
                {
                    Thread.CurrentThread.Interrupt();
                }

                return;
            }
        }
    }

    /// <summary>Asks for one more helper, who may come late or never.</summary>
    protected virtual void AddEntry() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private bool TryEnter()
    {
        while (true)
        {
            long state = Volatile.Read(ref _state.Value);
            if (state < 0 || state >= _helpers)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _state.Value, state + 1, state) == state)
            {
                return true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakeChunks()
    {
        bool before = ParallelRange.SetWorking(true);
        try
        {
            while (true)
            {
                nint chunk = (nint)Interlocked.Increment(ref _next.Value) - 1;
                if (chunk >= _chunks.Count)
                {
                    return;
                }

                RunChunk(chunk);
            }
        }
        finally
        {
            ParallelRange.SetWorking(before);
        }
    }

    private void RunChunk(nint chunk)
    {
        try
        {
            _run(_body, _chunks.Begin(chunk), _chunks.End(chunk));
        }
        catch (Exception exception)
        {
            new ChunkFailure(chunk, exception).ReplaceLater(ref _failure);

            // No further chunk begins. Those before this one have all begun, so the one that fails first in the order of the loop is among them.
            Interlocked.Exchange(ref _next.Value, (long)_chunks.Count);
        }
    }

    /// <summary>Lets no more helpers in and waits for those that are inside.</summary>
    private void Close()
    {
        long inside = Interlocked.Or(ref _state.Value, Closed);
        if (inside != 0)
        {
            AwaitHelpers();
        }
    }

    /// <summary>Helpers use the caller's frame: not even an interrupt ends the wait. It ends the next one instead.</summary>
    private void AwaitHelpers()
    {
        bool isInterrupted = false;
        while (true)
        {
            try
            {
                AwaitHelpersOrInterrupt();
                break;
            }
            catch (ThreadInterruptedException)
            {
                isInterrupted = true;
            }
        }

        if (isInterrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    private void AwaitHelpersOrInterrupt()
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _state.Value) != Closed)
        {
            if (spinner.Count < SpinsBeforeBlocking)
            {
                spinner.SpinOnce(sleep1Threshold: -1);
                continue;
            }

            // A late signal of an earlier loop only costs another round.
            _allLeft.Reset();
            if (Volatile.Read(ref _state.Value) != Closed)
            {
                _allLeft.Wait();
            }
        }
    }
}
