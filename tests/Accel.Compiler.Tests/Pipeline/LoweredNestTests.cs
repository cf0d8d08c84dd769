using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Tests.Pipeline;

/// <summary>What the emitters and the dispatcher are told of a finished nest.</summary>
public sealed class LoweredNestTests
{
    [Fact]
    public void ACompiledNestHasNoRefusals()
    {
        LoweredNest nest = Compile("Span<float> y", "for (int i = 0; i < y.Length; i++) y[i] = 1;");

        Assert.Null(nest.SimdRefusal);
        Assert.Null(nest.MulticoreRefusal);
        Assert.True(nest.IsCompiled);
    }

    [Fact]
    public void RefusalsNameTheLoop()
    {
        LoweredNest nest = Compile("Span<float> y", "for (int i = 1; i < 99; i++) y[i] = y[2 * i];");

        Assert.Equal("the loop 'for (int i = 1; i < 99; i++)' stayed scalar: iterations of the loop over 'i' may touch the same element of 'y', at least one of them writing", nest.SimdRefusal);
        Assert.Equal(
            "the loop 'for (int i = 1; i < 99; i++)' is not shared among cores: iterations of the loop over 'i' may touch the same element of 'y', at least one of them writing",
            nest.MulticoreRefusal);
        Assert.False(nest.IsCompiled);
    }

    [Fact]
    public void TheInnermostReasonIsTheOneTold() =>
        Assert.EndsWith(
            "each iteration needs the value of 's' from the iteration before",
            Compile("Span<float> y, int w, ref float s", "for (int r = 0; r < w; r++) for (int i = 1; i < 99; i++) s = y[r * w + i] - s;").SimdRefusal,
            StringComparison.Ordinal);

    [Fact]
    public void MasksGetNumbersOfTheirOwn()
    {
        Nest nest = Compile("Span<float> y, float a", "for (int i = 0; i < y.Length; i++) { float v = a; if (y[i] > 0) y[i] = v; }").Nest;

        CompilerTest.Equal("""
            nest 0(Span<float> y, float a.2)
              parallel vector(x2) for i.0 = 0; < y.length; +1
                float v.1 = a.2
                bool mask.3 = (y[i.0] > f:00000000)
                y[i.0] = v.1 where mask.3
            """, IrPrinter.Print(nest));
    }

    [Theory]
    [InlineData("Span<float> y, ReadOnlySpan<float> x", "for (int i = 0; i < 999; i++) y[i] = x[i] + 1;", 8, 8)]
    [InlineData("Span<double> y, ReadOnlySpan<float> x", "for (int i = 0; i < 999; i++) y[i] = x[i];", 12, 4)]
    [InlineData("float[,] y, ReadOnlySpan<float> x", "for (int r = 0; r < 9; r++) for (int i = 0; i < 999; i++) y[r, i] = x[r];", 4, 8)]
    [InlineData("Span<float> y", "for (int i = 0; i < 999; i++) y[i] = y[i] + y[i];", 8, 8)]
    public void TheCostCountsBytesOfTheInnermostLoop(string parameters, string body, double bytes, int lanes)
    {
        NestCost cost = Compile(parameters, body).Cost;

        Assert.Equal((bytes, lanes), (cost.Bytes, cost.LanesPer256Bits));
        Assert.True(cost.Operations >= 1);
    }

    [Fact]
    public void EveryLoweringHasItsPage() =>
        Assert.All(
            [nameof(AssumeUnitStrides), nameof(DropClamps), nameof(PromoteElements), nameof(RecognizeReductions), nameof(FuseElementSums), nameof(HoistExits), nameof(RerollLoops), nameof(NarrowIntegers), nameof(CarryValues), nameof(VectorizeLoops), nameof(ParallelizeLoops), nameof(ShareInPieces), nameof(ConvertIfs), nameof(CompensateSums), nameof(JamLoops), nameof(TileLoops), nameof(JamRows)],
            pass => Assert.StartsWith("# " + pass, File.ReadAllText(Path.Combine(Testing.RepositoryFolder.Root, "docs", "passes", pass + ".md")), StringComparison.Ordinal));

    private static LoweredNest Compile(string parameters, string body) => Assert.Single(KernelCompiler.Compile(CompilerTest.Kernel(parameters, body).Model).Nests);
}
