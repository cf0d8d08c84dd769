using Accel.Runtime;

namespace Accel;

/// <summary>Predicts from a nest's static cost and the machine's rates how long each backend takes. Times are in seconds.</summary>
internal readonly struct CostModel
{
    // Beyond this no nest gets in one call, and times still are exact sums of doubles.
    private const long MostIterations = 1L << 50;

    private readonly NestDescriptor _nest;
    private readonly MachineProfile _profile;
    private readonly NestCandidates _candidates;
    private readonly int _threads;
    private readonly double _operationsPerSecond;
    private readonly double _startSeconds;

    /// <param name="nest">The nest.</param>
    /// <param name="profile">The machine.</param>
    /// <param name="candidates">What the nest can choose from.</param>
    /// <param name="isWarm">Whether helpers are taken to be awake.</param>
    public CostModel(NestDescriptor nest, MachineProfile profile, NestCandidates candidates, bool isWarm)
    {
        _startSeconds = isWarm ? profile.WarmStartSeconds : profile.ColdStartSeconds;
        _nest = nest;
        _profile = profile;
        _candidates = candidates;
        _threads = Math.Min(ProcessOptions.Threads, profile.Processors);

        // Vectors wider than the 256 bits that were measured are not counted on to be faster: many cores issue them at half the rate.
        double lanes = nest.SimdRefusal is null ? nest.LanesPer256Bits * Math.Min(1.0, SimdWidth.Bits / 256.0) : 1;
        _operationsPerSecond = profile.VectorOperationsPerSecond * lanes;
    }

    public double OneCore(long iterations, long residentBytes) =>
        Math.Max(Operations(iterations) / _operationsPerSecond, Bytes(iterations) / _profile.OneCoreBandwidth.At(Bytes(iterations))) + Fetch(residentBytes);

    public double Multicore(long iterations, long residentBytes)
    {
        double bytes = Bytes(iterations);
        double bandwidth = Math.Min(_threads * _profile.OneCoreBandwidth.At(bytes / _threads), _profile.AllCoreBandwidth.At(bytes));
        double work = Math.Max(Operations(iterations) / (_operationsPerSecond * _threads), bytes / bandwidth);
        return _startSeconds + work + Fetch(residentBytes);
    }

    public double Gpu(long iterations, long residentBytes)
    {
        GpuRates rates = GpuBackendRegistration.Backend?.Rates ?? default;
        double bytes = Bytes(iterations);
        double transfer = Math.Max(0, bytes - residentBytes) / rates.TransferBytesPerSecond;
        return rates.LaunchSeconds + transfer + Math.Max(Operations(iterations) / rates.OperationsPerSecond, bytes / rates.BytesPerSecond);
    }

    public Backend Fastest(long iterations, long residentBytes) => Fastest(iterations, residentBytes, out _);

    public Backend Fastest(long iterations, long residentBytes, out double time)
    {
        Backend best = _nest.OneCoreBackend;
        time = OneCore(iterations, residentBytes);
        if (_candidates.MulticoreRuledOut is null && Multicore(iterations, residentBytes) is double multicore && multicore < time)
        {
            best = Backend.Multicore;
            time = multicore;
        }

        if (_candidates.GpuRuledOut is null && Gpu(iterations, residentBytes) is double gpu && gpu < time)
        {
            best = Backend.Gpu;
            time = gpu;
        }

        return best;
    }

    /// <summary>The largest number of iterations, not below <paramref name="least"/>, up to which the calling thread is fastest.</summary>
    public long LargestOnOneCore(long least)
    {
        long on = least;
        long off = Math.Max(least, 1);
        while (Fastest(off, 0) == _nest.OneCoreBackend)
        {
            on = off;
            if (off >= MostIterations)
            {
                return long.MaxValue;
            }

            off *= 2;
        }

        while (off - on > 1)
        {
            long middle = on + ((off - on) / 2);
            if (Fastest(middle, 0) == _nest.OneCoreBackend)
            {
                on = middle;
            }
            else
            {
                off = middle;
            }
        }

        return on;
    }

    public BackendCandidate[] Describe(long iterations, long residentBytes) =>
    [
        new BackendCandidate(_nest.OneCoreBackend, OneCore(iterations, residentBytes), null),
        .. _nest.SimdRefusal is null ? [] : new[] { new BackendCandidate(Backend.Simd, null, _nest.SimdRefusal) },
        Candidate(Backend.Multicore, _candidates.MulticoreRuledOut, Multicore(iterations, residentBytes)),
        Candidate(Backend.Gpu, _candidates.GpuRuledOut, Gpu(iterations, residentBytes)),
    ];

    private static BackendCandidate Candidate(Backend backend, string? ruledOut, double seconds) =>
        new(backend, ruledOut is null ? seconds : null, ruledOut);

    private double Operations(long iterations) => iterations * _nest.OperationsPerIteration;

    private double Bytes(long iterations) => iterations * _nest.BytesPerIteration;

    /// <summary>The time to bring to the host what lies on the GPU only.</summary>
    private static double Fetch(long residentBytes) =>
        residentBytes > 0 && GpuBackendRegistration.Backend is IGpuBackend gpu ? residentBytes / gpu.Rates.TransferBytesPerSecond : 0;
}
