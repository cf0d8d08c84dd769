using System.Text;

namespace Accel.Fuzz.Generating;

/// <summary>Writes a random valid kernel: loop kernels of one to three loops and one to three nests, and element kernels.</summary>
internal static class KernelGenerator
{
    public static KernelText Create(ulong seed)
    {
        var dice = new Dice(seed);
        return dice.OneIn(12) ? new(ElementKernelWriter.Write(dice), "generated") : new(Loop(dice), "generated");
    }

    private static string Loop(Dice dice)
    {
        int depth = dice.Weighted(55, 32, 13) + 1;
        string mode = dice.Weighted(60, 25, 15) switch { 1 => "Strict", 2 => "Fast", _ => "" };
        var scope = new KernelScope(dice, depth) { Theme = Theme(dice) };
        Parameters(scope);
        var subscripts = new Subscripts(scope);
        var expressions = new Expressions(scope, subscripts);
        var accumulators = new Accumulators(scope, expressions);
        var statements = new Statements(scope, expressions, subscripts, accumulators);
        var loops = new Loops(scope, statements, accumulators);
        statements.UncountedLoop = new UncountedLoops(scope, statements, expressions).Write;
        HelperWriter.Write(scope);
        scope.IsExact = mode != "Strict" && dice.OneIn(2);
        if (scope.IsExact)
        {
            scope.Hint("exact");
        }

        scope.Hint($"n < {depth switch { 1 => 300, 2 => 70, _ => 20 }}");
        bool isIndependent = dice.OneIn(14);
        scope.HasForeignCode = dice.OneIn(12);
        var body = new StringBuilder();
        if (!isIndependent)
        {
            LocalsInFront(scope, body);
            for (int i = dice.Weighted(50, 30, 20); i > 0; i--)
            {
                accumulators.Declare(body, 2);
            }
        }
        else
        {
            scope.Hint("noalias");
        }

        for (int nests = dice.Weighted(0, 80, 15, 5); nests > 0; nests--)
        {
            scope.IsIndependent = isIndependent;
            loops.Write(body, 2);
            scope.IsIndependent = false;
        }

        string returns = Results(scope, accumulators, body);
        // Rolled last: what a seed makes of the rest stays the same.
        string attribute = mode.Length > 0 ? $"Kernel(FloatMode = FloatMode.{mode})" : dice.OneIn(6) ? "Kernel(Accumulation = Accumulation.Compensated)" : "Kernel";
        return Assemble(scope, attribute, returns, body);
    }

    private static NumericType[] Theme(Dice dice)
    {
        NumericType main = dice.Weighted(35, 20, 20, 25) switch
        {
            0 => NumericType.Float,
            1 => NumericType.Double,
            2 => NumericType.Int,
            _ => dice.Pick(NumericType.Numbers),
        };
        return dice.Below(4) switch { 0 => [main], 1 => [main, main, dice.Pick(NumericType.All)], 2 => [main, NumericType.Int], _ => [main, dice.Pick(NumericType.Numbers), dice.Pick(NumericType.All)] };
    }

    private static void Parameters(KernelScope scope)
    {
        Dice dice = scope.Dice;
        int buffers = dice.Between(1, 4);
        for (int i = 0; i < buffers; i++)
        {
            string kind = scope.Depth > 1 && dice.OneIn(3) ? "[,]" : dice.Weighted(45, 35, 20) switch { 0 => "Span", 1 => "ReadOnlySpan", _ => "[]" };
            Add(scope, new(scope.NewName("x"), scope.PickType(), i == 0 && kind == "ReadOnlySpan" ? "Span" : kind));
        }

        if (dice.OneIn(8))
        {
            Add(scope, new("idx" + buffers, NumericType.Int, dice.Pick<string>(["ReadOnlySpan", "[]"])));
        }

        scope.Parameters.Add("int n");
        scope.Variables.Add(new("n", NumericType.Int, false));
        if (dice.OneIn(3))
        {
            scope.Parameters.Add("int k");
            scope.Variables.Add(new("k", NumericType.Int, false));
            scope.Hint("k = 0..9");
        }

        if (scope.Depth > 1 && dice.OneIn(2))
        {
            scope.Parameters.Add("int w");
            scope.Variables.Add(new("w", NumericType.Int, false));
            scope.Hint(dice.OneIn(3) ? "w = 1..9" : "w = n+3");
        }

        for (int i = dice.Below(3); i > 0; i--)
        {
            NumericType type = scope.PickType();
            string name = scope.NewName("a");
            string modifier = dice.Weighted(70, 10, 20) switch { 1 => "in ", 2 => "ref ", _ => "" };
            scope.Parameters.Add($"{modifier}{type.Keyword} {name}");
            scope.Variables.Add(new(name, type, modifier == "ref "));
        }

        if (dice.OneIn(10))
        {
            string name = scope.NewName("C");
            NumericType type = scope.PickType();
            scope.Members.Add($"private static readonly {type.Keyword} {name} = {Literals.Of(type, dice)};");
            scope.Variables.Add(new(name, type, false));
        }

        if (dice.OneIn(10))
        {
            string name = scope.NewName("D");
            NumericType type = scope.PickType();
            scope.Members.Add($"private const {type.Keyword} {name} = {Literals.Of(type, dice)};");
            scope.Variables.Add(new(name, type, false));
        }
    }

    private static void Add(KernelScope scope, KernelBuffer buffer)
    {
        scope.Buffers.Add(buffer);
        scope.Parameters.Add(buffer.Declaration);
    }

    /// <summary>Host code in front of the nest: locals, slices, scratch memory.</summary>
    private static void LocalsInFront(KernelScope scope, StringBuilder body)
    {
        Dice dice = scope.Dice;
        if (dice.OneIn(3))
        {
            NumericType type = scope.PickType();
            string name = scope.NewName("v");
            Statements.Line(body, 2, $"{type.Keyword} {name} = {Literals.Of(type, dice)};");
            scope.Variables.Add(new(name, type, dice.OneIn(2)));
        }

        if (dice.OneIn(12))
        {
            NumericType type = scope.PickType();
            string name = scope.NewName("t");
            bool isSpan = dice.OneIn(2);
            Statements.Line(body, 2, isSpan ? $"Span<{type.Keyword}> {name} = new {type.Keyword}[n + 70];" : $"{type.Keyword}[] {name} = new {type.Keyword}[n + 70];");
            scope.Buffers.Add(new(name, type, isSpan ? "Span" : "[]") { IsParameter = false });
        }

        if (dice.OneIn(12) && scope.Buffers.FirstOrDefault(buffer => buffer is { Kind: "Span", IsParameter: true }) is { } whole)
        {
            string name = scope.NewName("t");
            Statements.Line(body, 2, $"Span<{whole.Type.Keyword}> {name} = {whole.Name}.Slice({whole.Name}.Length > 3 ? {dice.Below(4)} : 0);");
            scope.Buffers.Add(new(name, whole.Type, "Span") { IsParameter = false });
        }
    }

    private static string Results(KernelScope scope, Accumulators accumulators, StringBuilder body)
    {
        List<(string Name, NumericType Type)> results = [.. accumulators.All];
        foreach ((string name, NumericType type) in results.Skip(1))
        {
            string parameter = scope.NewName("r");
            scope.Parameters.Add($"{(scope.Dice.OneIn(2) ? "out" : "ref")} {type.Keyword} {parameter}");
            Statements.Line(body, 2, $"{parameter} = {name};");
        }

        if (results.Count == 0)
        {
            return "void";
        }

        Statements.Line(body, 2, $"return {results[0].Name};");
        return results[0].Type.Keyword;
    }

    private static string Assemble(KernelScope scope, string attribute, string returns, StringBuilder body)
    {
        var text = new StringBuilder();
        foreach (string hint in scope.Hints)
        {
            text.Append("//@ ").Append(hint).Append('\n');
        }

        foreach (string member in scope.Members)
        {
            text.Append(member).Append("\n\n");
        }

        text.Append('[').Append(attribute).Append("]\n");
        text.Append($"public static {returns} Run({string.Join(", ", scope.Parameters)})\n{{\n");
        text.Append(body.ToString().Replace("        ", "    ", StringComparison.Ordinal)).Append("}\n");
        return text.ToString();
    }
}
