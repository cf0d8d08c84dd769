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

    // A look at the model and the clock takes some 300 ns: of shorter runs only as many are looked at as make that one part in a hundred.
    private const double LookSeconds = 30e-6;
    private const double MostAlike = 100;

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
    private static NestRun? t_run;

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
        started = 0;
        NestRun run = t_run ??= new NestRun();
        if (isPinned || requested != Backend.Auto)
        {
            Backend named = Named(nest, isPinned ? pinned : requested);
            if (!isObserved)
            {
                RememberGpu(nest, named);
                return named;
            }

            Explain(run, nest, isPinned ? pinned : requested, named, isPinned, iterations);
            return Begin(run, isTimed: true, Clock.GetTimestamp(), out started);
        }

        bool isTimed = isObserved;
        ChooseFreely(run, nest, iterations, generation, residentBytes, ref isTimed, out long now);
        return Begin(run, isTimed, now, out started);
    }

    private static Backend Begin(NestRun run, bool isTimed, long now, out long started)
    {
        ExplanationRecorder.Current?.Add(run);
        RememberGpu(run.Nest, run.Chosen);
        started = isTimed ? Math.Max(now != 0 ? now : Clock.GetTimestamp(), 1) : 0;
        run.PlainStarted = run.Chosen == Backend.Reference && run.Nest!.OneCoreBackend != Backend.Reference ? started : 0;
        return run.Chosen;
    }

    private static void RememberGpu(NestDescriptor? nest, Backend chosen)
    {
        if (chosen == Backend.Gpu)
        {
            t_lastOnGpu = nest;
        }
    }

    /// <summary>Takes note of what a run took.</summary>
    /// <param name="nest">The nest.</param>
    /// <param name="ran">What ran at last: guards of one backend, or a device that failed, may have sent it elsewhere.</param>
    /// <param name="started">What <see cref="Choose"/> gave.</param>
    public static void Complete(NestDescriptor nest, Backend ran, long started)
    {
        long now = Clock.GetTimestamp();
        double seconds = (double)(now - started) / Clock.TimestampFrequency;
        NestRun? run = t_run;
        if (run?.Nest != nest)
        {
            return;
        }

        t_pace.End(now, ran == Backend.Multicore);

        // Inside a parallel loop other work runs on the other cores, which says nothing of a call that has them for itself.
        if (nest.Timings is NestTimings timings && !ParallelRange.IsWorking)
        {
            Learn(timings, run, ran, seconds);
        }

        run.Lanes = nest.Lanes.Since(run.Lanes);
        DecisionLog.Add(run, ran, seconds, now);
        ExplanationRecorder.Current?.Complete(nest, ran, seconds, run.Lanes);
        KernelTelemetry.Report(run, ran, seconds);
        run.Set(null, 0, Backend.Auto, "");
    }

    /// <summary>Takes note of what the plain form of a nest with SIMD code took, if that is what <see cref="Choose"/> chose.</summary>
    public static void CompletePlain(NestDescriptor nest)
    {
        if (t_run is NestRun { PlainStarted: not 0 and long started } run && run.Nest == nest)
        {
            Complete(nest, Backend.Reference, started);
        }
    }

    /// <summary>The nest that this thread sent to the GPU last, for whoever has to tell it that the GPU failed.</summary>
    public static NestDescriptor? TakeLastOnGpu()
    {
        NestDescriptor? nest = t_lastOnGpu;
        t_lastOnGpu = null;
        return nest;
    }

    private static Backend Named(NestDescriptor nest, Backend backend) => backend switch
    {
        Backend.Simd when nest.SimdRefusal is string reason => throw Unavailable(nest, backend, reason),
        Backend.Gpu when nest.GpuRefusal is string reason => throw Unavailable(nest, backend, reason),
        Backend.Multicore when nest.MulticoreRefusal is not null => nest.OneCoreBackend,
        _ => backend,
    };

    private static void Explain(NestRun run, NestDescriptor nest, Backend backend, Backend chosen, bool isPinned, long iterations)
    {
        string why = isPinned ? ProcessOptions.PinReason : "asked for by name";
        run.Set(nest, iterations, chosen, chosen == backend ? why : $"Multicore was {why}, but {nest.MulticoreRefusal}");
    }

    /// <param name="run">Takes the choice.</param>
    /// <param name="nest">The nest.</param>
    /// <param name="iterations">Of this run.</param>
    /// <param name="generation">Of the options.</param>
    /// <param name="residentBytes">What lies on the GPU only.</param>
    /// <param name="isTimed">Whether anybody wants to know how long the run takes; set where the dispatcher does.</param>
    /// <param name="now">The time, or 0 where it was not looked at.</param>
    private static void ChooseFreely(NestRun run, NestDescriptor nest, long iterations, int generation, long residentBytes, ref bool isTimed, out long now)
    {
        now = 0;
        if (!NestCandidates.MayHaveChoice(nest))
        {
            Adopt(nest, generation, long.MaxValue, isModelled: false, isTimed);
            run.Set(nest, iterations, nest.OneCoreBackend, NothingElse);
            return;
        }

        NestTimings timings = nest.CurrentTimings;
        ref NestTimings.SizeClass known = ref timings[NestTimings.ClassOf(iterations)];
        if (!isTimed && known.RunsLeftAlike > 0 && known.Iterations == iterations && known.Generation == generation && residentBytes == 0 && !ParallelRange.IsWorking)
        {
            known.RunsLeftAlike--;
            now = Clock.GetTimestamp();
            t_pace.Expect(now, known.Seconds, known.Last == Backend.Multicore);
            run.Set(nest, iterations, known.Last, Shortest);
            return;
        }

        long small = SmallIterations(nest);
        if (iterations <= small && residentBytes == 0 && !timings.IsLargerThanItLooks && !nest.IsModelled)
        {
            if (!timings.IsLearning)
            {
                Adopt(nest, generation, small, isModelled: false, isTimed);
            }

            isTimed |= timings.IsLearning;
            run.Set(nest, iterations, nest.OneCoreBackend, TooLittle, isSmall: true);
            return;
        }

        // While another thread measures the machine, and in a nest that already runs on a worker, the calling thread does the work.
        if (MachineProfile.Current is not MachineProfile profile)
        {
            run.Set(nest, iterations, nest.OneCoreBackend, NoProfile);
            return;
        }

        NestCandidates candidates = NestCandidates.Of(nest);
        if (!candidates.IsNested && !nest.IsModelled && timings.AllowsThreshold)
        {
            // Judged with helpers awake; beyond that, each run is looked at.
            double factor = timings.Runs < NestTimings.SettlingRuns ? ClearAtFirst : Clear;
            Adopt(nest, generation, new CostModel(nest, profile, candidates, isWarm: true).LargestOnOneCore(factor), isModelled: true, isTimed);
        }

        isTimed = true;
        now = Clock.GetTimestamp();
        bool isWarm = t_pace.IsDense(now);
        Predict(run, new CostModel(nest, profile, candidates, isWarm), isWarm, nest, candidates, iterations, generation, residentBytes, now);
    }

    private static void Predict(NestRun run, in CostModel model, bool isWarm, NestDescriptor nest, NestCandidates candidates, long iterations, int generation, long residentBytes, long now)
    {
        NestTimings timings = nest.Timings!;
        TimesByBackend starts = model.Starts();
        TimesByBackend uncorrected = model.Uncorrected(iterations, residentBytes);
        TimesByBackend predicted = model.Corrected(uncorrected, starts, iterations);
        Backend best = model.Choose(predicted, iterations);
        Backend tried = candidates.IsNested || residentBytes > 0 ? Backend.Auto : TrialPolicy.Due(nest, timings, predicted, best, iterations, isWarm);
        bool isTrial = tried != Backend.Auto;
        Backend chosen = isTrial ? tried : best;
        run.AreHelpersAwake = t_pace.AreHelpersAwake(now);
        t_pace.Expect(now, predicted[chosen], chosen == Backend.Multicore);

        ref NestTimings.SizeClass known = ref timings[NestTimings.ClassOf(iterations)];

        // Nobody is told of a plain form that throws.
        known.TrialSeconds += isTrial && tried == Backend.Reference ? Math.Max(0, predicted[tried] - predicted[best]) : 0;
        known.Last = best;
        known.Iterations = iterations;
        known.Generation = generation;
        known.Seconds = predicted[chosen];
        known.RunsLeftAlike = isTrial || residentBytes > 0 || candidates.IsNested || timings.Runs < NestTimings.SettlingRuns ? 0 : (int)Math.Min(LookSeconds / predicted[best], MostAlike);
        known.RunsSinceTrial = isTrial ? 0 : known.RunsSinceTrial + 1;
        run.Set(nest, iterations, chosen, isTrial ? Trial : Shortest);
        run.AddTimes(starts, uncorrected, predicted, candidates, isWarm, isTrial ? predicted[best] : 0);
    }

    private static void Learn(NestTimings timings, NestRun run, Backend ran, double seconds)
    {
        if (run.IsSmall)
        {
            timings.AddUnpredicted(seconds);
        }

        if (!run.IsPredicted)
        {
            return;
        }

        double start = run.Starts[ran];
        double predicted = run.Uncorrected[ran];
        if (ran == Backend.Multicore && run.IsWarm != run.AreHelpersAwake && MachineProfile.Current is MachineProfile profile)
        {
            // The first of a sequence, or one that came early: as it was, and not as it was expected to be.
            double actual = run.AreHelpersAwake ? profile.WarmStartSeconds : profile.ColdStartSeconds;
            (predicted, start) = (predicted - start + actual, actual);
        }

        if (double.IsFinite(predicted))
        {
            timings.Add(TimedForms.Of(ran, run.AreHelpersAwake), run.Iterations, start, predicted, seconds);
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

    /// <summary>The most iterations that are not worth a look at the machine profile.</summary>
    public static long SmallIterations(NestDescriptor nest)
    {
        double operations = SmallOperations / Math.Max(nest.OperationsPerIteration, 1e-3);
        double bytes = SmallBytes / Math.Max(nest.BytesPerIteration, 1e-3);
        return (long)Math.Min(operations, bytes);
    }

    private static BackendUnavailableException Unavailable(NestDescriptor nest, Backend backend, string reason) =>
        new(backend, nest.KernelName, $"'{nest.Loop}': {reason}.");
}
