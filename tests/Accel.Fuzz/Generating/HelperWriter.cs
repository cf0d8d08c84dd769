namespace Accel.Fuzz.Generating;

/// <summary>Static methods that expressions of the kernel call and the compiler inlines.</summary>
internal static class HelperWriter
{
    public static void Write(KernelScope scope)
    {
        Dice dice = scope.Dice;
        if (!dice.OneIn(4))
        {
            return;
        }

        NumericType type = scope.PickType();
        NumericType[] parameters = [.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => scope.PickType())];
        var inner = new KernelScope(dice, 0) { Theme = [type, .. parameters] };
        for (int i = 0; i < parameters.Length; i++)
        {
            inner.Variables.Add(new($"p{i}", parameters[i], false));
        }

        var expressions = new Expressions(inner, new Subscripts(inner));
        string name = scope.NewName("H");
        string list = string.Join(", ", parameters.Select((parameter, i) => $"{(dice.OneIn(8) ? "in " : "")}{parameter.Keyword} p{i}"));
        string value = Value(type, expressions, 2);
        string body = dice.Below(4) switch
        {
            0 => $"    {type.Keyword} q = {value};\n    if ({expressions.Condition(2)}) return {Value(type, expressions, 1)};\n    q = {(type.IsBool ? "!q" : $"unchecked(({type.Keyword})(q + q))")};\n    return q;\n",
            1 => $"    if ({expressions.Condition(1)}) {{ return {Value(type, expressions, 1)}; }} else {{ return {value}; }}\n",
            _ => $"    return {value};\n",
        };
        scope.Members.Add($"private static {type.Keyword} {name}({list})\n{{\n{body}}}");
        scope.Helpers.Add((name, type, parameters));
    }

    private static string Value(NumericType type, Expressions expressions, int depth) =>
        type.IsInteger ? $"unchecked({expressions.Of(type, depth)})" : expressions.Of(type, depth);
}
