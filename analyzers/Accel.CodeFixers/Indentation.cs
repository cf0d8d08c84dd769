using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Accel.CodeFixers;

/// <summary>White space for statements that a fix adds.</summary>
internal static class Indentation
{
    public const string Step = "    ";

    /// <summary>The line break that the text uses at a node.</summary>
    public static string LineBreak(SourceText text, SyntaxNode node)
    {
        TextLine line = text.Lines.GetLineFromPosition(node.SpanStart);
        string found = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return found.Length == 0 ? "\n" : found;
    }

    /// <summary>The white space before a node on its line, or <see langword="null"/> where it is not the first on it.</summary>
    public static string? Of(SourceText text, SyntaxNode node)
    {
        TextLine line = text.Lines.GetLineFromPosition(node.SpanStart);
        string before = text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart));
        return before.Trim().Length == 0 ? before : null;
    }
}
