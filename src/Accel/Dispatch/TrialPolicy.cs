using Accel.Runtime;

namespace Accel;

/// <summary>
/// When to run on a backend that is predicted to be slower: its prediction may be wrong, and only a run can tell. The time for that is a small share of the time that runs of
/// the size have taken, so whoever is predicted to be ten times slower is tried after hundreds of runs, and whoever is about as fast soon.
/// </summary>
internal static class TrialPolicy
{
    private const double Share = 0.02;
    private const int RunsBetweenFirstTrials = 8;
    private const int RunsBetweenTrials = 256;

    // Of two that are nearly as fast a moment of other work on the machine decides, and a cheap trial soon finds out.
    private const double Near = 1.5;
    private const int RunsBetweenTrialsOfNear = 32;

    // To send data to a device and to compile for it is not undone by choosing something else the next time.
    private const double MostOnGpu = 2;

    // The first run on several cores wakes helpers, which the others of a sequence need not.
    private const int MoreRunsOnSeveralCores = 3;

    /// <summary>What to run on instead of the fastest this time, or <see cref="Backend.Auto"/>.</summary>
    public static Backend Due(NestDescriptor nest, NestTimings timings, in TimesByBackend predicted, Backend fastest, long iterations, bool isWarm)
    {
        int sizeClass = NestTimings.ClassOf(iterations);
        ref NestTimings.SizeClass known = ref timings[sizeClass];
        if (known.TrialRunsLeft > 0)
        {
            known.TrialRunsLeft--;
            return known.Tried != fastest && double.IsFinite(predicted[known.Tried]) ? known.Tried : Backend.Auto;
        }

        if (known.RunsSinceTrial < RunsBetweenFirstTrials)
        {
            return Backend.Auto;
        }

        foreach (Backend other in (ReadOnlySpan<Backend>)[nest.OneCoreBackend, Backend.Reference, Backend.Multicore, Backend.Gpu])
        {
            if (other != fastest && double.IsFinite(predicted[other]) && IsDue(timings, sizeClass, TimedForms.Of(other, isWarm), predicted[other], predicted[fastest]))
            {
                known.Tried = other;
                known.TrialRunsLeft = other == Backend.Multicore && isWarm ? MoreRunsOnSeveralCores : 0;
                return other;
            }
        }

        return Backend.Auto;
    }

    private static bool IsDue(NestTimings timings, int sizeClass, TimedForm other, double seconds, double fastest)
    {
        ref NestTimings.SizeClass known = ref timings[sizeClass];
        int pause = timings.RunsOf(other, sizeClass) < NestTimings.FirstRuns ? RunsBetweenFirstTrials : seconds < Near * fastest ? RunsBetweenTrialsOfNear : RunsBetweenTrials;
        return known.RunsSinceTrial >= pause
            && known.TrialSeconds + (seconds - fastest) <= Share * known.TotalSeconds
            && (other != TimedForm.Gpu || seconds <= MostOnGpu * fastest);
    }
}
