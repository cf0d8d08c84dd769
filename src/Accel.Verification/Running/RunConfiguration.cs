namespace Accel.Verification.Running;

/// <summary>A backend with a forced width or number of threads.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="VectorBits">The forced width in bits, or <see langword="null"/>.</param>
/// <param name="Threads">The forced number of threads, or <see langword="null"/>.</param>
/// <param name="ChecksParallelLoops">Whether loops that are called parallel are checked.</param>
internal sealed record RunConfiguration(Backend Backend, int? VectorBits = null, int? Threads = null, bool ChecksParallelLoops = false)
{
    public static RunConfiguration Reference { get; } = new(Backend.Reference);

    public static RunConfiguration Checked { get; } = new(Backend.Reference, ChecksParallelLoops: true);

    public static IEnumerable<RunConfiguration> Of(KernelVerifierOptions options) => options.Backends.SelectMany(backend => backend switch
    {
        Backend.Simd => options.VectorBits.Select(bits => new RunConfiguration(backend, VectorBits: bits)),
        Backend.Multicore => options.Threads.Select(threads => new RunConfiguration(backend, Threads: threads)),
        _ => [new RunConfiguration(backend)],
    });

    public override string ToString() => (VectorBits, Threads) switch
    {
        ({ } bits, _) => $"{Backend} ({bits} bits)",
        (_, { } threads) => $"{Backend} ({threads} threads)",
        _ => ChecksParallelLoops ? "check of parallel loops" : $"{Backend}",
    };

    /// <summary>Forces the process to this until the result is disposed.</summary>
    public IDisposable Use()
    {
        var before = new Before(AccelOptions.Backend, AccelOptions.VectorBits, AccelOptions.MaxDegreeOfParallelism, AccelOptions.CheckParallelLoops);
        AccelOptions.Backend = Backend;
        AccelOptions.VectorBits = VectorBits;
        AccelOptions.MaxDegreeOfParallelism = Threads;
        AccelOptions.CheckParallelLoops = ChecksParallelLoops;
        return before;
    }

    private sealed class Before(Backend backend, int? vectorBits, int? threads, bool checksParallelLoops) : IDisposable
    {
        public void Dispose()
        {
            AccelOptions.Backend = backend;
            AccelOptions.VectorBits = vectorBits;
            AccelOptions.MaxDegreeOfParallelism = threads;
            AccelOptions.CheckParallelLoops = checksParallelLoops;
        }
    }
}
