using System.Diagnostics;

namespace Accel.Loops.Benchmarks;

/// <summary>A C compiler that is installed here, and the suite's loops as it compiles them.</summary>
internal static class NativeCompiler
{
    private static readonly string[] Options = ["-O3", "-march=native", "-ffast-math", "-fPIC"];

    /// <summary>The first of the names that can be started, or <see langword="null"/>.</summary>
    public static string? Find(params string[] names) =>
        Array.Find(names, name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))));

    /// <summary>Compiles the loops into a shared library.</summary>
    /// <returns>Its path, in a folder of its own.</returns>
    /// <exception cref="InvalidOperationException">The compiler failed; its output is the message.</exception>
    public static string Compile(string compiler)
    {
        string folder = Directory.CreateTempSubdirectory("accel-loops-").FullName;
        string[] sources = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Native"), "*.c");
        string[] objects = [.. sources.Select(source => Path.Combine(folder, Path.GetFileNameWithoutExtension(source) + ".o"))];
        foreach ((string source, string compiled) in sources.Zip(objects))
        {
            Start(compiler, [.. Options, "-c", source, "-o", compiled]);
        }

        // Linked with -ffast-math, a library makes the whole process flush subnormal numbers.
        string library = Path.Combine(folder, "loops.so");
        Start(compiler, ["-shared", .. objects, "-lm", "-o", library]);
        return library;
    }

    private static void Start(string compiler, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(compiler, arguments) { RedirectStandardError = true })!;
        string output = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{compiler} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
        }
    }
}
