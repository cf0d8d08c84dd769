using System.Diagnostics;
using Accel.Runtime;

namespace Accel;

/// <summary>Where one run of a nest goes, when the ready threshold does not answer it.</summary>
internal static class NestChoice
{
    // About a microsecond of work, which is less than any machine takes to start a second thread: not worth a look at the machine profile.
    private const double SmallOperations = 16_384;
    private const double SmallBytes = 32_768;

    [ThreadStatic]
    private static CallPace t_pace;

    [ThreadStatic]
    private static NestDescriptor? t_lastOnGpu;

    public static Backend Choose(NestDescriptor nest, Backend requested, long iterations, long residentBytes)
    {
        // Read before the state that it stands for, so that a change in between leaves a generation that matches nothing.
        int generation = Volatile.Read(ref ProcessOptions.Generation);
        Backend choice = Choose(nest, generation, requested, iterations, residentBytes);
        if (choice == Backend.Gpu)
        {
            t_lastOnGpu = nest;
        }

        return choice;
    }

    /// <summary>The nest that this thread sent to the GPU last, for whoever has to tell it that the GPU failed.</summary>
    public static NestDescriptor? TakeLastOnGpu()
    {
        NestDescriptor? nest = t_lastOnGpu;
        t_lastOnGpu = null;
        return nest;
    }

    private static Backend Choose(NestDescriptor nest, int generation, Backend requested, long iterations, long residentBytes)
    {
        // The call began without a pin. One that was set since counts where it can, but cannot break off a kernel half-way.
        Backend pinned = requested == Backend.Auto ? ProcessOptions.PinnedBackend : Backend.Auto;
        if (pinned != Backend.Auto && (nest.Kernel is null || NamedBackends.Refusal(nest.Kernel, pinned) is null))
        {
            return ChooseNamed(nest, pinned, isPinned: true, iterations);
        }

        return requested == Backend.Auto
            ? ChooseFreely(nest, generation, iterations, residentBytes)
            : ChooseNamed(nest, requested, isPinned: false, iterations);
    }

    private static Backend ChooseNamed(NestDescriptor nest, Backend backend, bool isPinned, long iterations)
    {
        Backend choice = backend switch
        {
            Backend.Simd when nest.SimdRefusal is string reason => throw Unavailable(nest, backend, reason),
            Backend.Gpu when nest.GpuRefusal is string reason => throw Unavailable(nest, backend, reason),
            Backend.Multicore when nest.MulticoreRefusal is not null => nest.OneCoreBackend,
            _ => backend,
        };

        if (ExplanationRecorder.Current is ExplanationRecorder recorder)
        {
            string why = isPinned ? $"pinned by {ProcessOptions.PinSource}" : "asked for by name";
            recorder.Add(nest, iterations, choice, choice == backend ? why : $"Multicore was {why}, but {nest.MulticoreRefusal}");
        }

        return choice;
    }

    private static Backend ChooseFreely(NestDescriptor nest, int generation, long iterations, long residentBytes)
    {
        bool hasChoice = NestCandidates.MayHaveChoice(nest);
        long small = hasChoice ? SmallIterations(nest) : long.MaxValue;
        if (iterations <= small && residentBytes == 0)
        {
            if (!nest.IsModelled)
            {
                Adopt(nest, generation, small, isModelled: false);
            }

            ExplanationRecorder.Current?.Add(nest, iterations, nest.OneCoreBackend, hasChoice ? "too little work to start anything else" : "nothing else can run it");
            return nest.OneCoreBackend;
        }

        // While another thread measures the machine, and in a nest that already runs on a worker, the calling thread does the work.
        MachineProfile? profile = MachineProfile.Current;
        if (profile is null)
        {
            ExplanationRecorder.Current?.Add(nest, iterations, nest.OneCoreBackend, "there is no machine profile yet: another thread measures it, or measuring failed a moment ago");
            return nest.OneCoreBackend;
        }

        NestCandidates candidates = NestCandidates.Of(nest);
        if (!candidates.IsNested && !nest.IsModelled)
        {
            // Beyond what is fastest even with helpers awake, each run is looked at.
            Adopt(nest, generation, new CostModel(nest, profile, candidates, isWarm: true).LargestOnOneCore(small), isModelled: true);
        }

        long now = Stopwatch.GetTimestamp();
        var model = new CostModel(nest, profile, candidates, t_pace.IsDense(now));
        Backend best = model.Fastest(iterations, residentBytes, out double seconds);
        t_pace.Expect(now, seconds);

        ExplanationRecorder.Current?.Add(nest, iterations, best, "the shortest predicted time", model.Describe(iterations, residentBytes));
        return best;
    }

    private static void Adopt(NestDescriptor nest, int generation, long threshold, bool isModelled)
    {
        if (!ExplanationRecorder.IsTracing)
        {
            nest.SetThreshold(generation, threshold, isModelled);
        }
    }

    private static long SmallIterations(NestDescriptor nest)
    {
        double operations = SmallOperations / Math.Max(nest.OperationsPerIteration, 1e-3);
        double bytes = SmallBytes / Math.Max(nest.BytesPerIteration, 1e-3);
        return (long)Math.Min(operations, bytes);
    }

    private static BackendUnavailableException Unavailable(NestDescriptor nest, Backend backend, string reason) =>
        new(backend, nest.KernelName, $"'{nest.Loop}': {reason}.");
}
