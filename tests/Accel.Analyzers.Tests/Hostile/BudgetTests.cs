namespace Accel.Analyzers.Tests.Hostile;

/// <summary>What is too large to compile says so at the loop.</summary>
public class BudgetTests
{
    [Theory]
    [InlineData("statements", 5000, "y[i] += {0};", "")]
    [InlineData("operations", 1, "y[i] = ", " + x[i] * {0}f", 9000)]
    [InlineData("deep", 1, "y[i] = ", " + (x[i] * {0}f", 900)]
    public async Task AnExcessIsADiagnostic(string what, int statements, string statement, string term, int terms = 0)
    {
        string one = statement;
        if (terms > 0)
        {
            string sum = string.Concat(Enumerable.Range(0, terms).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, term, i)));
            one += "0" + sum + new string(')', sum.Count(letter => letter == '(')) + ";";
        }

        string body = string.Concat(Enumerable.Range(0, statements).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, one, i) + "\n"));
        string text = $$"""
            using System;
            using Accel;
            public static partial class Signal
            {
                [Kernel]
                public static void Run(ReadOnlySpan<float> x, Span<float> y)
                {
                    for (int i = 0; i < y.Length; i++)
                    {
                        {{body}}
                    }
                }
            }
            """;
        IReadOnlyList<string> messages = await AnalysisRun.Messages(text, what);
        Assert.Contains(messages, message => message.StartsWith("ACC0020", StringComparison.Ordinal) && message.Contains(what, StringComparison.Ordinal));
    }
}
