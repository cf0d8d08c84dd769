using System.Globalization;

namespace Accel.Benchmarks.Sweep;

/// <summary>Each kernel at sizes from 1 to 100 million on each backend and as the dispatcher chooses: a table on the console, and a plot per kernel.</summary>
internal static class SweepMode
{
    private static readonly Backend[] s_backends = [Backend.Reference, Backend.Simd, Backend.Multicore, Backend.Auto];

    /// <param name="filter">Part of the names of the kernels to run.</param>
    /// <param name="folder">Where plots go.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string filter, string folder)
    {
        SweepWorkload[] chosen = [.. SweepWorkload.All.Where(workload => workload.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];
        if (chosen.Length == 0)
        {
            Console.Error.WriteLine($"error: no kernel has '{filter}' in its name. There are {string.Join(", ", SweepWorkload.All.Select(workload => workload.Name))}.");
            return 1;
        }

        Directory.CreateDirectory(folder);
        foreach (SweepWorkload workload in chosen)
        {
            Run(workload, Path.Combine(folder, $"sweep-{workload.Name}.svg"));
        }

        return 0;
    }

    private static void Run(SweepWorkload workload, string path)
    {
        Console.WriteLine($"{workload.Name,-16}{string.Concat(s_backends.Select(backend => $"{backend,14}"))}{"Auto / best",14}   Auto ran on");
        var rows = new List<(int Elements, double[] Seconds)>();
        foreach (int elements in Sizes(workload.Most))
        {
            Action<Backend> call = workload.Create(elements);
            Action[] forms = [.. s_backends.Select(backend => (Action)(() => call(backend)))];
            double[] seconds = SweepTiming.Lowest(forms);
            rows.Add((elements, seconds));
            Backend ran = KernelDispatcher.Explain(() => call(Backend.Auto)).Nests[0].Backend;
            Console.WriteLine($"{elements.ToString("N0", CultureInfo.InvariantCulture),-16}{string.Concat(seconds.Select(Time))}{(seconds[^1] / seconds[..^1].Min()).ToString("F2", CultureInfo.InvariantCulture),14}   {ran}");
        }

        SweepPlot.Write(path, workload.Name, [.. s_backends.Select(backend => backend.ToString())], rows);
        Console.WriteLine($"wrote {path}\n");
    }

    /// <summary>1, 3, 10, 30 and so on.</summary>
    private static IEnumerable<int> Sizes(long most)
    {
        for (long size = 1; size <= most; size *= 10)
        {
            yield return (int)size;
            if (3 * size <= most)
            {
                yield return (int)(3 * size);
            }
        }
    }

    private static string Time(double seconds) => seconds switch
    {
        < 1e-6 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e9,11:F1} ns"),
        < 1e-3 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6,11:F2} us"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3,11:F2} ms"),
    };
}
