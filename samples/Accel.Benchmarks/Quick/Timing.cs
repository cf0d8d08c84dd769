using System.Diagnostics;

namespace Accel.Benchmarks.Quick;

internal static class Timing
{
    private const int FewestSamples = 5;
    private const int MostSamples = 25;
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMilliseconds(1);

    // The JIT replaces its first, unoptimised code of callees some 100 ms after they have been called often enough.
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(400);

    /// <summary>Seconds that one warm run takes, as the median of several.</summary>
    public static double Median(Action run)
    {
        List<double> samples = Samples(run);
        return samples[samples.Count / 2];
    }

    /// <summary>Seconds that one warm run takes at best.</summary>
    public static double Best(Action run) => Samples(run)[0];

    /// <summary>In ascending order; short runs are timed in batches.</summary>
    private static List<double> Samples(Action run)
    {
        run();
        long start = Stopwatch.GetTimestamp();
        int runs = 0;
        do
        {
            run();
            runs++;
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUp);

        int batch = Math.Max(1, (int)(ShortestSample * runs / Stopwatch.GetElapsedTime(start)));
        var samples = new List<double>(MostSamples);
        start = Stopwatch.GetTimestamp();
        while (samples.Count < FewestSamples || (samples.Count < MostSamples && Stopwatch.GetElapsedTime(start) < Budget))
        {
            samples.Add(Sample(run, batch));
        }

        samples.Sort();
        return samples;
    }

    private static double Sample(Action run, int batch)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < batch; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / batch;
    }
}
