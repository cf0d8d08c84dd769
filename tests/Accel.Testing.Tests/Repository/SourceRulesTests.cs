using System.Text.RegularExpressions;
using Xunit;

namespace Accel.Testing.Tests.Repository;

/// <summary>Rules of CONTRIBUTING.md that no analyzer checks.</summary>
public sealed partial class SourceRulesTests
{
    private const int LongestSource = 600;
    private const int LongestTest = 500;

    private static readonly string[] Folders = ["src", "generators", "analyzers", "tests", "samples", "docs", ".ci"];
    private static readonly string[] TextEndings = [".cs", ".csproj", ".props", ".targets", ".md", ".json", ".sln", ".config", ".editorconfig", ""];

    [Fact]
    public void FilesAreShort()
    {
        AssertNone(
            from file in Sources()
            let limit = file.StartsWith("tests/", StringComparison.Ordinal) ? LongestTest : LongestSource
            let lines = Read(file).Count(character => character == '\n')
            where lines > limit
            select $"{file} has {lines} lines, more than {limit}: split it by idea");
    }

    [Fact]
    public void FilesHoldNoPathOfOneMachine() =>
        AssertNone(
            from file in Files()
            where !file.EndsWith("/SourceRulesTests.cs", StringComparison.Ordinal)
            from Match match in MachinePath().Matches(Read(file))
            select $"{file} holds the path {match.Value}");

    [Fact]
    public void FilesHaveNoRegionsAndNoUnfinishedMarks() =>
        AssertNone(
            from file in Sources()
            where !file.EndsWith("/SourceRulesTests.cs", StringComparison.Ordinal)
            from Match match in Mark().Matches(Read(file))
            select $"{file} holds {match.Value.Trim()}");

    [Fact]
    public void TypeNamesSayWhatTheTypeIs() =>
        AssertNone(
            from file in Sources()
            where EmptyWord().IsMatch(Path.GetFileNameWithoutExtension(file))
            select $"{file}: Helper, Util, Manager, Info, Processor and Misc say nothing; name the idea");

    [Fact]
    public void LinesEndWithLineFeedAlone() =>
        AssertNone(from file in Sources() where Read(file).Contains('\r') select $"{file} has carriage returns");

    private static void AssertNone(IEnumerable<string> violations)
    {
        List<string> found = [.. violations];
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryFolder.Root, file));

    private static IEnumerable<string> Sources() =>
        Files().Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Snapshots/", StringComparison.Ordinal)
            || file.EndsWith("/Snapshots/Snapshot.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Files()
    {
        string root = RepositoryFolder.Root;
        return Folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(root))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => TextEndings.Contains(Path.GetExtension(file)))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "TestResults"))
            .Where(file => file != ".git");
    }

    [GeneratedRegex("""(?<![\w.:/*~-])/(work|home|root|Users|tmp)/\w|\b[A-Z]:\\+Users\b""")]
    private static partial Regex MachinePath();

    [GeneratedRegex("""^\s*#(end)?region\b|\b(TODO|FIXME|HACK|XXX)\b""", RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex("(Helper|Helpers|Util|Utils|Utility|Utilities|Manager|Info|Processor|Misc)$")]
    private static partial Regex EmptyWord();
}
