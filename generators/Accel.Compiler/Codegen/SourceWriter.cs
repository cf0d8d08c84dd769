using System.Text;

namespace Accel.Compiler.Codegen;

/// <summary>Writes C# text: indentation by four spaces, LF line ends.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line, or several where <paramref name="text"/> (a raw string) has line breaks; without text an empty line.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r', ' ');
            if (trimmed.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(trimmed);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Writes a header and an opening brace, and indents what follows.</summary>
    public void Open(string header)
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _depth++;
    }

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    public void Close(string suffix = "")
    {
        _depth--;
        Line("}" + suffix);
    }

    /// <summary><see cref="Open"/> with a <c>using</c> statement in place of <see cref="Close"/>.</summary>
    public Scope Block(string header)
    {
        Open(header);
        return new Scope(this);
    }

    /// <summary>A block without a header, for variables of its own.</summary>
    public Scope Block()
    {
        Line("{");
        _depth++;
        return new Scope(this);
    }

    /// <summary>Writes text exactly as it is, and a line end: re-indenting would change the strings of several lines in it.</summary>
    public void Verbatim(string text) => _text.Append(text).Append('\n');

    /// <summary>Inserts what another writer wrote, at this writer's indentation.</summary>
    public void Append(SourceWriter other)
    {
        string text = other.ToString();
        if (text.Length > 0)
        {
            Line(text.Substring(0, text.Length - 1));
        }
    }

    public override string ToString() => _text.ToString();

    /// <summary>Closes a block when disposed.</summary>
    public readonly struct Scope(SourceWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
