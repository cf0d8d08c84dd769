using Spectre.Console;

namespace Accel.Samples.Running;

/// <summary>Runs a sample's steps under a progress display on standard error, and prints its table to standard output.</summary>
internal static class Report
{
    /// <summary>Measures the steps and prints the table.</summary>
    /// <param name="title">The sample's name, a colon, and what it works on.</param>
    /// <param name="steps">The steps, in order.</param>
    /// <param name="isPipeline">Whether the steps make one job, so that the sum of their times means something.</param>
    /// <returns>Whether every result was right.</returns>
    public static bool Run(string title, IReadOnlyList<Step> steps, bool isPipeline = false)
    {
        string name = title.Split(':')[0];
        int reports = steps.Count * Comparison.ReportsPerStep;
        IReadOnlyList<Measurement> measurements = ProgressDisplay.Show(name, reports, progress => Comparison.Run(steps, progress));
        IAnsiConsole console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 120;
        }

        console.WriteLine(title);
        console.Write(ResultTable.Of(measurements, isPipeline));
        foreach (string remark in Refusals(measurements).Concat(Errors(measurements)))
        {
            console.WriteLine(remark);
        }

        console.WriteLine();
        return !measurements.Any(measurement => measurement.IsWrong);
    }

    private static IEnumerable<string> Refusals(IReadOnlyList<Measurement> measurements)
    {
        int steps = measurements.Select(measurement => measurement.Step).Distinct().Count();
        return measurements
            .Where(measurement => measurement.Refusal is not null)
            .GroupBy(measurement => $"{measurement.Backend} not available: {measurement.Refusal}")
            .Select(refused => refused.Count() == steps ? refused.Key : $"{refused.Key} ({string.Join("; ", refused.Select(one => one.Step.Name))})");
    }

    private static IEnumerable<string> Errors(IReadOnlyList<Measurement> measurements) => measurements
        .Where(measurement => measurement.IsWrong)
        .Select(wrong =>
            $"WRONG: {wrong.Step.Name} on {wrong.Backend} is {ResultTable.Difference(wrong)} off the reference, allowed are {wrong.Step.AllowedUlp}.");
}
