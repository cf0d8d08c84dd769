using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Accel.Runtime;

/// <summary>Runs the pieces of a loop on several threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParallelRange
{
    // Some 100 microseconds: often enough for whoever waits, and rarely enough to cost nothing.
    private const int ChunksPerPiece = 64;

    [ThreadStatic]
    private static bool t_isWorking;

    /// <summary>Whether this thread runs a piece of a parallel loop now, so that a loop inside it would stay on this thread.</summary>
    internal static bool IsWorking => t_isWorking;

    /// <summary>
    /// Cuts 0 … <paramref name="count"/> into chunks and runs <paramref name="body"/> on each of them once, on this thread and threads of the pool; returns
    /// when all are done. A call from inside a chunk runs as one chunk on its thread.
    /// </summary>
    /// <typeparam name="TBody">Usually a ref struct: it is shared by its address, never copied, so its references stay those of the caller's frame.</typeparam>
    /// <param name="count">How many iterations there are; none if it is not positive.</param>
    /// <param name="multiple">Chunks begin at multiples of this; 1 or more.</param>
    /// <param name="minimumChunk">Chunks other than the last have at least so many iterations.</param>
    /// <param name="body">What to run. Its method must allow calls from several threads at once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="multiple"/> is below 1.</exception>
    /// <remarks>
    /// If chunks throw, no further chunk starts; when those under way have ended, the exception of the chunk with the lowest begin is thrown.
    /// As chunks are begun in order, that is the chunk that would have thrown first on one thread.
    /// </remarks>
    public static void For<TBody>(nint count, nint multiple, nint minimumChunk, ref TBody body)
        where TBody : struct, IRangeBody, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(multiple, 1);
        if (count > 0)
        {
            For(count, multiple, minimumChunk, t_isWorking ? 1 : ProcessOptions.Threads, ref body);
        }
    }

    /// <summary>Runs <paramref name="body"/> on pieces of 0 … <paramref name="count"/> in order on this thread: for a body that looks at something between them.</summary>
    /// <typeparam name="TBody">As for <see cref="For{TBody}(nint, nint, nint, ref TBody)"/>.</typeparam>
    /// <param name="count">How many iterations there are; none if it is not positive.</param>
    /// <param name="multiple">Pieces begin at multiples of this; 1 or more.</param>
    /// <param name="chunk">What would be worth handing to another thread: a piece is some tens of these.</param>
    /// <param name="body">What to run.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="multiple"/> is below 1.</exception>
    public static void InPieces<TBody>(nint count, nint multiple, nint chunk, ref TBody body)
        where TBody : struct, IRangeBody, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(multiple, 1);
        if (count <= 0)
        {
            return;
        }

        nint wanted = chunk > count / ChunksPerPiece ? count : chunk * ChunksPerPiece;
        var pieces = ChunkPartition.Of(count, multiple, wanted, threads: int.MaxValue);
        for (nint piece = 0; piece < pieces.Count; piece++)
        {
            body.Run(pieces.Begin(piece), pieces.End(piece));
        }
    }

    /// <summary>As <see cref="For{TBody}(nint, nint, nint, ref TBody)"/>, in pieces that are no longer than those of <see cref="InPieces"/> however long the loop is: for a body that looks at something between them.</summary>
    /// <typeparam name="TBody">As for <see cref="For{TBody}(nint, nint, nint, ref TBody)"/>.</typeparam>
    /// <param name="count">How many iterations there are; none if it is not positive.</param>
    /// <param name="multiple">Pieces begin at multiples of this; 1 or more.</param>
    /// <param name="chunk">What is worth handing to another thread.</param>
    /// <param name="body">What to run. Its method must allow calls from several threads at once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="multiple"/> is below 1.</exception>
    public static void ForInPieces<TBody>(nint count, nint multiple, nint chunk, ref TBody body)
        where TBody : struct, IRangeBody, allows ref struct
    {
        int threads = t_isWorking ? 1 : ProcessOptions.Threads;
        if (threads == 1)
        {
            InPieces(count, multiple, chunk, ref body);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(multiple, 1);
        if (count > 0)
        {
            nint longest = chunk > count / ChunksPerPiece ? count : chunk * ChunksPerPiece;
            nint wanted = Math.Min(longest, ChunkPartition.Of(count, multiple, chunk, threads).ChunkSize);
            Run(ChunkPartition.Of(count, multiple, wanted, threads: int.MaxValue), threads, ref body);
        }
    }

    /// <summary>Makes <paramref name="least"/> the smaller of itself and <paramref name="value"/>, whoever else does so at the same time.</summary>
    /// <param name="least">Shared by the threads of a loop.</param>
    /// <param name="value">What one of them found.</param>
    public static void Lower(ref nint least, nint value)
    {
        nint current = Volatile.Read(ref least);
        while (value < current)
        {
            nint seen = Interlocked.CompareExchange(ref least, value, current);
            if (seen == current)
            {
                return;
            }

            current = seen;
        }
    }

    /// <summary>As the public one, on at most <paramref name="threads"/> threads whatever the options say, for a positive count outside of any job.</summary>
    internal static void For<TBody>(nint count, nint multiple, nint minimumChunk, int threads, ref TBody body)
        where TBody : struct, IRangeBody, allows ref struct =>
        Run(ChunkPartition.Of(count, multiple, minimumChunk, threads), threads, ref body);

    private static unsafe void Run<TBody>(in ChunkPartition chunks, int threads, ref TBody body)
        where TBody : struct, IRangeBody, allows ref struct
    {
        if (threads == 1 || chunks.Count == 1)
        {
            body.Run(0, chunks.Iterations);
            return;
        }

        // Fixed without pinning: the struct is a local of a caller further up this stack, and this call returns when no worker uses it.
        ParallelJob.OfThisThread.Run(chunks, threads, Unsafe.AsPointer(ref body), &RunChunk<TBody>);
    }

    /// <summary>Marks this thread as working, and returns what it was before.</summary>
    internal static bool SetWorking(bool isWorking)
    {
        bool before = t_isWorking;
        t_isWorking = isWorking;
        return before;
    }

    private static unsafe void RunChunk<TBody>(void* body, nint begin, nint end)
        where TBody : struct, IRangeBody, allows ref struct =>
        Unsafe.AsRef<TBody>(body).Run(begin, end);
}
