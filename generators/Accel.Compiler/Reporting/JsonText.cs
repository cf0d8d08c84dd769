using System.Globalization;
using System.Text;

namespace Accel.Compiler.Reporting;

/// <summary>Writes JSON (RFC 8259), indented by two spaces. Generators run where no JSON library can be counted on.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public void Object(string? name, Action content) => Nested(name, '{', '}', content);

    public void Array(string? name, Action content) => Nested(name, '[', ']', content);

    public void Array(string name, IEnumerable<string> values) => Array(name, () =>
    {
        foreach (string value in values)
        {
            Begin(null);
            Quote(value);
        }
    });

    /// <summary>A string, or null.</summary>
    public void Value(string? name, string? value)
    {
        Begin(name);
        if (value is null)
        {
            _text.Append("null");
        }
        else
        {
            Quote(value);
        }
    }

    public void Value(string name, double value) => Raw(name, value.ToString("0.###", CultureInfo.InvariantCulture));

    public void Value(string name, bool value) => Raw(name, value ? "true" : "false");

    public override string ToString() => _text.ToString();

    private void Raw(string name, string text)
    {
        Begin(name);
        _text.Append(text);
    }

    private void Nested(string? name, char open, char close, Action content)
    {
        Begin(name);
        _text.Append(open);
        (_depth, _isFirst) = (_depth + 1, true);
        content();
        _depth--;
        if (!_isFirst)
        {
            NewLine();
        }

        _text.Append(close);
        _isFirst = false;
    }

    private void Begin(string? name)
    {
        if (!_isFirst)
        {
            _text.Append(',');
        }

        if (_depth > 0)
        {
            NewLine();
        }

        _isFirst = false;
        if (name is not null)
        {
            Quote(name);
            _text.Append(": ");
        }
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _depth);

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (char c in value)
        {
            switch (c)
            {
                case '"' or '\\':
                    _text.Append('\\').Append(c);
                    break;

                // A half of a pair that stands alone is no text in UTF-8.
                case < ' ' or (>= '\u007F' and < '\u00A0') or '\u2028' or '\u2029' or (>= '\uD800' and <= '\uDFFF'):
                    _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }

        _text.Append('"');
    }
}
