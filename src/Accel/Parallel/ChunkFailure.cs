namespace Accel;

/// <summary>The exception of the chunk that fails first in the order of the loop.</summary>
internal sealed class ChunkFailure(nint chunk, Exception exception)
{
    public Exception Exception => exception;

    /// <summary>Puts this in place of the failure of a later chunk. Takes no lock: a thread may be interrupted while it waits for one.</summary>
    public void ReplaceLater(ref ChunkFailure? first)
    {
        while (true)
        {
            ChunkFailure? current = Volatile.Read(ref first);
            if ((current is not null && current.Chunk <= chunk) || Interlocked.CompareExchange(ref first, this, current) == current)
            {
                return;
            }
        }
    }

    private nint Chunk => chunk;
}
