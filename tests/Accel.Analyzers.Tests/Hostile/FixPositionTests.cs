namespace Accel.Analyzers.Tests.Hostile;

/// <summary>What a fix makes compiles wherever the code stands that it is for.</summary>
public class FixPositionTests
{
    private static readonly string[] s_expressions =
    [
        "color.Equals(Color.Red)",
        "!color.Equals((Color)i)",
        "string.Concat(text, i, n + i)",
        "string.Format(\"{0}: {1,8:F2}\", text, i)",
        "ints.Any(v => v == n)",
        "ints.All(v => v > i && v < n)",
        "ints.Count(v => v > n)",
        "ints.Sum()",
        "list.Max()",
        "ints.Contains(i)",
        "ints.Select(v => v * 2).Where(v => v > i).ToArray()",
        "new float[16]",
        "new int[] { 1, 2, 3 }[i % 3]",
        "new StringBuilder().Append(color).Append(i)",
        "(int)(dynamic)i + 1",
    ];

    public static TheoryData<string> Positions =>
    [
        "Use(E);",
        "var e = E; Use(e);",
        "if (n > 1) Use(E);",
        "if (n > 1) Use(E); else Use(E);",
        "switch (n) { case 1: Use(E); break; default: var e = E; Use(e); break; }",
        "do Use(E); while (n < 0);",
        "for (int j = 0; j < 2; j++) Use(E);",
        "foreach (int j in ints) { var e = E; Use(e); }",
        "Action a = () => { var e = E; Use(e); }; a();",
        "Func<object?> a = () => E; a();",
        "object? Local() { var e = E; return e; } Use(Local());",
        "label: Use(E); if (n < 0) goto label;",
        "\n#if !X\nUse(E); // why\n#endif\n",
        "/* a */ Use(/* b */ E /* c */); // d\n",
        "unchecked { checked { Use(E); } }",
        "try { Use(E); } catch (Exception e) when (e.Message is { Length: > 3 }) { Use(E); } finally { var e = E; Use(e); }",
        "lock (ints) Use(E);",
        "using (var reader = new System.IO.StringReader(text)) Use(E);",
        "Use($\"{E}\");",
        "Use(n > 1 ? (object)(E) : null);",
        "Use((E, E));",
        "Use(new { P = E });",
        "var (a, b) = (E, 1); Use(a); Use(b);",
        "_ = E;",
        "{ int v = 3; Use(v); } { var e = E; Use(e); }",
        "int total = 0; var result = E; int item = 1; Use(result); Use(total + item);",
    ];

    [Theory]
    [MemberData(nameof(Positions))]
    public async Task AFixCompiles(string position)
    {
        int fixes = 0;
        foreach (string expression in s_expressions)
        {
            string text = Source(position.Replace("E;", expression + ";").Replace("(E)", $"({expression})").Replace("(E,", $"({expression},").Replace(", E)", $", {expression})")
                .Replace("{E}", $"{{({expression}).GetType().Name}}").Replace("P = E ", $"P = {expression} ").Replace(" E /*", $" {expression} /*"));
            (bool isValid, _, int made) = await AnalysisRun.Verify(text, $"{expression} in {position}");
            Assert.True(isValid || position.StartsWith("Use($", StringComparison.Ordinal), $"{expression} in {position} is no C#");
            fixes += made;
        }

        // What stands in a function of its own is not known to run in the loop.
        bool isInFunction = position.StartsWith("Action", StringComparison.Ordinal) || position.StartsWith("Func", StringComparison.Ordinal) || position.StartsWith("object", StringComparison.Ordinal);
        Assert.True(isInFunction || fixes >= 3, $"only {fixes} fixes were offered");
    }

    private static string Source(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using Accel;

        public enum Color { Red, Green }

        public static partial class Signal
        {
            private static void Use<T>(T value) { }

            [Kernel]
            public static void Run(int n, int[] ints, List<double> list, Color color, string text, float[] y)
            {
                for (int i = 0; i < n; i++)
                {
                    {{statements}}
                    y[i] = i;
                }
            }
        }
        """;
}
