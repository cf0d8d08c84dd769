namespace Accel.Verification.Running;

/// <summary>A backend with a forced width or number of threads.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="VectorBits">The forced width in bits, or <see langword="null"/>.</param>
/// <param name="Threads">The forced number of threads, or <see langword="null"/>.</param>
internal sealed record RunConfiguration(Backend Backend, int? VectorBits = null, int? Threads = null)
{
    public static RunConfiguration Reference { get; } = new(Backend.Reference);

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
        _ => $"{Backend}",
    };

    /// <summary>Forces the process to this until the result is disposed.</summary>
    public IDisposable Use()
    {
        var before = new Before(AccelOptions.Backend, AccelOptions.VectorBits, AccelOptions.MaxDegreeOfParallelism);
        AccelOptions.Backend = Backend;
        AccelOptions.VectorBits = VectorBits;
        AccelOptions.MaxDegreeOfParallelism = Threads;
        return before;
    }

    private sealed class Before(Backend backend, int? vectorBits, int? threads) : IDisposable
    {
        public void Dispose()
        {
            AccelOptions.Backend = backend;
            AccelOptions.VectorBits = vectorBits;
            AccelOptions.MaxDegreeOfParallelism = threads;
        }
    }
}
