using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Accel.Runtime;

/// <summary>Runs the pieces of a loop on several threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParallelRange
{
    // Some 100 microseconds: often enough for whoever waits, and rarely enough to cost nothing.
    private const int ChunksPerPiece = 64;

    // As many as a number has bits; more threads wait for one another.
    private const int MostCopies = 64;

    // Elements of all copies together: an array of some 256 MB.
    private const long MostCopied = 1 << 26;

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
            For(count, multiple, minimumChunk, Threads, ref body);
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
        RunInOrder(ChunkPartition.Of(count, multiple, wanted, threads: int.MaxValue), ref body);
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
        int threads = Threads;
        if (threads == 1)
        {
            InPieces(count, multiple, chunk, ref body);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(multiple, 1);
        if (count > 0)
        {
            nint longest = chunk > count / ChunksPerPiece ? count : chunk * ChunksPerPiece;
            Run(ChunkPartition.OfSize(count, PieceSize(count, multiple, chunk, longest)), threads, ref body);
        }
    }

    /// <summary>How many threads a loop that begins now on this thread may use.</summary>
    public static int Threads => t_isWorking ? 1 : ProcessOptions.Threads;

    /// <summary>How long the pieces are that <see cref="ForPieces"/> is to cut a loop into.</summary>
    /// <param name="count">How many iterations there are, at least 1.</param>
    /// <param name="multiple">Pieces begin at multiples of this; 1 or more.</param>
    /// <param name="minimum">A piece has at least so many iterations.</param>
    /// <param name="most">A piece has at most so many, unless the two above ask for more.</param>
    public static nint PieceSize(nint count, nint multiple, nint minimum, nint most)
    {
        nint balanced = ChunkPartition.Of(count, multiple, minimum, Threads).ChunkSize;
        return ChunkPartition.Of(count, multiple, Math.Max(Math.Min(balanced, most), minimum), threads: int.MaxValue).ChunkSize;
    }

    /// <summary>As <see cref="For{TBody}(nint, nint, nint, ref TBody)"/>, in pieces of a given size, begun in their order: a piece may wait for what the one before it tells.</summary>
    /// <typeparam name="TBody">As for <see cref="For{TBody}(nint, nint, nint, ref TBody)"/>.</typeparam>
    /// <param name="count">How many iterations there are, at least 1.</param>
    /// <param name="size">How many a piece has, but for the last one.</param>
    /// <param name="body">What to run. Its method must allow calls from several threads at once.</param>
    public static void ForPieces<TBody>(nint count, nint size, ref TBody body)
        where TBody : struct, IRangeBody, allows ref struct
    {
        var pieces = ChunkPartition.OfSize(count, size);
        int threads = Threads;
        if (threads > 1 && pieces.Count > 1)
        {
            Run(pieces, threads, ref body);
        }
        else
        {
            RunInOrder(pieces, ref body);
        }
    }

    /// <summary>Waits until another piece, which has begun, has set the flag.</summary>
    /// <param name="flag">0 until then.</param>
    public static void AwaitPiece(ref int flag)
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref flag) == 0)
        {
            // The other piece is being run: it takes microseconds, or its thread has been put aside, and then this one had better be, too.
            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Whether a copy for each core of a buffer that a loop updates costs little beside the loop: they are cleared, and added up in the end.</summary>
    /// <param name="length">The buffer's.</param>
    /// <param name="iterations">How many update it.</param>
    public static bool AreCopiesWorth(int length, long iterations) => (long)length * Threads <= Math.Min(iterations / 4, MostCopied);

    /// <summary>What <see cref="TakeCopy"/> begins with.</summary>
    /// <param name="threads">How many copies there are, the buffer itself among them.</param>
    public static long NoCopyTaken(int threads) => threads >= MostCopies ? 0 : -1L << threads;

    /// <summary>A number of a copy that no other piece has now; 0 stands for the buffer itself.</summary>
    /// <param name="taken">A bit for each copy.</param>
    public static int TakeCopy(ref long taken)
    {
        var spinner = default(SpinWait);
        while (true)
        {
            long current = Volatile.Read(ref taken);
            int first = System.Numerics.BitOperations.TrailingZeroCount(~current);
            if (first == MostCopies)
            {
                spinner.SpinOnce(sleep1Threshold: -1);
            }
            else if (Interlocked.CompareExchange(ref taken, current | (1L << first), current) == current)
            {
                return first;
            }
        }
    }

    /// <summary>Ends what <see cref="TakeCopy"/> began.</summary>
    /// <param name="taken">A bit for each copy.</param>
    /// <param name="copy">The number.</param>
    public static void GiveCopy(ref long taken, int copy) => Interlocked.And(ref taken, ~(1L << copy));

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

    private static void RunInOrder<TBody>(in ChunkPartition pieces, ref TBody body)
        where TBody : struct, IRangeBody, allows ref struct
    {
        for (nint piece = 0; piece < pieces.Count; piece++)
        {
            body.Run(pieces.Begin(piece), pieces.End(piece));
        }
    }

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
