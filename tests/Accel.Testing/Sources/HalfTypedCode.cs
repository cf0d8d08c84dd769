using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Testing.Sources;

/// <summary>Code as it is while somebody types: tokens missing, twice, exchanged, strange ones between them, the end cut off.</summary>
public static class HalfTypedCode
{
    private static readonly string[] s_stray = ["{", "}", "(", ")", "[", "]", ";", "\"", "'", "@", "#if X\n", "#line 5\n", "/*", "//", "=>", "é", "\0", "ref", "for", "await"];

    /// <summary>How often a test should damage its text: the environment variable ACCEL_HOSTILE_ROUNDS, for long runs, or the test's own number.</summary>
    /// <param name="few">The test's own number.</param>
    public static int Rounds(int few) =>
        int.TryParse(Environment.GetEnvironmentVariable("ACCEL_HOSTILE_ROUNDS"), CultureInfo.InvariantCulture, out int rounds) ? rounds : few;

    /// <summary>A damaged text.</summary>
    /// <param name="text">A file.</param>
    /// <param name="random">What happens to it.</param>
    public static string Of(string text, Random random)
    {
        List<string> tokens = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Select(token => token.ToFullString())];
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int at = random.Next(tokens.Count);
            int other = random.Next(tokens.Count);
            switch (random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                case 3:
                    tokens.Insert(at, s_stray[random.Next(s_stray.Length)] + " ");
                    break;
                default:
                    tokens.RemoveRange(at, Math.Min(random.Next(30), tokens.Count - at));
                    break;
            }
        }

        string damaged = string.Concat(tokens);
        return random.Next(4) == 0 ? damaged[..random.Next(damaged.Length)] : damaged;
    }
}
