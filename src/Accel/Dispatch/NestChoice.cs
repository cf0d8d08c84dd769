using System.Numerics;
using Accel.Runtime;

namespace Accel;

/// <summary>Where one run of a nest goes, when the ready threshold does not answer it.</summary>
internal static class NestChoice
{
    // About a microsecond of work, which is less than any machine takes to start a second thread: not worth a look at the machine profile.
    private const double SmallOperations = 16_384;
    private const double SmallBytes = 32_768;

    // The fast path is for what is faster than everything else by so much that no trial could show another to be better; later, by so much that it is not worth a look.
    private const double ClearAtFirst = 8;
    private const double Clear = 1.5;

    private const string TooLittle = "too little work to start anything else";
    private const string NothingElse = "nothing else can run it";
    private const string NoProfile = "there is no machine profile yet: another thread measures it, or measuring failed a moment ago";
    private const string Shortest = "the shortest predicted time";
    private const string Trial = "a trial: it is predicted to be slower, and only a run can tell";

    [ThreadStatic]
    private static CallPace t_pace;

    [ThreadStatic]
    private static NestDescriptor? t_lastOnGpu;

    /// <summary>The run under way on this thread, from the choice to the end.</summary>
    [ThreadStatic]
    private static NestRun t_run;

    /// <summary>The clock for all times.</summary>
    public static TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Chooses where a run goes.</summary>
    /// <param name="nest">The nest.</param>
    /// <param name="requested">By the call.</param>
    /// <param name="iterations">Of this run.</param>
    /// <param name="residentBytes">What lies on the GPU only.</param>
    /// <param name="started">When the run begins, for <see cref="Complete"/>; 0 where nobody wants to know how long it takes.</param>
    public static Backend Choose(NestDescriptor nest, Backend requested, long iterations, long residentBytes, out long started)
    {
        // Read before the state that it stands for, so that a change in between leaves a generation that matches nothing.
        int generation = Volatile.Read(ref ProcessOptions.Generation);
        bool isObserved = ExplanationRecorder.IsTracing || KernelTelemetry.IsListenedTo;

        // The call began without a pin. One that was set since counts where it can, but cannot break off a kernel half-way.
        Backend pinned = requested == Backend.Auto ? ProcessOptions.PinnedBackend : Backend.Auto;
        bool isPinned = pinned != Backend.Auto && (nest.Kernel is null || NamedBackends.Refusal(nest.Kernel, pinned) is null);
        bool isTimed = isObserved;
        NestRun run = isPinned ? ChooseNamed(nest, pinned, isPinned: true, iterations)
            : requested != Backend.Auto ? ChooseNamed(nest, requested, isPinned: false, iterations)
            : ChooseFreely(nest, generation, iterations, residentBytes, ref isTimed);
        ExplanationRecorder.Current?.Add(run);
        if (run.Chosen == Backend.Gpu)
        {
            t_lastOnGpu = nest;
        }

        started = 0;
        if (isTimed)
        {
            t_run = run;
            started = Math.Max(Clock.GetTimestamp(), 1);
        }

        return run.Chosen;
    }

    /// <summary>Takes note of what a run took.</summary>
    /// <param name="nest">The nest.</param>
    /// <param name="ran">What ran at last: guards of one backend, or a device that failed, may have sent it elsewhere.</param>
    /// <param name="started">What <see cref="Choose"/> gave.</param>
    public static void Complete(NestDescriptor nest, Backend ran, long started)
    {
        double seconds = Clock.GetElapsedTime(started).TotalSeconds;
        NestRun run = t_run;
        t_run = default;
        if (run.Nest != nest)
        {
            return;
        }

        if (nest.Timings is NestTimings timings)
        {
            Learn(timings, run, ran, seconds);
        }

        DecisionLog.Add(run, ran, seconds, Clock.GetUtcNow());
        ExplanationRecorder.Current?.Complete(nest, ran, seconds);
        KernelTelemetry.Report(run, ran, seconds);
    }

    /// <summary>The nest that this thread sent to the GPU last, for whoever has to tell it that the GPU failed.</summary>
    public static NestDescriptor? TakeLastOnGpu()
    {
        NestDescriptor? nest = t_lastOnGpu;
        t_lastOnGpu = null;
        return nest;
    }

    private static NestRun ChooseNamed(NestDescriptor nest, Backend backend, bool isPinned, long iterations)
    {
        Backend choice = backend switch
        {
            Backend.Simd when nest.SimdRefusal is string reason => throw Unavailable(nest, backend, reason),
            Backend.Gpu when nest.GpuRefusal is string reason => throw Unavailable(nest, backend, reason),
            Backend.Multicore when nest.MulticoreRefusal is not null => nest.OneCoreBackend,
            _ => backend,
        };

        string why = isPinned ? ProcessOptions.PinReason : "asked for by name";
        return new NestRun(nest, iterations, choice, choice == backend || !ExplanationRecorder.IsTracing ? why : $"Multicore was {why}, but {nest.MulticoreRefusal}");
    }

    private static NestRun ChooseFreely(NestDescriptor nest, int generation, long iterations, long residentBytes, ref bool isTimed)
    {
        if (!NestCandidates.MayHaveChoice(nest))
        {
            Adopt(nest, generation, long.MaxValue, isModelled: false, isTimed);
            return new NestRun(nest, iterations, nest.OneCoreBackend, NothingElse);
        }

        NestTimings timings = nest.CurrentTimings;
        long small = SmallIterations(nest);
        if (iterations <= small && residentBytes == 0 && !timings.IsLargerThanItLooks && !nest.IsModelled)
        {
            if (!timings.IsLearning)
            {
                Adopt(nest, generation, small, isModelled: false, isTimed);
            }

            isTimed |= timings.IsLearning;
            return new NestRun(nest, iterations, nest.OneCoreBackend, TooLittle) { IsSmall = true };
        }

        // While another thread measures the machine, and in a nest that already runs on a worker, the calling thread does the work.
        if (MachineProfile.Current is not MachineProfile profile)
        {
            return new NestRun(nest, iterations, nest.OneCoreBackend, NoProfile);
        }

        NestCandidates candidates = NestCandidates.Of(nest);
        if (!candidates.IsNested && !nest.IsModelled && timings.AllowsThreshold)
        {
            // Judged with helpers awake; beyond that, each run is looked at.
            double factor = timings.Runs < NestTimings.SettlingRuns ? ClearAtFirst : Clear;
            Adopt(nest, generation, new CostModel(nest, profile, candidates, isWarm: true).LargestOnOneCore(factor), isModelled: true, isTimed);
        }

        isTimed = true;
        return Predict(nest, profile, candidates, iterations, residentBytes);
    }

    private static NestRun Predict(NestDescriptor nest, MachineProfile profile, NestCandidates candidates, long iterations, long residentBytes)
    {
        long now = Clock.GetTimestamp();
        var model = new CostModel(nest, profile, candidates, t_pace.IsDense(now));
        TimesByBackend uncorrected = model.Uncorrected(iterations, residentBytes);
        TimesByBackend starts = model.Starts();
        TimesByBackend predicted = model.Corrected(uncorrected, starts, iterations);
        Backend best = model.Choose(predicted, iterations);
        Backend tried = candidates.IsNested || residentBytes > 0 ? Backend.Auto : TrialPolicy.Due(nest, nest.Timings!, predicted, best, iterations);
        bool isTrial = tried != Backend.Auto;
        t_pace.Expect(now, predicted[isTrial ? tried : best]);

        ref NestTimings.SizeClass known = ref nest.Timings![NestTimings.ClassOf(iterations)];
        known.Last = best;
        known.RunsSinceTrial = isTrial ? 0 : known.RunsSinceTrial + 1;
        var run = new NestRun(nest, iterations, isTrial ? tried : best, isTrial ? Trial : Shortest) { SecondsWithoutTrial = isTrial ? predicted[best] : 0 };
        run.Predict(starts, uncorrected, predicted, candidates);
        return run;
    }

    private static void Learn(NestTimings timings, in NestRun run, Backend ran, double seconds)
    {
        if (run.IsSmall)
        {
            timings.AddUnpredicted(seconds);
        }

        if (!run.IsPredicted)
        {
            return;
        }

        double uncorrected = run.Uncorrected[ran];
        if (double.IsFinite(uncorrected))
        {
            timings.Add(ran, run.Iterations, run.Starts[ran], uncorrected, seconds);
        }

        if (run.SecondsWithoutTrial > 0)
        {
            timings[NestTimings.ClassOf(run.Iterations)].TrialSeconds += Math.Max(0, seconds - run.SecondsWithoutTrial);
        }

        if (BitOperations.IsPow2(timings.Runs))
        {
            run.Nest!.ForgetModel();
        }
    }

    /// <summary>While anybody watches, each run is looked at.</summary>
    private static void Adopt(NestDescriptor nest, int generation, long threshold, bool isModelled, bool isObserved)
    {
        if (!isObserved)
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
