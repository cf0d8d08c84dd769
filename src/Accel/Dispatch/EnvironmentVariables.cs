using System.Globalization;

namespace Accel;

/// <summary>Reads the environment variables that set options; an unset or empty variable is no value, an unknown value is an error.</summary>
internal static class EnvironmentVariables
{
    public const string Backend = "ACCEL_BACKEND";
    public const string VectorBits = "ACCEL_VECTOR_BITS";
    public const string Threads = "ACCEL_THREADS";
    public const string CheckParallel = "ACCEL_CHECK_PARALLEL";
    public const string Profile = "ACCEL_PROFILE";

    public static Backend? ReadBackend() => Read(Backend) switch
    {
        null => null,
        "auto" => Accel.Backend.Auto,
        "reference" => Accel.Backend.Reference,
        "simd" => Accel.Backend.Simd,
        "multicore" => Accel.Backend.Multicore,
        "gpu" => Accel.Backend.Gpu,
        string other => throw Unknown(Backend, other, "auto, reference, simd, multicore, gpu"),
    };

    public static int? ReadVectorBits() => Read(VectorBits) switch
    {
        null => null,
        "128" => 128,
        "256" => 256,
        "512" => 512,
        string other => throw Unknown(VectorBits, other, "128, 256, 512"),
    };

    public static int? ReadThreads()
    {
        string? text = Read(Threads);
        if (text is null)
        {
            return null;
        }

        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads);
        return isNumber && threads is >= 1 and <= ProcessOptions.MostThreads
            ? threads
            : throw Unknown(Threads, text, $"whole numbers from 1 to {ProcessOptions.MostThreads}");
    }

    public static bool? ReadCheckParallel() => Read(CheckParallel) switch
    {
        null => null,
        "on" => true,
        "off" => false,
        string other => throw Unknown(CheckParallel, other, "on, off"),
    };

    /// <summary>A path, "off" in any case of letters, or null. Any text is a path, so none is unknown.</summary>
    public static string? ReadProfile() => Environment.GetEnvironmentVariable(Profile)?.Trim() is { Length: > 0 } place ? place : null;

    private static string? Read(string name)
    {
        string? value = Environment.GetEnvironmentVariable(name)?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static InvalidOperationException Unknown(string name, string value, string valid) =>
        new($"The environment variable {name} has the unknown value '{value}'. Valid are {valid}. Correct it, or unset it for the default.");
}
