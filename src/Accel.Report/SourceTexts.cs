namespace Accel.Report;

/// <summary>The user's files and the generated ones, as lines. A file that is not there has none: the report then has no source for it.</summary>
internal sealed class SourceTexts(string projectFolder, string generatedFolder)
{
    private readonly Dictionary<string, string[]> _files = [];
    private readonly Lazy<Dictionary<string, string>> _generated = new(() => Find(generatedFolder));

    public string FullPath(string file) => Path.GetFullPath(Path.Combine(projectFolder, file));

    /// <summary>The lines of a file of the report, <paramref name="first"/> to <paramref name="last"/>, from 1.</summary>
    public ReadOnlySpan<string> Lines(string file, int first, int last)
    {
        string[] lines = Load(FullPath(file));
        int begin = Math.Clamp(first - 1, 0, lines.Length);
        return lines.AsSpan(begin..Math.Clamp(last, begin, lines.Length));
    }

    /// <summary>A class of a generated file as text, or <see langword="null"/>.</summary>
    public string? GeneratedClass(string file, string name)
    {
        if (!_generated.Value.TryGetValue(file, out string? path))
        {
            return null;
        }

        string[] lines = Load(path);
        int start = Array.FindIndex(lines, line => line.TrimEnd().EndsWith("class " + name, StringComparison.Ordinal));
        if (start < 0)
        {
            return null;
        }

        string indent = lines[start][..^lines[start].TrimStart().Length];
        int end = Array.FindIndex(lines, start, line => line == indent + "}");
        return string.Join("\n", lines[start..((end < 0 ? lines.Length - 1 : end) + 1)].Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line));
    }

    private static Dictionary<string, string> Find(string folder)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories) : [])
        {
            found.TryAdd(Path.GetFileName(path), path);
        }

        return found;
    }

    private string[] Load(string path)
    {
        if (!_files.TryGetValue(path, out string[]? lines))
        {
            _files[path] = lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        }

        return lines;
    }
}
