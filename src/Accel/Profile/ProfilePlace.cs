using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;

namespace Accel;

/// <summary>Where measured figures are kept, by <c>ACCEL_PROFILE</c>: in the user's cache folder, in a file of the user's choice, or nowhere.</summary>
internal static class ProfilePlace
{
    private const int MostOfModel = 4096;

    /// <summary>Where the figures of this machine's processors are kept, or null for nowhere.</summary>
    public static ProfileFile? OfMachine => Of("machine", MachineKey());

    /// <summary>Where figures are kept, or null for nowhere.</summary>
    /// <param name="kind">What is measured; a word for the name of the file.</param>
    /// <param name="key">What the figures depend on.</param>
    public static ProfileFile? Of(string kind, string key)
    {
        string? place = EnvironmentVariables.ReadProfile();
        if (string.Equals(place, "off", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (place is not null)
        {
            // One file was named, and there may be several kinds.
            return new ProfileFile(kind == "machine" ? place : $"{place}.{kind}", key);
        }

        string name = $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8))}.json";
        return CacheFolder() is string folder ? new ProfileFile(Path.Combine(folder, name), key) : null;
    }

    /// <summary>What the rates of processors depend on: their model, how many this process may use, and the code that the runtime makes for them.</summary>
    public static string MachineKey()
    {
        int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        int processors = Math.Min(Environment.ProcessorCount, ProcessOptions.MostThreads);
        return $"{ProcessorModel()}; {processors} processors; vectors of {bits} bits; {RuntimeInformation.ProcessArchitecture}; {RuntimeInformation.FrameworkDescription}; {RuntimeInformation.RuntimeIdentifier}";
    }

    private static string ProcessorModel()
    {
        string? model = OperatingSystem.IsLinux() ? LinuxModel() : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return string.IsNullOrWhiteSpace(model) ? RuntimeInformation.OSDescription : model.Trim();
    }

    /// <summary>The lines of the first processor that name its model, on x86 as text and on Arm as numbers.</summary>
    private static string? LinuxModel()
    {
        try
        {
            using FileStream file = File.OpenRead("/proc/cpuinfo");
            byte[] start = new byte[MostOfModel];
            string text = Encoding.UTF8.GetString(start, 0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
            IEnumerable<string> lines = text.Split('\n').TakeWhile((line, index) => index == 0 || line.Length > 0)
                .Where(line => line.StartsWith("model name", StringComparison.Ordinal) || line.StartsWith("CPU implementer", StringComparison.Ordinal) || line.StartsWith("CPU part", StringComparison.Ordinal));
            return string.Join(' ', lines.Select(line => line[(line.IndexOf(':') + 1)..].Trim()));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The folder that the system has for what may be lost; null for a user without one.</summary>
    private static string? CacheFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return Under(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
        {
            return Under(home, "Library", "Caches");
        }

        // A relative one is to be ignored, says the specification of these folders.
        string? cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return Path.IsPathRooted(cache) ? Path.Combine(cache, "accel") : Under(home, ".cache");
    }

    private static string? Under(string folder, params string[] path) => folder.Length == 0 ? null : Path.Combine([folder, .. path, "accel"]);
}
