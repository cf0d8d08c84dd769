using Accel;

/// <summary>Counts what holds; the script adds the counts up.</summary>
internal static class Check
{
    private static int s_failed;

    /// <summary>The exit code: how many checks failed.</summary>
    public static int Failed => s_failed;

    public static void That(bool holds, string what, string detail = "")
    {
        Console.WriteLine($"{(holds ? "passed" : "FAILED")}: {what}{(holds || detail.Length == 0 ? "" : ": " + detail)}");
        s_failed += holds ? 0 : 1;
    }

    /// <summary>The kernel ran through the dispatcher on this backend.</summary>
    public static void RanOn(Backend backend, Action call, string what)
    {
        try
        {
            KernelExplanation explanation = KernelDispatcher.Explain(call);
            That(explanation.Nests.Count > 0 && explanation.Nests.All(nest => nest.Backend == backend), what, explanation.ToString());
        }
        catch (BackendUnavailableException unavailable)
        {
            That(false, what, unavailable.Message);
        }
    }

    /// <summary>The call is intercepted: the dispatcher saw it, whatever it chose.</summary>
    public static void IsIntercepted(Action call, string what)
    {
        KernelExplanation explanation = KernelDispatcher.Explain(call);
        That(explanation.Nests.Count > 0, what, explanation.ToString());
    }
}
