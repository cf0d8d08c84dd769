using Accel.Runtime;

namespace Accel.Tests.Dispatch;

internal static class NestRuns
{
    /// <summary>The choice for a run that does not take place.</summary>
    public static Backend Choose(this NestDescriptor nest, Backend requested, long iterations) => nest.Choose(requested, iterations, out _);

    /// <summary>One run by <see cref="Backend.Auto"/> that takes as long as <paramref name="seconds"/> says; returns where it ran.</summary>
    public static Backend Run(this NestDescriptor nest, TestClock clock, long iterations, Func<Backend, double> seconds)
    {
        Backend chosen = nest.Choose(Backend.Auto, iterations, out long started);
        clock.Advance(seconds(chosen));
        if (started != 0)
        {
            nest.Complete(chosen, started);
        }

        // So that no helper is awake for the next one.
        clock.Advance(1);
        return chosen;
    }

    /// <summary>So many small runs that the nest trusts what it knows.</summary>
    public static void Learn(this NestDescriptor nest, int runs = NestTimings.LearningRuns)
    {
        for (int i = 0; i < runs; i++)
        {
            Backend chosen = nest.Choose(Backend.Auto, 1, out long started);
            if (started != 0)
            {
                nest.Complete(chosen, started);
            }
        }
    }
}
