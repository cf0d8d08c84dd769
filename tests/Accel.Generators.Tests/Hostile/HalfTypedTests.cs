using Accel.Testing;
using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Accel.Generators.Tests.Hostile;

/// <summary>Code as it is while somebody types: cut off, tokens missing, twice, in the wrong place. The generator never throws, and what compiled still compiles.</summary>
public class HalfTypedTests
{
    private static readonly string[] s_stray = ["{", "}", "(", ")", "[", "]", ";", "\"", "'", "@", "#if X\n", "#line 5\n", "/*", "//", "=>", "é", "\0", "ref", "for", "await"];

    // ACCEL_HOSTILE_ROUNDS=200 for a long run.
    private static readonly int s_rounds = int.TryParse(Environment.GetEnvironmentVariable("ACCEL_HOSTILE_ROUNDS"), out int rounds) ? rounds : 12;

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(RepositoryFolder.Root, "tests", "Accel.Kernels.Tests", "Kernels"), "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void NothingThrows(string file)
    {
        string text = "using System;\nusing Accel;\n" + File.ReadAllText(Path.Combine(RepositoryFolder.Root, "tests", "Accel.Kernels.Tests", "Kernels", file));
        for (int round = 0; round < s_rounds; round++)
        {
            string typed = Damaged(text, new Random(round));
            GeneratorRun run = GeneratorRun.Of(typed);
            Assert.True(run.Diagnostics.IsEmpty, $"round {round}: {string.Join("; ", run.Diagnostics)}");
            if (!HasErrors(run.Input))
            {
                Assert.False(HasErrors(run.Output), $"round {round}: {string.Join("; ", run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(3))}");
            }
        }
    }

    // A generator that keeps what it knew must end where a fresh one does.
    [Fact]
    public void TypingEndsWhereAFreshRunDoes()
    {
        string text = "using System;\nusing Accel;\n" + File.ReadAllText(Path.Combine(RepositoryFolder.Root, "tests", "Accel.Kernels.Tests", "Kernels", "ReductionKernels.cs"));
        GeneratorRun run = GeneratorRun.Of(text);
        for (int round = 0; round < s_rounds; round++)
        {
            run = run.AfterEdit(Damaged(text, new Random(round)));
        }

        Assert.Equal(GeneratorRun.Of(text).Files.OrderBy(file => file.Key), run.AfterEdit(text).Files.OrderBy(file => file.Key));
    }

    private static bool HasErrors(Compilation compilation) => compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string Damaged(string text, Random random)
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
