using Xunit;
using Xunit.Abstractions;

namespace Accel.Testing.Running;

/// <summary>
/// A backend with a forced vector width and number of threads. As theory data each row is a test of its own:
/// <c>[Theory, MemberData(nameof(BackendCase.All), MemberType = typeof(BackendCase))]</c>.
/// </summary>
public sealed class BackendCase : IXunitSerializable
{
    // AccelOptions is the process's. Test classes run in parallel, so whoever forces options runs alone among those that do.
    private static readonly SemaphoreSlim Exclusive = new(1, 1);

    /// <summary>For the test runner.</summary>
    public BackendCase()
    {
    }

    private BackendCase(Backend backend, int? vectorBits = null, int? threads = null)
    {
        Backend = backend;
        VectorBits = vectorBits;
        Threads = threads;
    }

    /// <summary>Reference, SIMD with 128, 256 and 512 bits, and multicore with 1, 2, 3 and 7 threads.</summary>
    public static TheoryData<BackendCase> All => [new(Backend.Reference), .. Compiled];

    /// <summary><see cref="All"/> without the reference.</summary>
    public static TheoryData<BackendCase> Compiled => [.. Simd, .. Multicore];

    /// <summary>SIMD with 128, 256 and 512 bits.</summary>
    public static TheoryData<BackendCase> Simd => [.. new[] { 128, 256, 512 }.Select(bits => new BackendCase(Backend.Simd, vectorBits: bits))];

    /// <summary>Multicore with 1, 2, 3 and 7 threads.</summary>
    public static TheoryData<BackendCase> Multicore => [.. new[] { 1, 2, 3, 7 }.Select(threads => new BackendCase(Backend.Multicore, threads: threads))];

    /// <summary>The GPU backend: whichever device ACCEL_GPU_DEVICE names. The test project must reference Accel.Gpu.</summary>
    public static TheoryData<BackendCase> Gpu => [new(Backend.Gpu)];

    /// <summary>The backend.</summary>
    public Backend Backend { get; private set; }

    /// <summary>The forced vector width in bits, or <see langword="null"/> for the machine's.</summary>
    public int? VectorBits { get; private set; }

    /// <summary>The forced number of threads, or <see langword="null"/> for the machine's.</summary>
    public int? Threads { get; private set; }

    /// <summary>Forces this backend, width and number of threads until the result is disposed. Not to be nested.</summary>
    public IDisposable Use()
    {
        Exclusive.Wait();
        var before = new Forced(AccelOptions.Backend, AccelOptions.VectorBits, AccelOptions.MaxDegreeOfParallelism);
        AccelOptions.Backend = Backend;
        AccelOptions.VectorBits = VectorBits;
        AccelOptions.MaxDegreeOfParallelism = Threads;
        return before;
    }

    /// <inheritdoc/>
    public override string ToString() => (Backend, VectorBits, Threads) switch
    {
        (_, { } bits, _) => $"{Backend} {bits} bits",
        (_, _, 1) => $"{Backend} 1 thread",
        (_, _, { } threads) => $"{Backend} {threads} threads",
        _ => $"{Backend}",
    };

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info)
    {
        Backend = info.GetValue<Backend>(nameof(Backend));
        VectorBits = info.GetValue<int?>(nameof(VectorBits));
        Threads = info.GetValue<int?>(nameof(Threads));
    }

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Backend), Backend);
        info.AddValue(nameof(VectorBits), VectorBits);
        info.AddValue(nameof(Threads), Threads);
    }

    private sealed class Forced(Backend backend, int? vectorBits, int? threads) : IDisposable
    {
        private bool _isRestored;

        public void Dispose()
        {
            if (!_isRestored)
            {
                _isRestored = true;
                AccelOptions.Backend = backend;
                AccelOptions.VectorBits = vectorBits;
                AccelOptions.MaxDegreeOfParallelism = threads;
                Exclusive.Release();
            }
        }
    }
}
