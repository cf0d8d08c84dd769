namespace Accel.Fuzz.Generating;

/// <summary>Expressions of every type over what is in scope, with every operator and function that kernels may use.</summary>
internal sealed class Expressions(KernelScope scope, Subscripts subscripts)
{
    private Dice Dice => scope.Dice;

    public string Of(NumericType type, int depth)
    {
        if (depth <= 0 || Dice.OneIn(5))
        {
            return Leaf(type);
        }

        switch (Dice.Weighted(70, 10, 16, 4, scope.Helpers.Count > 0 ? 8 : 0))
        {
            case 1:
                return $"({Of(NumericType.Bool, depth - 1)} ? {Of(type, depth - 1)} : {Of(type, depth - 1)})";
            case 2 when !type.IsBool:
                NumericType from = scope.PickNumber();
                return from == type ? Of(type, depth - 1) : $"unchecked(({type.Keyword})({Of(from, depth - 1)}))";
            case 3:
                return Switch(type, depth - 1);
            case 4 when scope.Helpers.Where(helper => helper.Type == type).ToList() is { Count: > 0 } helpers:
                (string name, _, NumericType[] parameters) = Dice.Pick(helpers);
                return $"{name}({string.Join(", ", parameters.Select(parameter => Of(parameter, depth - 2)))})";
        }

        return type.IsBool ? Condition(depth - 1) : type.IsFloat ? Float(type, depth - 1) : Integer(type, depth - 1);
    }

    public string Condition(int depth)
    {
        switch (Dice.Weighted(60, 12, 8, 12, 6))
        {
            case 1:
                return $"({Of(NumericType.Bool, depth - 1)} {Dice.Pick<string>(["&&", "||", "&", "|", "^", "==", "!="])} {Of(NumericType.Bool, depth - 1)})";
            case 2:
                return $"!({Of(NumericType.Bool, depth - 1)})";
            case 3:
                NumericType tested = scope.PickNumber();
                return $"(({Of(tested, depth - 1)}) is {Pattern(tested)})";
            case 4:
                return Leaf(NumericType.Bool);
            default:
                NumericType type = scope.PickNumber();
                return $"({Of(type, depth - 1)} {Dice.Pick<string>(["<", "<=", ">", ">=", "==", "!="])} {Of(type, depth - 1)})";
        }
    }

    public string Leaf(NumericType type)
    {
        string? element = Dice.OneIn(3) ? null : subscripts.Read(type);
        if (element is not null)
        {
            return element;
        }

        List<string> names = [.. scope.Variables.Where(variable => variable.Type == type && !scope.IsOperand).Select(variable => variable.Name)];
        names.AddRange(scope.Loops.Where(loop => loop.Type == type).Select(loop => loop.Name));
        if (names.Count > 0 && !Dice.OneIn(4))
        {
            return Dice.Pick(names);
        }

        // A loop variable or an element of another type is more than a constant.
        if (!type.IsBool && Dice.OneIn(3) && scope.Loops.Count > 0)
        {
            return $"unchecked(({type.Keyword}){Dice.Pick(scope.Loops).Name})";
        }

        return scope.IsExact ? Literals.Small(type, Dice) : Literals.Of(type, Dice);
    }

    private string Float(NumericType type, int depth)
    {
        string math = type == NumericType.Float ? Dice.OneIn(4) ? "float" : "MathF" : Dice.OneIn(4) ? "double" : "Math";
        string a = Of(type, depth);
        if (scope.IsExact)
        {
            return Dice.Weighted(30, 20, 20, 10, 10) switch
            {
                0 => $"({a} + {Of(type, depth)})",
                1 => $"({a} - {Of(type, depth)})",
                2 => $"{math}.{Dice.Pick<string>(["Min", "Max"])}({a}, {Of(type, depth)})",
                3 => $"{math}.Abs({a})",
                _ => $"(- {a})",
            };
        }

        return Dice.Weighted(20, 15, 20, 10, 10, 10, 6, 5, 4, 3) switch
        {
            0 => $"({a} + {Of(type, depth)})",
            1 => $"({a} - {Of(type, depth)})",
            2 => $"({a} * {Of(type, depth)})",
            3 => $"({a} / {Of(type, depth)})",
            4 => $"{math}.{Dice.Pick<string>(["Min", "Max"])}({a}, {Of(type, depth)})",
            5 => $"{math}.{Dice.Pick<string>(["Abs", "Sqrt", "Floor", "Ceiling", "Round", "Truncate"])}({a})",
            6 => $"(- {a})",
            7 => $"{(math is "float" or "double" ? type == NumericType.Float ? "MathF" : "Math" : math)}.FusedMultiplyAdd({a}, {Of(type, depth)}, {Leaf(type)})",
            8 => $"({a} % {Of(type, depth)})",
            _ => Dice.OneIn(4)
                ? $"{math}.Pow({a}, {Leaf(type)})"
                : Dice.OneIn(3) ? $"VectorMath.{Dice.Pick<string>(["Erf", "Erfc", "Logistic", "ReciprocalSqrt", "LogGamma", "Gamma"])}({a})"
                : $"{math}.{Dice.Pick<string>(["Exp", "Log", "Sin", "Cos"])}({a})",
        };
    }

    private string Integer(NumericType type, int depth)
    {
        string a = Of(type, depth);
        string text = Dice.Weighted(18, 15, 15, 6, 6, 6, 6, 5, 8, 8, 6, 1) switch
        {
            0 => $"{a} + {Of(type, depth)}",
            1 => $"{a} - {Of(type, depth)}",
            2 => $"{a} * {Of(type, depth)}",
            3 => $"{a} & {Of(type, depth)}",
            4 => $"{a} | {Of(type, depth)}",
            5 => $"{a} ^ {Of(type, depth)}",
            6 => type.Keyword == "ulong" ? $"~{a}" : $"- {a}",
            7 => $"~{a}",
            8 => $"{a} {Dice.Pick<string>(["<<", ">>", ">>>"])} {(Dice.OneIn(2) ? $"{Dice.Between(-3, 70)}" : Of(NumericType.Int, depth - 1))}",
            9 => $"{a} {Dice.Pick<string>(["/", "%"])} {Divisor(type)}",
            10 when type.Keyword is "long" or "ulong" && Dice.OneIn(3) => $"Math.BigMul({a}, {Of(type, depth)}, out _)",
            10 => $"Math.{Dice.Pick<string>(["Min", "Max"])}({a}, {Of(type, depth)})",
            _ => $"{a} {Dice.Pick<string>(["/", "%"])} {Of(type, depth)}",
        };
        return type.IsPromoted || type.Keyword == "uint" ? $"unchecked(({type.Keyword})({text}))" : $"unchecked({text})";
    }

    private string Divisor(NumericType type)
    {
        int value = Dice.Pick<int>([2, 3, 4, 5, 7, 8, 10, 16, 60, 100, 127]);
        return type.Keyword switch
        {
            "ulong" => $"{value}UL",
            "uint" => $"{value}u",
            "long" => Dice.OneIn(5) ? $"(-{value}L)" : $"{value}L",
            "int" when Dice.OneIn(5) => $"(-{value})",
            _ => $"{value}",
        };
    }

    private string Switch(NumericType type, int depth)
    {
        NumericType tested = scope.PickNumber();
        string arms = string.Join(", ", Enumerable.Range(0, Dice.Between(1, 3)).Select(i => $"{Distinct(tested, i)} => {Of(type, depth - 1)}"));
        return $"(({Of(tested, depth - 1)}) switch {{ {arms}, _ => {Leaf(type)} }})";
    }

    // C# refuses an arm that an earlier one has covered.
    private static string Distinct(NumericType type, int arm) => type.IsFloat ? $"> {60 - (arm * 20)}" : arm == 0 ? "> 80" : $"{arm * 5} or {(arm * 5) + 1}";

    private string Pattern(NumericType type) => Dice.Below(4) switch
    {
        0 => $"> {(type.IsSigned ? -Dice.Below(9) : Dice.Below(9))} and < {Dice.Between(20, 100)}",
        1 => $"not {Dice.Below(9)}",
        2 => $"{Dice.Below(4)} or {Dice.Between(5, 9)} or > 100",
        _ => type.IsFloat ? $"{type.Keyword}.NaN or > 3" : $"<= {Dice.Below(50)}",
    };
}
