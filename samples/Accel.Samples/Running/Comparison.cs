namespace Accel.Samples.Running;

/// <summary>Runs steps on every backend: times them, and checks each result against that of the reference.</summary>
internal static class Comparison
{
    private static readonly Backend[] Backends = [Backend.Reference, Backend.Simd, Backend.Multicore, Backend.Gpu];

    /// <summary>
    /// Runs the steps in order; afterwards their result arrays hold what the reference computed, so that a step may read the results of
    /// an earlier one and differences do not add up.
    /// </summary>
    public static IReadOnlyList<Measurement> Run(IReadOnlyList<Step> steps, IProgress<string> progress)
    {
        var measurements = new List<Measurement>();
        foreach (Step step in steps)
        {
            progress.Report($"{step.Name}: {Backend.Reference}");
            step.Run(Backend.Reference);
            Array[] expected = Array.ConvertAll(step.Results, result => (Array)result.Clone());
            double reference = Timing.Median(() => step.Run(Backend.Reference));
            measurements.Add(new Measurement(step, Backend.Reference, reference, 1, 0, null));

            foreach (Backend backend in Backends[1..])
            {
                progress.Report($"{step.Name}: {backend}");
                measurements.Add(Measure(step, backend, expected, reference));
            }

            for (int i = 0; i < expected.Length; i++)
            {
                Array.Copy(expected[i], step.Results[i], expected[i].Length);
            }
        }

        return measurements;
    }

    /// <summary>How often <see cref="Run"/> reports for each step.</summary>
    public static int ReportsPerStep => Backends.Length;

    private static Measurement Measure(Step step, Backend backend, Array[] expected, double reference)
    {
        // What the backend before has left must not pass for this one's result.
        foreach (Array result in step.Results)
        {
            Array.Clear(result);
        }

        try
        {
            step.Run(backend);
        }
        catch (BackendUnavailableException e)
        {
            return new Measurement(step, backend, null, 0, 0, e.Reason);
        }

        long largest = step.Results.Zip(expected, (actual, wanted) => Ulp.LargestDistance(wanted, actual)).Max();
        double seconds = Timing.Median(() => step.Run(backend));
        return new Measurement(step, backend, seconds, reference / seconds, largest, null);
    }
}
