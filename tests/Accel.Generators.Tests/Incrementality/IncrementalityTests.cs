using Accel.Testing.Roslyn;
using Microsoft.CodeAnalysis;

namespace Accel.Generators.Tests.Incrementality;

public class IncrementalityTests
{
    private const string First = """
        using System;
        using Accel;

        namespace Test;

        public static partial class Kernels
        {
            [Kernel]
            public static void Scale(float a, Span<float> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] *= a;
                }
            }

            [Kernel]
            public static void Shift(float a, Span<float> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] += a;
                }
            }
        }
        """;

    private const string Second = """
        namespace Test;

        public static class Caller
        {
            public static void Run(float[] y) => Kernels.Scale(2f, y);
        }
        """;

    [Fact]
    public void AnEditElsewhereLeavesEverythingCached()
    {
        GeneratorRun run = Run().AfterEdit(Second.Replace("Caller", "Other"), file: 1);

        run.AssertUnchanged(TrackingNames.Options, TrackingNames.Kernels, TrackingNames.Models);
        Assert.All(run.Reasons(TrackingNames.Files), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(run.Reasons(TrackingNames.Outputs), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void AnEditThatMovesNoCallLeavesNoFileToWrite()
    {
        string elsewhere = "namespace Test; public static class Elsewhere { }";
        GeneratorRun run = GeneratorRun.Of([First, Second, elsewhere]).AfterEdit(elsewhere.Replace("{ }", "{ public static int Count; }"), file: 2);

        run.AssertUnchanged(TrackingNames.Calls, TrackingNames.Interceptors);
        run.AssertNoOutputRan();
    }

    [Theory]
    [InlineData("namespace Test;", "// a comment\n\n\nnamespace Test;")]
    [InlineData("        for", "\n        // a comment in the body\n        for")]
    [InlineData("y[i] *= a;", "y[i] *= a; // behind a statement")]
    [InlineData("y[i] *= a;", "y[i] /* inside */ *= a;")]
    [InlineData("    [Kernel]", "    // between kernels\n    [Kernel]")]
    public void CommentsAndBlankLinesRecompileNothing(string before, string after)
    {
        GeneratorRun run = Run().AfterEdit(First.Replace(before, after));

        run.AssertUnchanged(TrackingNames.Models);
        Assert.All(run.Reasons(TrackingNames.Files), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        run.AssertNoOutputRan();
    }

    [Fact]
    public void AnEditOfABodyRecompilesThatKernelAlone()
    {
        GeneratorRun run = Run().AfterEdit(First.Replace("y[i] *= a;", "y[i] *= a + 1;"));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Models));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Files));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Outputs));
        run.AssertUnchanged(TrackingNames.Calls, TrackingNames.Interceptors);
    }

    [Fact]
    public void AKernelThatIsRemovedLosesItsFile()
    {
        GeneratorRun run = Run().AfterEdit(First.Replace("[Kernel]\n    public static void Shift", "public static void Shift"));

        Assert.DoesNotContain(run.Files.Keys, name => name.Contains("Shift"));
        Assert.Contains(run.Files.Keys, name => name.Contains("Scale"));
    }

    [Fact]
    public void ACallThatMovesRewritesTheInterceptorsAlone()
    {
        GeneratorRun run = Run().AfterEdit(Second.Replace("public static void", "\n    public static void"), file: 1);

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Interceptors));
        Assert.All(run.Reasons(TrackingNames.Outputs), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        run.AssertCompiles();
    }

    private static GeneratorRun Run() => GeneratorRun.Of([First, Second]);
}
