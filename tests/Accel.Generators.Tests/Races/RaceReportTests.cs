using Accel.Testing.Roslyn;
using Accel.Testing.Sources;

namespace Accel.Generators.Tests.Races;

/// <summary>What the report of a race says, and where the lines in it come from.</summary>
[Collection(CheckedCall.Collection)]
public class RaceReportTests
{
    private const string Scatter = """
        using Accel;
        using System;

        namespace Test;

        public static partial class Kernels
        {
            // Adds each x to the bin that index names.
            [Kernel]
            public static void Histogram(ReadOnlySpan<int> index, ReadOnlySpan<float> x, Span<float> bins)
            {
                foreach (int i in Loop.Parallel(0, x.Length))
                {
                    if (x[i] > 0)
                    {
                        bins[index[i]] = bins[
                            index[i]] + x[i];
                    }
                }
            }

            public static void Call(int[] index, float[] x, float[] bins) => Histogram(index, x, bins);
        }
        """;

    private readonly int[] _index = [4, 2, 7, 2, 1];
    private readonly float[] _x = [1, 2, 3, 4, 5];

    [Fact]
    public void ItNamesTheKernelTheLoopTheElementTheIterationsAndTheLines()
    {
        float[] bins = new float[8];

        ParallelLoopRaceException race = CheckedCall.Race(Scatter, _index, _x, bins)!;

        Assert.Equal("Test.Kernels.Histogram", race.Kernel);
        Assert.Equal("foreach (int i in Loop.Parallel(0, x.Length))", race.Loop);
        Assert.Equal(("/src/File0.cs", 12), (race.LoopFile, race.LoopLine));
        Assert.Equal(new ParallelLoopAccess(1, true, "bins[2]", "bins[index[i]]", "/src/File0.cs", 16), race.First);
        Assert.Equal(new ParallelLoopAccess(3, false, "bins[2]", "bins[ index[i]]", "/src/File0.cs", 16), race.Second);
        Assert.Equal(
            "Kernel 'Test.Kernels.Histogram': iterations 1 and 3 of 'foreach (int i in Loop.Parallel(0, x.Length))' (File0.cs(12)) "
            + "write and read bins[2] (File0.cs(16): bins[index[i]], then File0.cs(16): bins[ index[i]]). "
            + "Run in parallel, the result would depend on which comes first. Let each iteration touch elements of its own, or write a plain for loop.",
            race.Message);
    }

    [Fact]
    public void MemoryIsAsTheOrderOfTheLoopLeavesItBeforeTheSecondAccess()
    {
        float[] bins = new float[8];
        CheckedCall.Race(Scatter, _index, _x, bins);
        Assert.Equal([0, 0, 2, 0, 1, 0, 0, 3], bins);
    }

    [Theory]
    [InlineData("namespace Test;", "\n\n\nnamespace Test;", 3, "/src/File0.cs")]
    [InlineData("// Adds", "/* one\n two */ // Adds", 1, "/src/File0.cs")]
    [InlineData("using Accel;", "#line 100 \"Other.cs\"\nusing Accel;", 99, "Other.cs")]
    [InlineData("    foreach", "#line 12 \"C:\\\\Pages\\\\Index.cshtml\"\n    foreach", 0, "C:\\\\Pages\\\\Index.cshtml")]
    public void LinesFollowTheSource(string before, string after, int shift, string file)
    {
        ParallelLoopRaceException race = CheckedCall.Race(Scatter.Replace(before, after), _index, _x, new float[8])!;

        Assert.Equal((file, 12 + shift), (race.LoopFile, race.LoopLine));
        Assert.Equal((file, 16 + shift), (race.First.File, race.First.Line));
        Assert.Contains($"{file[(file.LastIndexOfAny(['\\', '/']) + 1)..]}({16 + shift}): bins[index[i]]", race.Message);
    }

    [Fact]
    public void LinesOfAnInlinedMethodAreItsOwn()
    {
        const string helper = """
            using System;
            namespace Test;

            internal static class Bins
            {
                // Far away from the kernel.
                internal static void Put(Span<float> values, int at, float value)
                {
                    values[at] = value;
                }
            }
            """;
        string kernel = KernelSource.Members("""
            [Kernel]
            public static void Run(Span<float> y, int n)
            {
                foreach (int i in Loop.Parallel(0, n))
                {
                    Bins.Put(y, i / 2, 1f);
                }
            }

            public static void Call(float[] y, int n) => Run(y, n);
            """);
        using LoadedAssembly assembly = GeneratorRun.Of([kernel, helper]).Load();

        ParallelLoopRaceException race = CheckedCall.Race(assembly, new float[9], 9)!;

        Assert.Equal(new ParallelLoopAccess(0, true, "values[0]", "values[at]", "/src/File1.cs", 9), race.First);
        Assert.Equal(("/src/File0.cs", CheckedCall.LineOf(kernel, "foreach")), (race.LoopFile, race.LoopLine));
        Assert.Contains("both write values[0] (File1.cs(9): values[at])", race.Message);
    }

    [Fact]
    public void AMovedKernelIsNotCompiledAgain()
    {
        GeneratorRun run = GeneratorRun.Of(Scatter).AfterEdit(Scatter.Replace("namespace", "\n\nnamespace"));

        run.AssertUnchanged(TrackingNames.Models, TrackingNames.Outputs);
        using LoadedAssembly assembly = run.Load();
        Assert.Equal(18, CheckedCall.Race(assembly, _index, _x, new float[8])!.First.Line);
    }

    [Theory]
    [InlineData("if (x[i] > 0)", "\nif (x[i] > 0)", 17)]
    [InlineData("bins[index[i]] =", "bins\n[index[i]] =", 16)]
    public void ALineInsideIsCounted(string before, string after, int line)
    {
        GeneratorRun run = GeneratorRun.Of(Scatter).AfterEdit(Scatter.Replace(before, after));

        using LoadedAssembly assembly = run.Load();
        Assert.Equal(line, CheckedCall.Race(assembly, _index, _x, new float[8])!.First.Line);
    }

    [Fact]
    public void PathsFollowThePathMap()
    {
        GeneratorRun run = GeneratorRun.Of(Scatter);
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation mapped = run.Input
            .ReplaceSyntaxTree(run.Input.SyntaxTrees[0], TestCompilation.Parse(Scatter, "Bins.cs"))
            .WithOptions(run.Input.Options.WithSourceReferenceResolver(new Microsoft.CodeAnalysis.SourceFileResolver(
                [], null, [new("/src/", "/_/")])));

        using LoadedAssembly assembly = run.Again(mapped).Load();
        Assert.Equal("/_/Bins.cs", CheckedCall.Race(assembly, _index, _x, new float[8])!.First.File);
    }
}
