namespace Accel.Fuzz.Generating;

/// <summary>Element kernels: scalars in, a scalar out.</summary>
internal static class ElementKernelWriter
{
    public static string Write(Dice dice)
    {
        NumericType main = dice.OneIn(3) ? dice.Pick(NumericType.All) : dice.Pick<NumericType>([NumericType.Float, NumericType.Double, NumericType.Int]);
        var scope = new KernelScope(dice, 0) { Theme = [main, main, dice.Pick(NumericType.All)] };
        string[] parameters = [.. Enumerable.Range(0, dice.Between(1, 3)).Select(i =>
        {
            NumericType type = scope.PickType();
            scope.Variables.Add(new($"p{i}", type, false));
            return $"{type.Keyword} p{i}";
        })];
        var expressions = new Expressions(scope, new Subscripts(scope));
        string mode = dice.Weighted(60, 25, 15) switch { 1 => "(FloatMode = FloatMode.Strict)", 2 => "(FloatMode = FloatMode.Fast)", _ => "" };
        string value = expressions.Of(main, dice.Between(1, 4));
        return $"[Kernel{mode}]\npublic static {main.Keyword} Run({string.Join(", ", parameters)}) => {(main.IsInteger ? $"unchecked({value})" : value)};\n";
    }
}
