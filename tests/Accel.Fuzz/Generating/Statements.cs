using System.Text;

namespace Accel.Fuzz.Generating;

/// <summary>Statements of loop bodies.</summary>
internal sealed class Statements(KernelScope scope, Expressions expressions, Subscripts subscripts, Accumulators accumulators)
{
    private static readonly string[] s_integerOperators = ["+=", "-=", "*=", "&=", "|=", "^=", "<<=", ">>=", ">>>="];
    private static readonly string[] s_floatOperators = ["+=", "-=", "*=", "/="];
    private static readonly string[] s_exactOperators = ["+=", "-="];

    private readonly ForeignCode _foreign = new(scope, expressions, subscripts);

    private Dice Dice => scope.Dice;

    /// <summary>Writes inner loops; set by the one that writes loops.</summary>
    public Action<StringBuilder, int> Loop { get; set; } = (_, _) => { };

    /// <summary>Writes inner loops that do not count; set likewise.</summary>
    public Action<StringBuilder, int> UncountedLoop { get; set; } = (_, _) => { };

    /// <summary>Some statements, at least one that has an effect.</summary>
    public void Body(StringBuilder text, int indent, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Statement(text, indent, i == count - 1);
        }
    }

    private void Statement(StringBuilder text, int indent, bool hasEffect)
    {
        if (scope.HasForeignCode && scope.Loops.Count > 0 && Dice.OneIn(4))
        {
            _foreign.Write(text, indent);
        }

        bool isInside = scope.Loops.Count > 0;
        bool mayNest = scope.Loops.Count < scope.Depth;
        int kind = hasEffect
            ? Dice.Weighted(0, 40, 15, 12, 0, 0, accumulators.Any ? 25 : 0, mayNest ? 30 : 0, 0, 0, isInside ? 8 : 0)
            : Dice.Weighted(25, 25, 12, 12, 10, 3, accumulators.Any ? 15 : 0, mayNest ? 15 : 0, 4, 1, isInside ? 5 : 0);
        switch (kind)
        {
            case 0:
                Declare(text, indent);
                break;
            case 1:
                Store(text, indent);
                break;
            case 2:
                Compound(text, indent);
                break;
            case 3:
                If(text, indent);
                break;
            case 4:
                Assign(text, indent);
                break;
            case 5 when !scope.IsIndependent:
                Line(text, indent, $"if ({expressions.Condition(2)}) continue;");
                break;
            case 6 when !scope.IsIndependent:
                accumulators.Step(text, indent);
                break;
            case 7:
                Loop(text, indent);
                break;
            case 8:
                Increment(text, indent);
                break;
            case 9 when !scope.IsIndependent:
                Line(text, indent, $"if ({expressions.Condition(1)}) {Dice.Pick<string>(["break;", "{ continue; }"])}");
                break;
            case 10:
                UncountedLoop(text, indent);
                break;
            default:
                Store(text, indent);
                break;
        }
    }

    private void Declare(StringBuilder text, int indent)
    {
        NumericType type = scope.PickType();
        string name = scope.NewName("v");
        Line(text, indent, $"{(Dice.OneIn(3) && type.Size >= 4 ? "var" : type.Keyword)} {name} = {Value(type, 3)};");
        scope.Variables.Add(new(name, type, !Dice.OneIn(2)));
    }

    private void Store(StringBuilder text, int indent)
    {
        if (subscripts.Write() is not var (element, type))
        {
            Declare(text, indent);
            return;
        }

        Line(text, indent, $"{element} = {Value(type, Dice.Between(1, 4))};");
    }

    private void Compound(StringBuilder text, int indent)
    {
        if (subscripts.Write() is not var (element, type))
        {
            Declare(text, indent);
            return;
        }

        if (type.IsBool)
        {
            Line(text, indent, $"{element} {Dice.Pick<string>(["&=", "|=", "^="])} {Value(type, 2)};");
            return;
        }

        string op = Dice.Pick(type.IsFloat ? scope.IsExact ? s_exactOperators : s_floatOperators : s_integerOperators);
        NumericType right = op.Length > 2 ? NumericType.Int : type;
        Line(text, indent, $"{element} {op} {Value(right, 2)};");
    }

    private void Increment(StringBuilder text, int indent)
    {
        if (subscripts.Write() is var (element, type) && !type.IsBool && !(type.IsFloat && scope.IsExact))
        {
            Line(text, indent, $"{element}{Dice.Pick<string>(["++", "--"])};");
        }
    }

    private void Assign(StringBuilder text, int indent)
    {
        // Inside an independent loop only what an iteration declares itself may be written.
        KernelVariable[] targets = [.. scope.Variables.Where(variable => variable.IsAssignable && (!scope.IsIndependent || variable.Name.StartsWith('v')))];
        if (targets.Length == 0)
        {
            Store(text, indent);
            return;
        }

        KernelVariable target = Dice.Pick(targets);
        Line(text, indent, $"{target.Name} = {Value(target.Type, 3)};");
    }

    /// <summary>An <c>if</c> that ends in a <c>break</c>.</summary>
    public void Leave(StringBuilder text, int indent)
    {
        Line(text, indent, $"if ({expressions.Condition(2)})");
        Line(text, indent, "{");
        scope.Nested(() =>
        {
            if (Dice.OneIn(3))
            {
                Body(text, indent + 1, 1);
            }
        });
        Line(text, indent + 1, "break;");
        Line(text, indent, "}");
    }

    private void If(StringBuilder text, int indent)
    {
        if (Dice.OneIn(6))
        {
            Switch(text, indent);
            return;
        }

        Line(text, indent, $"if ({expressions.Condition(2)})");
        Block(text, indent, Dice.Between(1, 2));
        if (Dice.OneIn(2))
        {
            Line(text, indent, "else");
            Block(text, indent, Dice.Between(1, 2));
        }
    }

    private void Switch(StringBuilder text, int indent)
    {
        Line(text, indent, $"switch ({Value(NumericType.Int, 1)} & 3)");
        Line(text, indent, "{");
        string[] labels = Dice.Pick<string[]>([["case 0:", "case 2:"], ["case 1:", "default:", "case 3:"], ["case < 1:", "case 2 or 3:"], ["case 0:", "default:"]]);
        foreach (string label in labels)
        {
            Line(text, indent + 1, label);
            Block(text, indent + 1, Dice.Between(1, 2));
            Line(text, indent + 1, "break;");
        }

        Line(text, indent, "}");
    }

    private void Block(StringBuilder text, int indent, int count)
    {
        Line(text, indent, "{");
        scope.Nested(() => Body(text, indent + 1, count));
        Line(text, indent, "}");
    }

    /// <summary>The value of a statement: constants in it may wrap.</summary>
    private string Value(NumericType type, int depth)
    {
        string value = expressions.Of(type, depth);
        return type.IsInteger ? $"unchecked({value})" : value;
    }

    public static void Line(StringBuilder text, int indent, string line) => text.Append(' ', 4 * indent).Append(line).Append('\n');
}
