using Accel.Runtime;

namespace Accel;

/// <summary>Predicts from a nest's static cost, the machine's rates and what earlier runs took how long each backend takes. Times are in seconds.</summary>
internal readonly struct CostModel
{
    // Two that are about as fast take turns otherwise, each time with cold caches or with helpers that fell asleep.
    private const double WorthChanging = 0.93;

    // One core in place of itself: what is gained must be more than what a machine that was busy for a while seems to show.
    private const double WorthPlain = 0.85;
    private const double ClearOverPlain = 1.1;

    // Beyond this no nest gets in one call, and times still are exact sums of doubles.
    private const long MostIterations = 1L << 50;

    private readonly NestDescriptor _nest;
    private readonly MachineProfile _profile;
    private readonly NestCandidates _candidates;
    private readonly int _threads;
    private readonly double _operationsPerSecond;
    private readonly double _startSeconds;
    private readonly bool _isWarm;

    /// <param name="nest">The nest.</param>
    /// <param name="profile">The machine.</param>
    /// <param name="candidates">What the nest can choose from.</param>
    /// <param name="isWarm">Whether helpers are taken to be awake.</param>
    public CostModel(NestDescriptor nest, MachineProfile profile, NestCandidates candidates, bool isWarm)
    {
        _isWarm = isWarm;
        _startSeconds = isWarm ? profile.WarmStartSeconds : profile.ColdStartSeconds;
        _nest = nest;
        _profile = profile;
        _candidates = candidates;
        _threads = Math.Min(ProcessOptions.Threads, profile.Processors);

        // Vectors wider than the 256 bits that were measured are not counted on to be faster: many cores issue them at half the rate.
        double lanes = nest.SimdRefusal is null ? nest.LanesPer256Bits * Math.Min(1.0, SimdWidth.Bits / 256.0) : 1;
        _operationsPerSecond = profile.VectorOperationsPerSecond * lanes;
    }

    /// <summary>The time on each backend by cost and rates alone; infinite where it is ruled out.</summary>
    public TimesByBackend Uncorrected(long iterations, long residentBytes)
    {
        TimesByBackend times = TimesByBackend.Infinite;
        times[_nest.OneCoreBackend] = OneCore(iterations, residentBytes, slowdown: 1);
        if (_nest.MayRunPlain)
        {
            times[Backend.Reference] = OneCore(iterations, residentBytes, _nest.PlainSlowdown);
        }

        if (_candidates.MulticoreRuledOut is null && iterations >= 2 * _nest.IterationsPerChunk)
        {
            times[Backend.Multicore] = Multicore(iterations, residentBytes);
        }

        if (_candidates.GpuRuledOut is null)
        {
            times[Backend.Gpu] = Gpu(iterations, residentBytes);
        }

        return times;
    }

    /// <summary>What of it is the start of a parallel job, or a launch.</summary>
    public TimesByBackend Starts()
    {
        TimesByBackend times = default;
        times[Backend.Multicore] = _startSeconds;
        times[Backend.Gpu] = _candidates.GpuRuledOut is null ? GpuBackendRegistration.Backend?.Rates.LaunchSeconds ?? 0 : 0;
        return times;
    }

    /// <summary>The times with what earlier runs have taught.</summary>
    public TimesByBackend Corrected(TimesByBackend times, in TimesByBackend starts, long iterations)
    {
        if (_nest.Timings is NestTimings timings)
        {
            int sizeClass = NestTimings.ClassOf(iterations);
            foreach (Backend backend in (ReadOnlySpan<Backend>)[Backend.Reference, Backend.Simd, Backend.Multicore, Backend.Gpu])
            {
                if (double.IsFinite(times[backend]))
                {
                    times[backend] = timings.Correct(TimedForms.Of(backend, _isWarm), sizeClass, starts[backend], times[backend]);
                }
            }
        }

        return times;
    }

    /// <summary>The backend to run on: the fastest, or what ran last at about this size where that is hardly slower.</summary>
    public Backend Choose(in TimesByBackend corrected, long iterations)
    {
        Backend best = Fastest(corrected);
        int sizeClass = NestTimings.ClassOf(iterations);
        return _nest.Timings is NestTimings timings && timings[sizeClass].Last is Backend last && timings.RunsOf(TimedForms.Of(last, _isWarm), sizeClass) >= NestTimings.FirstRuns && corrected[best] > WorthChanging * corrected[last]
            ? last
            : best;
    }

    private Backend Fastest(in TimesByBackend times)
    {
        Backend best = _nest.OneCoreBackend;
        best = times[Backend.Reference] < WorthPlain * times[best] ? Backend.Reference : best;
        best = times[Backend.Multicore] < times[best] ? Backend.Multicore : best;
        return times[Backend.Gpu] < times[best] ? Backend.Gpu : best;
    }

    /// <summary>Whether the calling thread is faster than everything else by at least the factor.</summary>
    private bool IsClearlyOneCore(long iterations, double factor)
    {
        TimesByBackend times = Corrected(Uncorrected(iterations, residentBytes: 0), Starts(), iterations);
        return times[_nest.OneCoreBackend] * factor <= Math.Min(times[Backend.Multicore], times[Backend.Gpu]) && (!_nest.MayRunPlain || IsClearlySimd(iterations, times));
    }

    /// <summary>Whether the plain form need not be thought of: it was tried, and is slower. Small work is only looked at where it was tried and is faster.</summary>
    private bool IsClearlySimd(long iterations, in TimesByBackend times)
    {
        bool isTried = _nest.Timings is NestTimings timings && (timings.Runs >= 4 * NestTimings.SettlingRuns || timings.RunsOf(TimedForm.Reference, NestTimings.ClassOf(iterations)) >= NestTimings.FirstRuns);
        return iterations <= NestChoice.SmallIterations(_nest) ? times[Backend.Simd] <= times[Backend.Reference] : isTried && times[Backend.Simd] * ClearOverPlain <= times[Backend.Reference];
    }

    private double OneCore(long iterations, long residentBytes, double slowdown) =>
        Math.Max(slowdown * Operations(iterations) / _operationsPerSecond, Bytes(iterations) / _profile.OneCoreBandwidth.At(Bytes(iterations))) + Fetch(residentBytes);

    private double Multicore(long iterations, long residentBytes)
    {
        double bytes = Bytes(iterations);
        double threads = Math.Min(_threads, iterations / _nest.IterationsPerChunk);
        double bandwidth = Math.Min(threads * _profile.OneCoreBandwidth.At(bytes / threads), _profile.AllCoreBandwidth.At(bytes));
        double operations = Operations(iterations) + (iterations * _nest.OperationsAheadPerIteration);
        double work = Math.Max(operations / (_operationsPerSecond * threads), bytes / bandwidth);
        return _startSeconds + work + Fetch(residentBytes);
    }

    private double Gpu(long iterations, long residentBytes)
    {
        GpuRates rates = GpuBackendRegistration.Backend?.Rates ?? default;
        double bytes = Bytes(iterations);
        double transfer = Math.Max(0, bytes - residentBytes) / rates.TransferBytesPerSecond;
        return rates.LaunchSeconds + transfer + Math.Max(Operations(iterations) / rates.OperationsPerSecond, bytes / rates.BytesPerSecond);
    }

    /// <summary>The largest number of iterations up to which the calling thread is faster than everything else by at least the factor.</summary>
    public long LargestOnOneCore(double factor)
    {
        long on = 0;
        long off = 1;
        while (IsClearlyOneCore(off, factor))
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
            if (IsClearlyOneCore(middle, factor))
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

    private double Operations(long iterations) => iterations * _nest.OperationsPerIteration;

    private double Bytes(long iterations) => iterations * _nest.BytesPerIteration;

    /// <summary>The time to bring to the host what lies on the GPU only.</summary>
    private static double Fetch(long residentBytes) =>
        residentBytes > 0 && GpuBackendRegistration.Backend is IGpuBackend gpu ? residentBytes / gpu.Rates.TransferBytesPerSecond : 0;
}
