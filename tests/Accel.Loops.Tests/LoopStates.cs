using System.Text;
using System.Text.RegularExpressions;
using Accel.Testing;
using Accel.Testing.Roslyn;

namespace Accel.Loops.Tests;

/// <summary>What the compiler does with each loop of a suite's source files, in its own words: the comments at the top of the generated files.</summary>
internal static partial class LoopStates
{
    public static string Of(string folder)
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(RepositoryFolder.Root, "tests", "Accel.Loops", folder), "*.cs").Order(StringComparer.Ordinal)];
        string[] sources = [.. files.Where(file => File.ReadAllText(file).Contains("[Kernel", StringComparison.Ordinal)).Select(file => Usings + File.ReadAllText(file))];
        GeneratorRun run = GeneratorRun.Of(sources);
        var text = new StringBuilder();
        foreach (string source in sources)
        {
            foreach (Match kernel in KernelName().Matches(source))
            {
                string name = kernel.Groups[1].Value;
                text.Append(name).Append('\n');
                string? generated = run.Files.Values.FirstOrDefault(file => file.Contains($".{name}.\n", StringComparison.Ordinal));
                foreach (Match remark in Remark().Matches(generated ?? ""))
                {
                    text.Append("    ").Append(remark.Groups[1].Value).Append('\n');
                }

                if (generated is null || !Remark().IsMatch(generated))
                {
                    text.Append("    runs as written\n");
                }
            }
        }

        return text.ToString();
    }

    private const string Usings = "using System; using Accel;\n";

    [GeneratedRegex(@"\[Kernel[^\]]*\]\s+public static \S+ (\w+)\(")]
    private static partial Regex KernelName();

    [GeneratedRegex(@"^//   (.*)$", RegexOptions.Multiline)]
    private static partial Regex Remark();
}
