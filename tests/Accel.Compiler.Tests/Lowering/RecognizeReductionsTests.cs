using Accel.Compiler.Lowering;

namespace Accel.Compiler.Tests.Lowering;

/// <summary>Updates of accumulators, recognised.</summary>
public sealed class RecognizeReductionsTests
{
    [Fact]
    public void AProductAddedIsFused() => Float("s += x[i] * x[i];", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            s.1 sum= fused (x[i.0] * x[i.0])
        """);

    [Fact]
    public void AProductSubtractedIsFusedNegated() => Float("s -= x[i] * 2;", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            s.1 sum= fused (-x[i.0] * f:40000000)
        """);

    [Fact]
    public void StrictFusesNothing() =>
        After("ReadOnlySpan<float> x, ref float s", "s += x[i] * x[i];", "Kernel(FloatMode = FloatMode.Strict)", """
            nest 0(ReadOnlySpan<float> x, ref float s.1)
              for i.0 = 0; < x.length; +1
                s.1 sum= (x[i.0] * x[i.0])
            """);

    [Fact]
    public void AChainSplitsInTheOrderOfTheSource() => Float("s = s + x[i] - 1 + x[i] * 3;", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            s.1 sum= x[i.0]
            s.1 sum= -f:3f800000
            s.1 sum= fused (x[i.0] * f:40400000)
        """);

    [Fact]
    public void TheAccumulatorMayStandOnTheRight() => Float("s = x[i] + s;", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            s.1 sum= x[i.0]
        """);

    [Fact]
    public void AnAccumulatorInsideASumOnTheRightIsNone() => Float("s = x[i] + (1 + s);", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            s.1 = (x[i.0] + (f:3f800000 + s.1))
        """);

    [Fact]
    public void AnAccumulatorUsedTwiceIsNone() => Float("s = s + s * x[i];", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            s.1 = (s.1 + (s.1 * x[i.0]))
        """);

    [Fact]
    public void AnAccumulatorThatIsReadElsewhereIsNone() => Float("s += x[i]; t = s;", """
        nest 0(ReadOnlySpan<float> x, ref float s.1, ref float t_.2)
          for i.0 = 0; < x.length; +1
            s.1 = (s.1 + x[i.0])
            t_.2 = s.1
        """);

    [Fact]
    public void TwoOperatorsMakeNone() => Float("s += x[i]; s *= x[i];", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            s.1 = (s.1 + x[i.0])
            s.1 = (s.1 * x[i.0])
        """);

    [Fact]
    public void ProductsMinimaAndMaxima() => Float("s *= x[i]; t = MathF.Min(x[i], t);", """
        nest 0(ReadOnlySpan<float> x, ref float s.1, ref float t_.2)
          for i.0 = 0; < x.length; +1
            s.1 product= x[i.0]
            t_.2 min= x[i.0]
        """);

    [Fact]
    public void BitwiseOperators() => Int("s &= x[i]; t = x[i] ^ t;", """
        nest 0(ReadOnlySpan<int> x, ref int s.1, ref int t_.2)
          for i.0 = 0; < x.length; +1
            s.1 and= x[i.0]
            t_.2 xor= x[i.0]
        """);

    [Fact]
    public void AnIntegerComparedAndKeptIsAnExtreme() => Int("if (x[i] > s) s = x[i]; t = t <= x[i] ? t : x[i];", """
        nest 0(ReadOnlySpan<int> x, ref int s.1, ref int t_.2)
          for i.0 = 0; < x.length; +1
            s.1 max= x[i.0]
            t_.2 min= x[i.0]
        """);

    [Fact]
    public void AValueComparedAndDroppedIsNone() => Int("s = x[i] > s ? x[i] : 7; t = x[i] < t ? 7 : x[i];", """
        nest 0(ReadOnlySpan<int> x, ref int s.1, ref int t_.2)
          for i.0 = 0; < x.length; +1
            s.1 = select((x[i.0] > s.1), x[i.0], 7)
            t_.2 = select((x[i.0] < t_.2), 7, x[i.0])
        """);

    [Fact]
    public void AFloatComparedAndKeptIsNone() => Float("if (x[i] > s) s = x[i];", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            if (x[i.0] > s.1)
              s.1 = x[i.0]
        """);

    [Fact]
    public void AFloatComparedAndKeptPassesOverNaNInFast() =>
        After("ReadOnlySpan<float> x, ref float s", "if (x[i] > s) s = x[i];", "Kernel(FloatMode = FloatMode.Fast)", """
            nest 0(ReadOnlySpan<float> x, ref float s.1)
              for i.0 = 0; < x.length; +1
                s.1 larger= x[i.0]
            """);

    [Fact]
    public void AFloatThatGivesWayToNaNIsNoReduction() =>
        After("ReadOnlySpan<float> x, ref float s", "s = s > x[i] ? s : x[i];", "Kernel(FloatMode = FloatMode.Fast)", """
            nest 0(ReadOnlySpan<float> x, ref float s.1)
              for i.0 = 0; < x.length; +1
                s.1 = select((s.1 > x[i.0]), s.1, x[i.0])
            """);

    [Fact]
    public void AConditionalUpdateStaysUnderItsIf() => Float("if (x[i] > 0) s += x[i];", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            if (x[i.0] > f:00000000)
              s.1 sum= x[i.0]
        """);

    [Fact]
    public void AConditionOnTheAccumulatorMakesNone() => Float("if (s > 0) s += x[i];", """
        nest 0(ReadOnlySpan<float> x, ref float s.1)
          for i.0 = 0; < x.length; +1
            if (s.1 > f:00000000)
              s.1 = (s.1 + x[i.0])
        """);

    [Fact]
    public void AnAccumulatorOfAnInnerLoopIsThatLoopsAlone() =>
        After("ReadOnlySpan<float> x, Span<float> y", "float s = 0; for (int k = 0; k < 3; k++) s += x[i + k]; y[i] = s;", "Kernel", """
            nest 0(ReadOnlySpan<float> x, Span<float> y)
              for i.0 = 0; < x.length; +1
                float s.1 = f:00000000
                for k.2 = 0; < 3; +1
                  s.1 sum= x[(i.0 + k.2)]
                y[i.0] = s.1
            """);

    [Fact]
    public void ABoolIsAnAccumulator() =>
        After("ReadOnlySpan<bool> x, ref bool s", "s |= x[i];", "Kernel", """
            nest 0(ReadOnlySpan<bool> x, ref bool s.1)
              for i.0 = 0; < x.length; +1
                s.1 or= x[i.0]
            """);

    private static void Float(string body, string expected) => After("ReadOnlySpan<float> x, ref float s, ref float t", body, "Kernel", expected);

    private static void Int(string body, string expected) => After("ReadOnlySpan<int> x, ref int s, ref int t", body, "Kernel", expected);

    private static void After(string parameters, string body, string attribute, string expected) =>
        CompilerTest.Kernel(parameters, $"for (int i = 0; i < x.Length; i++) {{ {body} }}", attribute: attribute)
            .HasIrAfter(nameof(RecognizeReductions), expected);
}
