using System.Globalization;
using Spectre.Console;

namespace Accel.Samples.Running;

/// <summary>Lays measurements out as a table: one row for each step and backend.</summary>
internal static class ResultTable
{
    public static Table Of(IReadOnlyList<Measurement> measurements, bool withSums)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("step");
        table.AddColumn("backend");
        table.AddColumn(new TableColumn("time").RightAligned());
        table.AddColumn(new TableColumn("speed-up").RightAligned());
        table.AddColumn(new TableColumn("largest difference").RightAligned());
        Step? previous = null;
        foreach (Measurement measurement in measurements.Where(measurement => measurement.Seconds is not null))
        {
            string name = measurement.Step == previous ? "" : Markup.Escape(measurement.Step.Name);
            table.AddRow(name, $"{measurement.Backend}", Duration(measurement.Seconds!.Value), Ratio(measurement.Speedup), Difference(measurement));
            previous = measurement.Step;
        }

        if (withSums)
        {
            AddSums(table, measurements);
        }

        return table;
    }

    /// <summary>The largest difference with its unit; packed pixels have steps of a channel.</summary>
    public static string Difference(Measurement measurement)
    {
        bool isPacked = measurement.Step.Results[0] is uint[];
        string unit = isPacked ? "/255" : " ulp";
        return measurement.LargestUlp == long.MaxValue ? "NaN" : measurement.LargestUlp.ToString(CultureInfo.InvariantCulture) + unit;
    }

    private static void AddSums(Table table, IReadOnlyList<Measurement> measurements)
    {
        IGrouping<Backend, Measurement>[] complete = [.. measurements.GroupBy(m => m.Backend).Where(all => all.All(m => m.Seconds is not null))];
        double reference = Sum(complete[0]);
        foreach (IGrouping<Backend, Measurement> backend in complete)
        {
            table.AddRow(backend == complete[0] ? "all" : "", $"{backend.Key}", Duration(Sum(backend)), Ratio(reference / Sum(backend)), "");
        }
    }

    private static double Sum(IEnumerable<Measurement> measurements) => measurements.Sum(measurement => measurement.Seconds!.Value);

    private static string Duration(double seconds) => seconds >= 1e-3 ? $"{Significant(seconds * 1e3)} ms" : $"{Significant(seconds * 1e6)} us";

    private static string Ratio(double ratio) => Significant(ratio) + "x";

    private static string Significant(double value) =>
        value.ToString(value >= 100 ? "F0" : value >= 10 ? "F1" : value >= 1 ? "F2" : "0.00##", CultureInfo.InvariantCulture);
}
