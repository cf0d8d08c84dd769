using Accel.Compiler.IR;
using Accel.Compiler.Lowering;
using Accel.Compiler.Pipeline;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Tests that leave a loop, in front of what the iteration stores.</summary>
public sealed class HoistExitsTests
{
    [Fact]
    public void TheTestComesFirst() => Kernel("x[i] += y[i]; float d = y[i] * 2; if (d > z[i]) break;").HasIrAfter(nameof(HoistExits), """
            nest 0(Span<float> x, Span<float> y, Span<float> z)
              for i.0 = 0; < x.length; +1
                leave if ((y[i.0] * f:40000000) > z[i.0])
                x[i.0] = (x[i.0] + y[i.0])
                float d.1 = (y[i.0] * f:40000000)
            """);

    [Fact]
    public void ACounterIsReadByTheLoopThatGoesOn() => Assert.Contains(
        "an operation in it may throw, and 'k' is carried",
        KernelCompiler.Compile(CompilerTest.Kernel("Span<int> x, Span<int> y", "int k = 0; foreach (int v in x) { y[k] = 10 / v; k++; }").Model).Nests.Single().SimdRefusal,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("float d = x[i]; if (d > 2) break; x[i] = 1;", null)]
    [InlineData("x[i] += y[i]; if (y[i] > 2) break;", null)]
    [InlineData("if (y[i] > 2) break; x[i] = 1; if (z[i] > 2) break;", null)]
    [InlineData("x[i] += y[i]; if (x[i] > 2) break;", null)]
    [InlineData("x[i] = y[i]; if (x[i] > 2) { x[i] = 3; if (z[i] > x[i]) break; }", null)]
    [InlineData("x[i] += y[i]; x[i + 1] = 2; if (x[i] > 2) break;", "what decides about that may be changed")]
    [InlineData("y[i] = 1; if (x[i] > 2) break; x[i + 1] = y[i];", "it reads of 'x' what the previous iteration wrote")]
    [InlineData("float d = 0; if (y[i] > 2) { d = z[i]; if (d < 1) break; } x[i] = d;", null)]
    [InlineData("x[i] = y[i] * 2; if (z[i] > 1) { float d = y[i]; if (d > 2) { if (d > 3) return; x[i] = d; } }", null)]
    [InlineData("x[i] = y[i] * 2; if (z[i] > 1) { if (x[i] > 3) return; }", null)]
    [InlineData("if (x[i] > 2) break; x[i + 1] = y[i];", "it reads of 'x' what the previous iteration wrote")]
    [InlineData("if (x[i] > s) break; s += y[i];", "'s' is carried")]
    public void LanesLeaveTogetherWhereTheyMay(string body, string? refusal)
    {
        LoweredNest nest = KernelCompiler.Compile(Kernel(body).Model).Nests.Single();
        if (refusal is null)
        {
            Assert.Null(nest.SimdRefusal);
        }
        else
        {
            Assert.Contains(refusal, nest.SimdRefusal, StringComparison.Ordinal);
        }

        Assert.Contains("left early", nest.MulticoreRefusal, StringComparison.Ordinal);
    }

    [Fact]
    public void UnrolledSearchesStayUnrolled() => Assert.Equal(
        2,
        CompilerTest.Kernel("Span<float> x", "for (int i = 0; i < x.Length - 1; i += 2) { if (x[i] == 1) break; if (x[i + 1] == 1) break; }").After(nameof(RerollLoops)).Loop.Step);

    private static CompilerTest Kernel(string body) =>
        CompilerTest.Kernel("Span<float> x, Span<float> y, Span<float> z", $"float s = 0; for (int i = 0; i < x.Length; i++) {{ {body} }} if (s > 1) x[0] = 1;");
}
