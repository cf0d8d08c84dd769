namespace Accel;

/// <summary>How a range of iterations is cut: chunks of equal size, the last one shorter.</summary>
/// <param name="Iterations">All iterations.</param>
/// <param name="ChunkSize">Iterations of each chunk but the last.</param>
/// <param name="Count">How many chunks.</param>
internal readonly record struct ChunkPartition(nint Iterations, nint ChunkSize, nint Count)
{
    // Enough that a thread which starts late, or is held up, costs an eighth of its share; few enough that taking chunks costs nothing.
    private const int ChunksPerThread = 8;

    public static ChunkPartition Of(nint iterations, nint multiple, nint minimumChunk, int threads)
    {
        nint wanted = Math.Max(Math.Max(minimumChunk, 1), CeilingDivide(iterations, (nint)threads * ChunksPerThread));
        nint units = CeilingDivide(wanted, multiple);

        // Where rounding up would overflow, one chunk holds everything.
        nint size = units > iterations / multiple ? iterations : units * multiple;
        return OfSize(iterations, size);
    }

    public static ChunkPartition OfSize(nint iterations, nint size) => new(iterations, size, CeilingDivide(iterations, size));

    public nint Begin(nint chunk) => chunk * ChunkSize;

    public nint End(nint chunk) => chunk == Count - 1 ? Iterations : (chunk + 1) * ChunkSize;

    private static nint CeilingDivide(nint dividend, nint divisor) => (dividend / divisor) + (dividend % divisor != 0 ? 1 : 0);
}
