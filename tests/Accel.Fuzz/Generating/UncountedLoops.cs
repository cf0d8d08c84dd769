using System.Text;

namespace Accel.Fuzz.Generating;

/// <summary>Loops inside others that end where their iterations say so; a counter of their own keeps them from running for ever.</summary>
internal sealed class UncountedLoops(KernelScope scope, Statements statements, Expressions expressions)
{
    private Dice Dice => scope.Dice;

    public void Write(StringBuilder text, int indent)
    {
        string count = scope.NewName("w");
        int most = Dice.Pick<int>([1, 2, 3, 5, 8, 13]);
        string condition = expressions.Condition(2);

        // Counted at the start, so that whatever goes on with the loop has counted.
        (string before, string header, string first, string last) = Dice.Below(6) switch
        {
            0 => ($"int {count} = 0;", $"while ({count} < {most} && {condition})", $"{count}++;", ""),
            1 => ($"int {count} = 0;", "do", $"{count}++;", $" while ({count} < {most} && {condition});"),
            2 => ($"int {count} = {most};", "for (;;)", $"if ({count} <= 0 || {condition}) break; {count}--;", ""),
            3 => ($"int {count};", $"for ({count} = 1; {count} < {most}; {count} *= 2)", $"if ({condition}) break;", ""),
            4 => ("", $"for (int {count} = 0; {count} < {most}; {count}++)", $"if ({condition}) break;", ""),
            _ => ("", $"for (int {count} = 0; {count} < ({expressions.Of(NumericType.Int, 1)} & 7); {count}++)", $"if ({condition}) continue;", ""),
        };
        if (before.Length > 0)
        {
            Statements.Line(text, indent, before);
        }

        KernelVariable variable = new(count, NumericType.Int, IsAssignable: false);
        Statements.Line(text, indent, header);
        Statements.Line(text, indent, "{");
        scope.Nested(() =>
        {
            scope.Variables.Add(variable);
            Statements.Line(text, indent + 1, first);
            statements.Body(text, indent + 1, Dice.Between(1, 3));
            if (Dice.OneIn(3))
            {
                statements.Leave(text, indent + 1);
            }
        });
        Statements.Line(text, indent, "}" + last);
        if (before.Length > 0)
        {
            scope.Variables.Add(variable);
        }
    }
}
