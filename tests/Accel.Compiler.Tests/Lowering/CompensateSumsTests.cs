using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Sums with an accumulator of their rounding errors.</summary>
public sealed class CompensateSumsTests
{
    [Fact]
    public void TheNestsOwnSumIsFinishedByItsCaller()
    {
        Nest nest = Kernel("ReadOnlySpan<float> x, ref float s", "for (int i = 0; i < x.Length; i++) s += x[i];").After(nameof(CompensateSums));

        CompilerTest.Equal(
            """
            nest 0(ReadOnlySpan<float> x, ref float s.1)
              parallel vector(64 lanes) for i.0 = 0; < x.length; +1
                float term.901 = x[i.0]
                float old.902 = s.1
                s.1 sum= term.901
                float added.903 = (s.1 - old.902)
                s_error.900 sum= ((old.902 - (s.1 - added.903)) + (term.901 - added.903))
            """,
            IrPrinter.Print(nest));
        Assert.Equal(["s", "s_error"], nest.Loop.Schedule.Vector!.Reductions.Select(reduction => reduction.Target.Name));
        CompensatedSum sum = Assert.Single(nest.CompensatedSums);
        Assert.Equal(("s", "s_error"), (sum.Sum.Name, sum.Error.Name));
    }

    [Fact]
    public void ARowHasItsOwnErrorsAndProductsTheirs() =>
        Kernel("double[,] x, Span<double> y", "for (int i = 0; i < y.Length; i++) { double s = 0; for (int j = 0; j < x.GetLength(1); j++) if (x[i, j] > 0) s -= x[i, j] * x[i, j]; y[i] = s; }").HasIrAfter(
            nameof(CompensateSums),
            """
            nest 0(Span<double> y, Array2D<double> x)
              parallel for i.0 = 0; < y.length; +1
                double s.1 = d:0000000000000000
                double s_error.900 = d:8000000000000000
                vector(32 lanes) for j.2 = 0; < x.length1; +1
                  bool mask.100 = (x[i.0, j.2] > d:0000000000000000)
                  double term.901 = (-x[i.0, j.2] * x[i.0, j.2])
                  double old.902 = s.1
                  s.1 sum= term.901 where mask.100
                  double added.903 = (s.1 - old.902)
                  s_error.900 sum= (((old.902 - (s.1 - added.903)) + (term.901 - added.903)) + fusedmultiplyadd(-x[i.0, j.2], x[i.0, j.2], -term.901)) where mask.100
                s.1 = select(((s_error.900 - s_error.900) == d:0000000000000000), (s.1 + s_error.900), s.1)
                y[i.0] = s.1
            """);

    [Fact]
    public void LoopsAroundShareTheErrors()
    {
        Nest nest = Kernel("double[,] x, ref double s", "for (int i = 0; i < x.GetLength(0); i++) for (int j = 0; j < x.GetLength(1); j++) s += x[i, j];").After(nameof(CompensateSums));

        Assert.Single(nest.CompensatedSums);
        Assert.DoesNotContain(Accel.Compiler.Analysis.StmtFacts.Descendants(nest.Loop.Body), statement => statement is Assign or Declare { Local.Name: "s_error" });
    }

    [Theory]
    [InlineData("for (int i = 0; i < x.Length; i++) { s += x[i]; x[i] = s; }")]
    [InlineData("for (int i = 0; i < x.Length; i++) s *= x[i];")]
    [InlineData("for (int i = 0; i < x.Length; i++) s = Math.Max(s, x[i]);")]
    public void OtherUsesStayAsTheyAre(string body)
    {
        CompilerTest test = Kernel("Span<float> x, ref float s", body);
        CompilerTest.Equal(IrPrinter.Print(test.After(nameof(ConvertIfs))), IrPrinter.Print(test.After(nameof(CompensateSums))));
    }

    [Fact]
    public void IntegersAreExactAnyway() =>
        Assert.Empty(Kernel("Span<int> x, ref int s", "for (int i = 0; i < x.Length; i++) s += x[i];").After(nameof(CompensateSums)).CompensatedSums);

    [Fact]
    public void RemarksSayIt() =>
        Kernel("ReadOnlySpan<float> x, ref float s", "for (int i = 0; i < x.Length; i++) s += x[i];").HasRemarks(
            """
            for (int i = 0; i < x.Length; i++)
                Vectorized: vectorized: 64 virtual lanes, compensated sum into 's'
            for (int i = 0; i < x.Length; i++)
                Parallel: its iterations are shared among cores
            """);

    [Theory]
    [InlineData("Accumulation = Accumulation.Compensated", true)]
    [InlineData("Accumulation = Accumulation.Plain", false)]
    [InlineData("Accumulation = Accumulation.Compensated, FloatMode = FloatMode.Strict", false)]
    [InlineData("Accumulation = Accumulation.Compensated, FloatMode = FloatMode.Fast", false)]
    public void TheAttributeAsksForIt(string arguments, bool isCompensated)
    {
        KernelModel model = CompilerTest.Kernel("ReadOnlySpan<float> x, ref float s", "for (int i = 0; i < x.Length; i++) s += x[i];", attribute: $"Kernel({arguments})").Model;

        Assert.Equal(isCompensated, model.Options.IsCompensated);
        LoweredNest nest = Assert.Single(KernelCompiler.Compile(model).Nests);
        Assert.Equal(isCompensated ? 1 : 0, nest.Nest.CompensatedSums.Count);
    }

    private static CompilerTest Kernel(string parameters, string body) => CompilerTest.Kernel(parameters, body, attribute: "Kernel(Accumulation = Accumulation.Compensated)");
}
