using System.Diagnostics;

namespace Accel.Benchmarks.Sweep;

/// <summary>Times of several forms of one call, taken in turns: what else the machine does meets all of them.</summary>
internal static class SweepTiming
{
    private const int Windows = 15;
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(4);

    /// <summary>Seconds of one call of each form, from the lowest of its windows.</summary>
    public static double[] Lowest(Action[] forms)
    {
        int[] calls = [.. forms.Select(CallsPerWindow)];
        double[] lowest = [.. forms.Select(_ => double.PositiveInfinity)];
        long begun = Stopwatch.GetTimestamp();
        for (int window = 0; window < Windows && (window < 3 || Stopwatch.GetElapsedTime(begun) < s_most); window++)
        {
            for (int form = 0; form < forms.Length; form++)
            {
                lowest[form] = Math.Min(lowest[form], Window(forms[form], calls[form]));
            }
        }

        return lowest;
    }

    /// <summary>Warms the form up (the very first call may measure the machine), until the JIT has made its last version of what it calls, and the dispatcher has seen enough runs.</summary>
    private static int CallsPerWindow(Action form)
    {
        form();
        long begun = Stopwatch.GetTimestamp();
        int calls = 0;
        do
        {
            form();
            calls++;
        }
        while (Stopwatch.GetElapsedTime(begun) < s_warmUp);
        return Math.Max(1, (int)(calls * (s_window / Stopwatch.GetElapsedTime(begun))));
    }

    private static double Window(Action form, int calls)
    {
        // One call first, so that none is charged for the caches that another form left behind.
        form();
        long begun = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            form();
        }

        return Stopwatch.GetElapsedTime(begun).TotalSeconds / calls;
    }
}
