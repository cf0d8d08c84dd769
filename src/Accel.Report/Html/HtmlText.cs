using System.Globalization;
using System.Text;

namespace Accel.Report.Html;

/// <summary>Writes HTML; all text is encoded, markup comes from this assembly alone.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup as it is.</summary>
    public HtmlText Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Text, encoded.</summary>
    public HtmlText Text(string text)
    {
        foreach (char c in text)
        {
            _ = c switch
            {
                '<' => _html.Append("&lt;"),
                '>' => _html.Append("&gt;"),
                '&' => _html.Append("&amp;"),
                '"' => _html.Append("&quot;"),
                '\'' => _html.Append("&#39;"),
                _ => _html.Append(c),
            };
        }

        return this;
    }

    /// <summary>An element with text.</summary>
    public HtmlText Element(string tag, string text, string attributes = "") =>
        Raw(attributes.Length == 0 ? $"<{tag}>" : $"<{tag} {attributes}>").Text(text).Raw($"</{tag}>");

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public override string ToString() => _html.ToString();
}
