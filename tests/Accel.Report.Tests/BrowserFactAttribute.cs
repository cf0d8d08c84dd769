namespace Accel.Report.Tests;

/// <summary>A test that needs Chromium: by <c>ACCEL_CHROMIUM</c> or on the path. Skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser is null)
        {
            Skip = "No Chromium: set ACCEL_CHROMIUM to its executable.";
        }
    }

    /// <summary>The executable.</summary>
    public static string? Browser { get; } = Find();

    private static string? Find()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        IEnumerable<string> candidates = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => names.Select(name => Path.Combine(folder, name)));
        return candidates.Prepend(Environment.GetEnvironmentVariable("ACCEL_CHROMIUM") ?? "").FirstOrDefault(File.Exists);
    }
}
