using System.Diagnostics;

namespace Accel.Samples.Running;

internal static class Timing
{
    private const int FewestSamples = 3;
    private const int MostSamples = 15;
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMilliseconds(2);

    // The JIT replaces its first, unoptimised code of callees some 100 ms after they have been called often enough.
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(400);

    /// <summary>Seconds that one warm run takes, as the median of several. Runs too short to time alone are timed in batches.</summary>
    public static double Median(Action run)
    {
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
        return samples[samples.Count / 2];
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
