using System.Text.RegularExpressions;
using Accel.Analyzers.Tests.Hostile;
using Accel.Testing;

namespace Accel.Analyzers.Tests.Corpus;

/// <summary>
/// Ordinary code, good and bad, under all rules at once: each line ends with the ids that are reported on it, and no other. A change of a rule is looked at here; with
/// <c>ACCEL_UPDATE_CORPUS=1</c> the comments are written anew, to be read in the difference.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string s_folder = Path.Combine(RepositoryFolder.Root, "tests", "Accel.Analyzers.Tests", "Corpus", "Snippets");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(s_folder, "*.cs").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EachLineHasItsDiagnostics(string file)
    {
        string path = Path.Combine(s_folder, file);
        string[] expected = File.ReadAllLines(path);
        string[] bare = [.. expected.Select(line => Regex.Replace(line, @" // ACC\d{4}( ACC\d{4})*$", ""))];
        ILookup<int, string> found = (await AnalysisRun.Places(string.Join("\n", bare) + "\n", file)).ToLookup(place => place.Line, place => place.Id);
        string[] actual = [.. bare.Select((line, index) => found[index + 1].Any() ? $"{line} // {string.Join(" ", found[index + 1].Order(StringComparer.Ordinal))}" : line)];
        if (Environment.GetEnvironmentVariable("ACCEL_UPDATE_CORPUS") == "1")
        {
            await File.WriteAllTextAsync(path, string.Join("\n", actual) + "\n");
        }

        Assert.Equal(string.Join("\n", expected), string.Join("\n", actual));
    }
}
