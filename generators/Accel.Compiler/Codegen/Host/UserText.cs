namespace Accel.Compiler.Codegen.Host;

/// <summary>Writes C# text of the user's into a generated file.</summary>
internal static class UserText
{
    private static readonly char[] LineEnd = ['\n'];

    /// <summary>Writes whole lines, indented anew where that changes nothing but the look.</summary>
    public static void Emit(SourceWriter writer, string text)
    {
        string trimmed = TrimBlankLines(text);
        if (trimmed.Length == 0)
        {
            return;
        }

        if (MayHoldStringOfSeveralLines(trimmed))
        {
            writer.Verbatim(trimmed);
            return;
        }

        string[] lines = trimmed.Split(LineEnd).Select(line => line.TrimEnd()).ToArray();
        int first = Indentation(lines[0]);
        int common = lines.Skip(1).Where(line => line.Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();

        // The first line has lost its indentation where the text begins at its first token.
        int margin = first == 0 ? common : Math.Min(first, common);
        writer.Line(lines[0].Substring(Math.Min(first, lines[0].Length)));
        foreach (string line in lines.Skip(1))
        {
            writer.Line(line.Length == 0 ? "" : line.Substring(margin));
        }
    }

    /// <summary>Whether a statement after <paramref name="text"/> stands in a list of statements, where it may become an <c>if</c>.</summary>
    public static bool EndsInStatementList(string text)
    {
        string trimmed = text.TrimEnd();
        string lastLine = trimmed.Substring(trimmed.LastIndexOf('\n') + 1);
        return trimmed.Length == 0
            || (trimmed[trimmed.Length - 1] is ';' or '{' or '}' && !lastLine.Contains("//") && !lastLine.TrimStart().StartsWith("#", StringComparison.Ordinal));
    }

    private static bool MayHoldStringOfSeveralLines(string text) =>
        text.Contains('\n') && (text.Contains("\"\"\"") || text.Contains("@\"") || text.Contains("@$\""));

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;

    private static string TrimBlankLines(string text)
    {
        string trimmed = text.Replace("\r\n", "\n").TrimEnd();
        int start = 0;
        for (int i = 0; i < trimmed.Length && char.IsWhiteSpace(trimmed[i]); i++)
        {
            if (trimmed[i] == '\n')
            {
                start = i + 1;
            }
        }

        return trimmed.Substring(start);
    }
}
