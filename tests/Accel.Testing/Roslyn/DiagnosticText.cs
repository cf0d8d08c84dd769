using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Accel.Testing.Roslyn;

internal static class DiagnosticText
{
    /// <summary>A message with each diagnostic and the line that it points at, then the files in full.</summary>
    public static string Describe(string title, IEnumerable<Diagnostic> diagnostics)
    {
        List<Diagnostic> all = [.. diagnostics];
        var text = new StringBuilder(title).AppendLine(":");
        foreach (Diagnostic diagnostic in all)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {diagnostic}");
            if (diagnostic.Location.SourceTree is { } tree)
            {
                TextLine line = tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
                text.AppendLine(CultureInfo.InvariantCulture, $"    {line}");
            }
        }

        foreach (SyntaxTree tree in all.Select(diagnostic => diagnostic.Location.SourceTree).OfType<SyntaxTree>().Distinct())
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"== {tree.FilePath}").AppendLine(Numbered(tree.GetText()));
        }

        return text.ToString();
    }

    private static string Numbered(SourceText source) =>
        string.Join('\n', source.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.LineNumber + 1,4}  {line}")));
}
