namespace Accel.Report;

/// <summary>What a build does worse than an earlier one, loop by loop.</summary>
internal static class Baseline
{
    /// <summary>
    /// Loops that were vectorized and are not, and outermost loops that cores shared and share no more. A loop is the one with the same header in a kernel of the same name, the first with the
    /// first: lines may have moved. What is new or gone is no regression.
    /// </summary>
    public static IEnumerable<Regression> Compare(ReportDocument before, ReportDocument after)
    {
        Dictionary<(string Kernel, string Source, int Number), LoopEntry> old = Numbered(before).ToDictionary(item => item.Key, item => item.Loop);
        foreach ((var key, KernelEntry kernel, LoopEntry loop) in Numbered(after))
        {
            if (!old.TryGetValue(key, out LoopEntry? was))
            {
                continue;
            }

            if (was.IsVectorized && !loop.IsVectorized)
            {
                yield return new("ACC1901", kernel, loop, $"The loop '{loop.Source}' of '{kernel.Name}' was vectorized in the baseline and is not now: {loop.Message}");
            }
            else if (was.IsShared && !loop.IsShared)
            {
                yield return new("ACC2901", kernel, loop, $"The loop '{loop.Source}' of '{kernel.Name}' was shared among cores in the baseline and is not now: {loop.Cores ?? "it is no outermost loop any more"}");
            }
        }

        foreach (Regression lost in Unread(before, after))
        {
            yield return lost;
        }
    }

    // A loop that could be read and cannot now is in no nest; what is said of the kernel's plain loops tells why.
    private static IEnumerable<Regression> Unread(ReportDocument before, ReportDocument after)
    {
        ILookup<string, KernelEntry> old = before.Kernels.ToLookup(kernel => kernel.Name);
        foreach (KernelEntry kernel in after.Kernels.Where(kernel => kernel.Plain.Count > 0))
        {
            int was = old[kernel.Name].Select(entry => entry.Nests.SelectMany(nest => nest.Loops).Count(loop => loop.IsVectorized)).FirstOrDefault();
            int now = kernel.Nests.SelectMany(nest => nest.Loops).Count(loop => loop.IsVectorized);
            if (now < was && old[kernel.Name].All(entry => entry.Plain.Count < kernel.Plain.Count))
            {
                PlainEntry plain = kernel.Plain[^1];
                var place = new LoopEntry(-1, -1, "", plain.File, plain.Line, plain.Column, plain.EndLine, "scalar", "ACC0020", plain.Message, false, false, null, []);
                yield return new("ACC1901", kernel, place, $"A loop of '{kernel.Name}' was vectorized in the baseline and is not compiled now: {plain.Message}");
            }
        }
    }

    private static IEnumerable<((string Kernel, string Source, int Number) Key, KernelEntry Kernel, LoopEntry Loop)> Numbered(ReportDocument document)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (KernelEntry kernel in document.Kernels)
        {
            foreach (LoopEntry loop in kernel.Nests.SelectMany(nest => nest.Loops))
            {
                int number = counts.GetValueOrDefault((kernel.Name, loop.Source));
                counts[(kernel.Name, loop.Source)] = number + 1;
                yield return ((kernel.Name, loop.Source, number), kernel, loop);
            }
        }
    }
}

/// <summary>Something that is worse.</summary>
internal sealed record Regression(string Rule, KernelEntry Kernel, LoopEntry Loop, string Message);
