using System.Text;

namespace Accel.Fuzz.Generating;

/// <summary>Scalars that loops carry: reductions of every kind, plain and conditional, and carried values that are none.</summary>
internal sealed class Accumulators(KernelScope scope, Expressions expressions)
{
    private readonly List<(string Name, NumericType Type, string Kind)> _all = [];

    private Dice Dice => scope.Dice;

    public bool Any => _all.Count > 0;

    public IEnumerable<(string Name, NumericType Type)> All => _all.Select(item => (item.Name, item.Type));

    /// <summary>Declares one in front of a loop.</summary>
    public void Declare(StringBuilder text, int indent)
    {
        NumericType type = Dice.OneIn(10) ? NumericType.Bool : scope.PickNumber();
        string[] kinds = type.IsBool ? ["&", "|", "^", "carried"]
            : type.IsFloat ? ["+", "+", "+", "-", "*", "min", "max", "first <", "first >", "carried", "carried"]
            : ["+", "+", "-", "*", "min", "max", "first <", "first >", "&", "|", "^", "carried", "carried", "count"];
        string kind = Dice.Pick(kinds);
        string name = scope.NewName("s");
        string initial = kind switch
        {
            "min" when Dice.OneIn(2) => $"{type.Keyword}.MaxValue",
            "max" when Dice.OneIn(2) => $"{type.Keyword}.MinValue",
            "*" or "&" => type.IsBool ? "true" : "1",
            _ => type.IsBool ? "false" : Dice.OneIn(2) ? "0" : Literals.Small(type, Dice),
        };
        Statements.Line(text, indent, $"{type.Keyword} {name} = {initial};");
        _all.Add((name, type, kind));
        if (kind.StartsWith("first", StringComparison.Ordinal))
        {
            Statements.Line(text, indent, $"{NumericType.Int.Keyword} {Companion(name)} = -1;");
            _all.Add((Companion(name), NumericType.Int, Held));
        }
        else if (!scope.IsExact && (kind == "carried" || ((type.IsInteger || kind is "min" or "max") && Dice.OneIn(6))))
        {
            // Then what an iteration leaves is read by the next one, or its running value is used.
            scope.Variables.Add(new(name, type, IsAssignable: false));
        }
    }

    private const string Held = "assigned with another";

    private static string Companion(string name) => name + "at";

    /// <summary>What was declared since <paramref name="count"/> is out of scope.</summary>
    public void Forget(int count) => _all.RemoveRange(count, _all.Count - count);

    public int Count => _all.Count;

    /// <summary>One step of an accumulator.</summary>
    public void Step(StringBuilder text, int indent)
    {
        (string name, NumericType type, string kind) = Dice.Pick(_all.FindAll(item => item.Kind != Held));
        string step = Update(name, type, kind);
        Statements.Line(text, indent, Dice.OneIn(4) ? $"if ({expressions.Condition(2)}) {step}" : step);
    }

    private string Update(string name, NumericType type, string kind)
    {
        string math = type == NumericType.Float ? "MathF" : "Math";
        switch (kind)
        {
            case "carried":
                return $"{name} = {(type.IsInteger ? $"unchecked({expressions.Of(type, 2)})" : expressions.Of(type, 2))};";
            case "first <" or "first >":
                string least = Operand(type, kind);
                string at = scope.Loops.Count > 0 && Dice.OneIn(2) ? $"(int){scope.Loops[^1].Name}" : $"unchecked({expressions.Of(NumericType.Int, 1)})";
                string[] assigns = Dice.OneIn(2) ? [$"{name} = {least};", $"{Companion(name)} = {at};"] : [$"{Companion(name)} = {at};", $"{name} = {least};"];
                return $"if ({least} {kind[^1]} {name}) {{ {string.Join(" ", Dice.OneIn(4) ? assigns.Where(assign => !assign.StartsWith(Companion(name), StringComparison.Ordinal)) : assigns)} }}";
            case "count":
                return Dice.OneIn(2) ? $"{name}++;" : $"{name} += 1;";
            case "min" or "max":
                string call = $"{math}.{(kind == "min" ? "Min" : "Max")}";
                return Dice.Below(4) switch
                {
                    0 => $"{name} = {call}({Operand(type, kind)}, {name});",
                    1 when Value(type, kind) is { } value => $"if ({value} {(kind == "min" ? "<" : ">")} {name}) {name} = {value};",
                    _ => $"{name} = {call}({name}, {Operand(type, kind)});",
                };
            case "+" or "-" or "*" when Dice.OneIn(3):
                return type.IsPromoted
                    ? $"{name} = unchecked(({type.Keyword})({name} {kind} {Operand(type, kind)}));"
                    : $"{name} = unchecked({name} {kind} {Operand(type, kind)});";
            default:
                return $"{name} {kind}= {Operand(type, kind)};";
        }
    }

    // Once and for both places: the same expression.
    private string? Value(NumericType type, string kind) => Operand(type, kind);

    private string Operand(NumericType type, string kind)
    {
        if (!type.IsFloat || !scope.IsExact)
        {
            return type.IsInteger ? $"unchecked({expressions.Of(type, 2)})" : expressions.Of(type, 2);
        }

        scope.IsOperand = true;
        string operand = kind == "*"
            ? $"({expressions.Condition(1)} ? -1 : 1)"
            : Dice.OneIn(2) && kind is "+" or "-" ? $"{expressions.Leaf(type)} * {expressions.Leaf(type)}" : expressions.Of(type, 1);
        scope.IsOperand = false;
        return operand;
    }
}
