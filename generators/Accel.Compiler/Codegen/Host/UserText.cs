namespace Accel.Compiler.Codegen.Host;

/// <summary>Writes C# text of the user's into a generated file.</summary>
internal static class UserText
{
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

        writer.Line(trimmed);
    }

    /// <summary>Whether a statement after <paramref name="text"/> stands in a list of statements, where it may become an <c>if</c>.</summary>
    public static bool EndsInStatementList(string text)
    {
        string trimmed = text.TrimEnd();
        string lastLine = trimmed.Substring(trimmed.LastIndexOf('\n') + 1);
        return trimmed.Length == 0
            || (trimmed[trimmed.Length - 1] is ';' or '{' or '}' && !lastLine.Contains("//") && !lastLine.TrimStart().StartsWith("#", StringComparison.Ordinal));
    }

    /// <summary>Whether <paramref name="text"/> begins a statement, and is not the rest of the one before it.</summary>
    public static bool BeginsStatement(string text)
    {
        string trimmed = text.TrimStart();
        return trimmed.Length > 0 && trimmed[0] != '}' && !trimmed.StartsWith("else", StringComparison.Ordinal) && !trimmed.StartsWith("while", StringComparison.Ordinal);
    }

    private static bool MayHoldStringOfSeveralLines(string text) =>
        text.Contains('\n') && (text.Contains("\"\"\"") || text.Contains("@\"") || text.Contains("@$\""));

    // Line breaks inside are left alone: where one is not a bare \n it belongs to a string of several lines.
    private static string TrimBlankLines(string text) => text.Trim('\r', '\n', ' ');
}
