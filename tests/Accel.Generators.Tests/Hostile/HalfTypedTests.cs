using Accel.Testing;
using Accel.Testing.Roslyn;
using Accel.Testing.Sources;
using Microsoft.CodeAnalysis;

namespace Accel.Generators.Tests.Hostile;

/// <summary>Code as it is while somebody types: cut off, tokens missing, twice, in the wrong place. The generator never throws, and what compiled still compiles.</summary>
public class HalfTypedTests
{
    private static readonly int s_rounds = HalfTypedCode.Rounds(12);

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(RepositoryFolder.Root, "tests", "Accel.Kernels.Tests", "Kernels"), "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void NothingThrows(string file)
    {
        string text = "using System;\nusing Accel;\n" + File.ReadAllText(Path.Combine(RepositoryFolder.Root, "tests", "Accel.Kernels.Tests", "Kernels", file));
        for (int round = 0; round < s_rounds; round++)
        {
            string typed = HalfTypedCode.Of(text, new Random(round));
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
            run = run.AfterEdit(HalfTypedCode.Of(text, new Random(round)));
        }

        Assert.Equal(GeneratorRun.Of(text).Files.OrderBy(file => file.Key), run.AfterEdit(text).Files.OrderBy(file => file.Key));
    }

    private static bool HasErrors(Compilation compilation) => compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
