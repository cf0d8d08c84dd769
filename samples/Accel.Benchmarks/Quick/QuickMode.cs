using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Accel.Benchmarks.Quick;

/// <summary>All workloads side by side in about a minute, each beside what the machine could do at best. Less exact than BenchmarkDotNet.</summary>
internal static class QuickMode
{
    private static readonly Type[] Workloads =
    [
        typeof(Trivial.SaxpyBenchmark), typeof(Trivial.SumBenchmark), typeof(Trivial.DotBenchmark),
        typeof(Medium.RootBenchmark), typeof(Medium.LogisticBenchmark), typeof(Medium.BlurBenchmark),
        typeof(Complex.MandelbrotBenchmark), typeof(Complex.BlackScholesBenchmark),
    ];

    /// <summary>Measures the workloads whose name contains <paramref name="filter"/> and prints the table.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string filter)
    {
        Type[] chosen = [.. Workloads.Where(type => Name(type).Contains(filter, StringComparison.OrdinalIgnoreCase))];
        if (chosen.Length == 0)
        {
            Console.Error.WriteLine($"error: no workload has '{filter}' in its name. There are {string.Join(", ", Workloads.Select(Name))}.");
            return 1;
        }

        var limits = new MachineLimits();
        Console.WriteLine($"FMA, float: {limits.Flops(false) / 1e9:F0} GFLOP/s on one core, {limits.Flops(true) / 1e9:F0} on {limits.Threads}.");
        Console.WriteLine();
        WriteRow("workload", "form", "ns/element", "speed-up", "GB/s", "GFLOP/s", "limit");
        foreach (Type type in chosen)
        {
            foreach (int elements in Sizes(type))
            {
                WriteRows(type, elements, limits);
            }
        }

        Console.WriteLine();
        Console.WriteLine("limit: the longer of bytes / bandwidth (measured for the same footprint) and operations / FMA rate,");
        Console.WriteLine("on one core, or all for Multicore and Auto, as a share of the time taken. Operations of elementary");
        Console.WriteLine("functions are nominal. ByHand is Vector256, Tensors is TensorPrimitives.");
        return 0;
    }

    private static void WriteRows(Type type, int elements, MachineLimits limits)
    {
        var workload = (Workload)Activator.CreateInstance(type)!;
        workload.Elements = elements;
        workload.SetUp();
        double reference = 0;
        foreach (QuickForm form in QuickForm.Of(workload))
        {
            string heading = reference == 0 ? $"{Name(type)} {Count(elements)}" : "";
            if (Seconds(form) is not { } seconds)
            {
                WriteRow(heading, form.Name, "-", "-", "-", "-", "-");
                continue;
            }

            reference = reference == 0 ? seconds : reference;
            WriteRow(
                heading, form.Name, Number(seconds / elements * 1e9), Number(reference / seconds) + "x",
                Number(workload.BytesPerElement * elements / seconds / 1e9), Number(workload.FlopsPerElement * elements / seconds / 1e9),
                $"{Best(workload, limits, form.UsesAllCores) / seconds * 100:F0} %");
        }
    }

    private static void WriteRow(string workload, string form, params string[] numbers) =>
        Console.WriteLine($"{workload,-18}{form,-10}" + string.Concat(numbers.Select(number => number.PadLeft(12))));

    private static double? Seconds(QuickForm form)
    {
        try
        {
            form.Run();
        }
        catch (BackendUnavailableException e)
        {
            Console.Error.WriteLine($"  {form.Name}: {e.Message}");
            return null;
        }

        return Timing.Median(form.Run);
    }

    private static double Best(Workload workload, MachineLimits limits, bool allCores)
    {
        double moved = workload.BytesPerElement * workload.Elements;
        long footprint = (long)(workload.Traffic == Traffic.Update ? moved / 1.5 : moved);
        return Math.Max(
            moved / limits.Bandwidth(workload.Traffic, footprint, allCores),
            workload.FlopsPerElement * workload.Elements / limits.Flops(allCores));
    }

    private static IEnumerable<int> Sizes(Type type) =>
        type.GetProperty(nameof(Workload.Elements))!.GetCustomAttribute<ParamsAttribute>()!.Values.Cast<int>();

    private static string Name(Type type) => type.Name.Replace("Benchmark", "", StringComparison.Ordinal);

    private static string Count(int elements) => elements >= 1 << 20 ? $"{elements >> 20} Mi" : $"{elements >> 10} Ki";

    private static string Number(double value) =>
        value.ToString(value >= 100 ? "F0" : value >= 10 ? "F1" : value >= 1 ? "F2" : "F3", CultureInfo.InvariantCulture);
}
