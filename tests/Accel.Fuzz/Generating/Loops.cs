using System.Text;
using System.Text.RegularExpressions;

namespace Accel.Fuzz.Generating;

/// <summary>Loops in every form that a nest can have.</summary>
internal sealed class Loops
{
    private readonly KernelScope _scope;
    private readonly Statements _statements;
    private readonly Accumulators _accumulators;

    public Loops(KernelScope scope, Statements statements, Accumulators accumulators)
    {
        _scope = scope;
        _statements = statements;
        _accumulators = accumulators;
        statements.Loop = Write;
    }

    private Dice Dice => _scope.Dice;

    public void Write(StringBuilder text, int indent)
    {
        int accumulators = _accumulators.Count;
        if (_scope.Loops.Count > 0 && !_scope.IsIndependent && Dice.OneIn(2))
        {
            _accumulators.Declare(text, indent);
        }

        (string header, LoopVariable? variable, KernelVariable? element) = Header();
        LoopVariable? counter = variable is null || _scope.IsIndependent || !Dice.OneIn(5) ? null : Counter(text, indent, variable);
        Statements.Line(text, indent, header);
        Statements.Line(text, indent, "{");
        _scope.Nested(() =>
        {
            int before = _scope.Loops.Count;
            int times = variable is null ? 1 : Times(header, variable.Name);
            if (variable is not null)
            {
                _scope.Loops.Add(times == 1 ? variable : variable with { Greatest = $"({variable.Greatest}+{times - 1})" });
            }

            if (element is not null)
            {
                _scope.Variables.Add(element);
            }

            if (counter is not null)
            {
                _scope.Loops.Add(counter);
                times = 1;
            }

            if (Dice.OneIn(40))
            {
                Statements.Line(text, indent + 1, "Loop.ExpectVectorized();");
            }

            var body = new StringBuilder();
            _statements.Body(body, indent + 1, Dice.Between(1, times > 1 ? 2 : _scope.Depth > 1 ? 3 : 5));
            Moved(body, counter, variable, indent + 1);
            if (before == 0 && times == 1 && !_scope.IsIndependent && Dice.OneIn(8))
            {
                var leave = new StringBuilder();
                _statements.Leave(leave, indent + 1);
                body.Insert(Dice.OneIn(2) ? 0 : body.Length, leave.ToString());
            }

            for (int time = 0; time < times; time++)
            {
                text.Append(Later(body.ToString(), variable?.Name ?? "", time));
            }

            _scope.Loops.RemoveRange(before, _scope.Loops.Count - before);
        });
        Statements.Line(text, indent, "}");

        // What an inner loop summed up is used behind it.
        if (_accumulators.Count > accumulators)
        {
            (string name, NumericType type) = _accumulators.All.Last();
            _accumulators.Forget(accumulators);
            _scope.Variables.Add(new(name, type, IsAssignable: false));
        }
    }

    /// <summary>Declares a variable that the loop moves on.</summary>
    private LoopVariable Counter(StringBuilder text, int indent, LoopVariable variable)
    {
        string name = _scope.NewName("q");
        int start = Dice.Weighted(60, 40) == 0 ? 0 : Dice.Between(1, 5);
        Statements.Line(text, indent, $"int {name} = {start};");
        return new(name, NumericType.Int, start, $"({variable.Greatest}+{variable.Greatest}+{start + 2})") { IsCounter = true };
    }

    /// <summary>The body with what moves the counter on by at most 2, or wraps it around the loop's variable.</summary>
    private void Moved(StringBuilder body, LoopVariable? counter, LoopVariable? variable, int indent)
    {
        if (counter is null)
        {
            return;
        }

        string name = counter.Name;
        string step = new string(' ', 4 * indent) + Dice.Weighted(30, 20, 15, 10, 15, 10, variable?.Type == NumericType.Int ? 25 : 0) switch
        {
            0 => $"{name}++;",
            1 => $"{name} += 2;",
            2 => $"{name} = 1 + {name};",
            3 => $"if ({name} > 3) {{ {name}++; }} else {{ {name} += 1; }}",
            4 => $"int {name}_next = {name} + 1; {name} = {name}_next + 1;",
            6 => $"{name} = {variable!.Name};",
            _ => $"if (({name} & 1) == 0) {{ {name}++; }}",
        } + "\n";
        body.Insert(Dice.OneIn(2) ? 0 : body.Length, step);
    }

    /// <summary>How often the body stands in the loop: as often as the loop steps, half the time, as if unrolled by hand.</summary>
    private int Times(string header, string variable)
    {
        Match step = Regex.Match(header, $@"; {variable} \+= (\d+)\)$");
        return step.Success && int.Parse(step.Groups[1].Value) is var size and > 1 and <= 5 && Dice.OneIn(2) ? size : 1;
    }

    /// <summary>The body for a later value of the variable.</summary>
    private static string Later(string body, string variable, int time) => time == 0 ? body
        : Regex.Replace(Regex.Replace(body, $@"\b{variable}\b", $"({variable} + {time})"), @"\b[vqw]\d+\b", match => IsDeclared(body, match.Value) ? $"{match.Value}_{time}" : match.Value);

    private static bool IsDeclared(string body, string name) => Regex.IsMatch(body, $@"^ *\w+ {name}( = |;)", RegexOptions.Multiline);

    private (string Header, LoopVariable? Variable, KernelVariable? Element) Header()
    {
        string name = _scope.NewName("i");
        if (_scope.IsIndependent && _scope.Loops.Count == 0)
        {
            return ($"foreach (int {name} in Loop.Parallel(0, n))", new(name, NumericType.Int, 0, "(n-1)"), null);
        }

        if (_scope.Loops.Count > 0 && Dice.OneIn(5))
        {
            return Triangular(name);
        }

        // A foreach has no subscript of its own, so inside it others' variables serve. It reads all elements, also those of other iterations.
        if (_scope.Loops.Count > 0 && Dice.OneIn(10) && Linear() is { } walked)
        {
            string element = _scope.NewName("e");
            return ($"foreach ({walked.Type.Keyword} {element} in {walked.Name})", null, new(element, walked.Type, IsAssignable: false));
        }

        NumericType type = Dice.OneIn(6) ? NumericType.Long : NumericType.Int;
        int least = Dice.Weighted(60, 20, 15, 5) switch { 0 => 0, 1 => 1, 2 => Dice.Between(1, 9), _ => Dice.Between(10, 64) };
        (string bound, string greatest) = Bound();
        int step = Dice.Weighted(85, 5, 5, 5) switch { 0 => 1, 1 => 2, 2 => 3, _ => Dice.Between(4, 9) };
        string forward = step == 1 ? Dice.Pick<string>([$"{name}++", $"{name} += 1", $"++{name}", $"{name} = {name} + 1"]) : $"{name} += {step}";
        string header = Dice.Weighted(70, 8, 10, 5, 7) switch
        {
            1 => $"for ({type.Keyword} {name} = {least}; {name} <= {bound} - 1; {forward})",
            2 => $"for ({type.Keyword} {name} = {bound} - 1; {name} >= {least}; {(step == 1 ? $"{name}--" : $"{name} -= {step}")})",
            3 => $"for ({type.Keyword} {name} = {least}; {bound} > {name}; {forward})",
            4 when type == NumericType.Int => $"for (int {name} = {least}, {name}_end = {bound}; {name} < {name}_end; {forward})",
            _ => $"for ({type.Keyword} {name} = {least}; {name} < {bound}; {forward})",
        };
        return (header, new(name, type, least, greatest), null);
    }

    private (string Header, LoopVariable? Variable, KernelVariable? Element) Triangular(string name)
    {
        LoopVariable outer = Dice.Pick(_scope.Loops);
        string type = outer.Type.Keyword;
        if (outer.Type == NumericType.Int && Dice.OneIn(2))
        {
            return Ragged(name, outer);
        }

        return Dice.Below(4) switch
        {
            0 => ($"for ({type} {name} = 0; {name} < {outer.Name}; {name}++)", new(name, outer.Type, 0, outer.Greatest), null),
            1 => ($"for ({type} {name} = 0; {name} <= {outer.Name}; {name}++)", new(name, outer.Type, 0, outer.Greatest), null),
            2 => ($"for ({type} {name} = {outer.Name}; {name} < n; {name}++)", new(name, outer.Type, outer.Least, $"({outer.Greatest}+n)"), null),
            _ => ($"for ({type} {name} = {outer.Name} + 1; {name} < {outer.Name} + 9; {name}++)", new(name, outer.Type, outer.Least + 1, $"({outer.Greatest}+8)"), null),
        };
    }

    /// <summary>Neighbours as far as there are any, and tiles.</summary>
    private (string Header, LoopVariable? Variable, KernelVariable? Element) Ragged(string name, LoopVariable outer)
    {
        int size = Dice.Pick<int>([1, 2, 3, 8, 16]);
        string start = Dice.Pick<string>([$"Math.Max(0, {outer.Name} - {size})", $"Math.Max({outer.Name} - {size}, {Math.Min(outer.Least, 3)})", outer.Name, $"{size} * {outer.Name}"]);
        bool isLong = start.StartsWith($"{size} *", StringComparison.Ordinal);
        string last = isLong ? $"({size} * {outer.Name}) + {size}" : $"{outer.Name} + {size}";
        string condition = Dice.Below(4) switch
        {
            0 => $"{name} < Math.Min({last}, n)",
            1 => $"{name} <= Math.Min(n - 1, {last})",
            2 when start.StartsWith("Math", StringComparison.Ordinal) => $"{name} <= {outer.Name}",
            _ => $"{name} < Math.Min(n, {last} + 1)",
        };
        return ($"for (int {name} = {start}; {condition}; {name}++)", new(name, outer.Type, 0, $"({outer.Greatest}+n)"), null);
    }

    /// <summary>A bound, and the greatest value that a variable below it has, in the names of the hints.</summary>
    private (string Bound, string Greatest) Bound()
    {
        if (_scope.Loops.Count > 0 && Dice.OneIn(3))
        {
            int constant = Dice.Pick<int>([1, 2, 3, 4, 7, 8, 9, 16, 17, 33]);
            return ($"{constant}", $"{constant - 1}");
        }

        if (Linear() is { FixedLength: null, IsParameter: true } fresh && Dice.OneIn(2) && !_scope.Hints.Any(hint => hint.StartsWith(fresh.Name + " ", StringComparison.Ordinal)))
        {
            // From now on its length is what the loop says.
            fresh.FixedLength = "n";
            _scope.Hint($"{fresh.Name} = n");
        }

        KernelBuffer[] named = [.. _scope.Buffers.Where(buffer => buffer is { FixedLength: not null, IsMatrix: false })];
        int less = Dice.OneIn(3) ? Dice.Pick<int>([1, 1, 2, 3, 8, 33]) : 0;
        string minus = less == 0 ? "" : $" - {less}";
        if (named.Length > 0 && Dice.OneIn(2))
        {
            KernelBuffer picked = Dice.Pick(named);
            return ($"{picked.Name}.Length{minus}", $"({picked.FixedLength}-{less + 1})");
        }

        return ($"n{minus}", $"(n-{less + 1})");
    }

    private KernelBuffer? Linear()
    {
        KernelBuffer[] linear = [.. _scope.Buffers.Where(buffer => !buffer.IsMatrix && !(_scope.IsIndependent && buffer.IsWritable))];
        return linear.Length == 0 ? null : Dice.Pick(linear);
    }
}
