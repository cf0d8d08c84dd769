using System.Globalization;
using System.Text.RegularExpressions;

namespace Accel.Fuzz.Generating;

/// <summary>
/// What a kernel's text says of the arguments that it is meant for, in comments: <c>//@ x = 2*n+3</c> (a length, or the value of an int; the largest
/// of several counts), <c>//@ k = 0..4</c> (a range), <c>//@ n &lt; 80</c> (a bound of the size), <c>//@ exact</c> (float sums of small integers are exact),
/// <c>//@ noalias</c> (no two buffers may overlap: the kernel says that its iterations are independent).
/// Names that are not given get defaults.
/// </summary>
internal sealed partial class ArgumentHints
{
    private readonly Dictionary<string, List<string>> _values = [];

    private ArgumentHints()
    {
    }

    /// <summary>The bound of <c>n</c>.</summary>
    public int MostSize { get; private set; } = 300;

    /// <summary>Words that stand alone: <c>exact</c>, <c>noalias</c>.</summary>
    public HashSet<string> Flags { get; } = [];

    /// <summary>Whether float reductions of the kernel are exact on small integers.</summary>
    public bool IsExact => Flags.Contains("exact");

    public static ArgumentHints Of(string text)
    {
        var hints = new ArgumentHints();
        foreach (Match match in Line().Matches(text))
        {
            string hint = match.Groups[1].Value.Trim();
            if (hint is "exact" or "noalias")
            {
                hints.Flags.Add(hint);
            }
            else if (hint.StartsWith("n <", StringComparison.Ordinal))
            {
                hints.MostSize = int.Parse(hint[3..], CultureInfo.InvariantCulture);
            }
            else if (hint.Split('=', 2) is [{ } name, { } value])
            {
                if (!hints._values.TryGetValue(name.Trim(), out List<string>? values))
                {
                    hints._values.Add(name.Trim(), values = []);
                }

                values.Add(value.Trim());
            }
        }

        return hints;
    }

    public bool Knows(string name) => _values.ContainsKey(name);

    /// <summary>The value of a name for a size, the largest of those given.</summary>
    /// <param name="name">A parameter, or <c>x.1</c> for the second dimension of x.</param>
    /// <param name="known">Values of the names that the expression may use.</param>
    /// <param name="dice">For ranges.</param>
    public long Value(string name, IReadOnlyDictionary<string, long> known, Dice dice) =>
        _values[name].Max(value => value.Split("..") is [{ } from, { } to]
            ? dice.Between((int)new Polynomial(from, known).Value, (int)new Polynomial(to, known).Value)
            : new Polynomial(value, known).Value);

    [GeneratedRegex(@"//@(.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    /// <summary>Sums and products of names and numbers, with parentheses.</summary>
    private sealed class Polynomial
    {
        private readonly string _text;
        private readonly IReadOnlyDictionary<string, long> _known;
        private int _at;

        public Polynomial(string text, IReadOnlyDictionary<string, long> known)
        {
            _text = text.Replace(" ", "", StringComparison.Ordinal);
            _known = known;
            Value = Sum();
        }

        public long Value { get; }

        private long Sum()
        {
            long value = Product();
            while (_at < _text.Length && _text[_at] is '+' or '-')
            {
                value = _text[_at++] == '+' ? value + Product() : value - Product();
            }

            return value;
        }

        private long Product()
        {
            long value = Factor();
            while (_at < _text.Length && _text[_at] == '*')
            {
                _at++;
                value *= Factor();
            }

            return value;
        }

        private long Factor()
        {
            if (_text[_at] == '-')
            {
                _at++;
                return -Factor();
            }

            if (_text[_at] == '(')
            {
                _at++;
                long inner = Sum();
                _at++;
                return inner;
            }

            int begin = _at;
            while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            {
                _at++;
            }

            string token = _text[begin.._at];
            return long.TryParse(token, NumberStyles.Integer, CultureInfo.InvariantCulture, out long number) ? number : _known.GetValueOrDefault(token);
        }
    }
}
